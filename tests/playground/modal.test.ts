import type { App, ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { openEcho, type Way } from './echo-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

const input = (blockId: string, element: object, more: object = {}): KnownBlock =>
  ({ type: 'input', block_id: blockId, label: plain(blockId), element, ...more }) as KnownBlock;

const everyInput: KnownBlock[] = [
  input('name', { type: 'plain_text_input', action_id: 'name', min_length: 2 }),
  input('deal', { type: 'static_select', action_id: 'deal', options: [option('a'), option('b')] }),
  input('deals', {
    type: 'multi_static_select',
    action_id: 'deals',
    option_groups: [{ label: plain('All'), options: [option('c'), option('d')] }],
  }),
  input('what', {
    type: 'checkboxes',
    action_id: 'what',
    options: [option('term'), option('value')],
    initial_options: [option('term')],
  }),
  input('how', { type: 'radio_buttons', action_id: 'how', options: [option('private'), option('shared')] }),
  input('since', { type: 'datepicker', action_id: 'since' }, { optional: true }),
  input('who', { type: 'users_select', action_id: 'who' }, { optional: true }),
  input('all', { type: 'multi_users_select', action_id: 'all' }, { optional: true }),
  input(
    'where',
    { type: 'conversations_select', action_id: 'where', response_url_enabled: true },
    { optional: true },
  ),
];

const modal = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('A form'),
  submit: plain('Compare'),
  private_metadata: 'deal-1',
  blocks: everyInput,
  ...more,
});

/** A bot whose command opens a modal, and that answers its submission as told. */
const openForm = async (
  way: Way,
  {
    view = modal(),
    reply = () => undefined,
    listen = () => {},
    ackWithinMs,
  }: {
    view?: ModalView;
    reply?: () => ViewResponseAction | undefined;
    listen?: (app: App) => void;
    ackWithinMs?: number;
  } = {},
) => {
  const { workspace } = await openEcho(way, {
    ...(ackWithinMs !== undefined && { ackWithinMs }),
    listen: (app) => {
      app.shortcut('search_precedents', async ({ ack, client, shortcut }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view });
      });
      app.view({ callback_id: 'form', type: 'view_submission' }, async ({ ack }) => {
        const said = reply();
        await (said ? ack(said) : ack());
      });
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
      listen(app);
    },
  });
  await workspace.shortcut('dana', 'search_precedents');
  await workspace.until(() => workspace.modals('dana')[0], 'a modal');
  const fill = async (entries: Record<string, string | readonly string[]>) => {
    for (const [actionId, choice] of Object.entries(entries))
      await workspace.clickView('dana', actionId, choice);
  };
  return { workspace, fill };
};

interface Sent {
  readonly type: string;
  readonly user: { readonly id: string };
  readonly response_urls: unknown;
  readonly view: {
    readonly private_metadata: string;
    readonly state: { readonly values: Record<string, Record<string, unknown>> };
  };
}

/** The body of the latest delivery whose name starts so. */
const lastSent = (workspace: Awaited<ReturnType<typeof openForm>>['workspace'], what: string) =>
  workspace.traffic.sent(what).at(-1)?.body as unknown as Sent;

const complete = { name: 'Dana', deal: 'b', deals: ['c', 'd'], how: 'private' };

describe.each<Way>(['http', 'socket'])('modals over %s', (way) => {
  test('what a person entered arrives as the state of the view', async () => {
    const { workspace, fill } = await openForm(way);
    await fill({
      ...complete,
      what: ['value'],
      since: '2026-11-22',
      who: 'U0LUIS',
      all: ['U0DANA', 'U0LUIS'],
    });
    await fill({ where: 'C0SOURCING' });
    const sent = await workspace.submit('dana');
    expect(sent).toMatchObject({ label: 'form', state: 'answered' });
    expect(workspace.modals('dana')).toEqual([]);
    const { type, view, response_urls, user } = lastSent(workspace, 'view_submission form');
    expect({ type, user: user.id, metadata: view.private_metadata }).toEqual({
      type: 'view_submission',
      user: 'U0DANA',
      metadata: 'deal-1',
    });
    expect(view.state.values).toEqual({
      name: { name: { type: 'plain_text_input', value: 'Dana' } },
      deal: { deal: { type: 'static_select', selected_option: option('b') } },
      deals: { deals: { type: 'multi_static_select', selected_options: [option('c'), option('d')] } },
      what: { what: { type: 'checkboxes', selected_options: [option('value')] } },
      how: { how: { type: 'radio_buttons', selected_option: option('private') } },
      since: { since: { type: 'datepicker', selected_date: '2026-11-22' } },
      who: { who: { type: 'users_select', selected_user: 'U0LUIS' } },
      all: { all: { type: 'multi_users_select', selected_users: ['U0DANA', 'U0LUIS'] } },
      where: { where: { type: 'conversations_select', selected_conversation: 'C0SOURCING' } },
    });
    expect(response_urls).toMatchObject([
      { block_id: 'where', action_id: 'where', channel_id: 'C0SOURCING' },
    ]);
  });

  test('an error of the bot stands beside its input and goes when that changes', async () => {
    const { workspace, fill } = await openForm(way, {
      reply: () => ({ response_action: 'errors', errors: { deal: 'Not that one.' } }),
    });
    await fill(complete);
    await workspace.submit('dana');
    expect(workspace.modals('dana')[0]?.errors).toEqual({ deal: 'Not that one.' });
    await fill({ deal: 'a' });
    expect(workspace.modals('dana')[0]?.errors).toEqual({});
  });

  test('a submission can update the view, put another on it, or clear them all', async () => {
    const replies: ViewResponseAction[] = [
      { response_action: 'update', view: modal({ title: plain('Second') }) },
      { response_action: 'push', view: modal({ title: plain('Third') }) },
      { response_action: 'clear' },
    ];
    const { workspace, fill } = await openForm(way, { reply: () => replies.shift() });
    const titles = () => workspace.modals('dana').map(({ view }) => (view.title as { text: string }).text);
    await fill(complete);
    await workspace.submit('dana');
    expect(titles()).toEqual(['Second']);
    await workspace.submit('dana');
    expect(titles()).toEqual(['Second', 'Third']);
    expect(workspace.modals('dana')[1]).toMatchObject({
      previous: workspace.modals('dana')[0]?.id,
      root: workspace.modals('dana')[0]?.id,
    });
    await fill(complete);
    await workspace.submit('dana');
    expect(titles()).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });
});

describe('modals', () => {
  test('what is required is asked for before anything is sent', async () => {
    const { workspace, fill } = await openForm('http');
    await fill({ name: 'D' });
    const held = await workspace.submit('dana');
    expect(held.expects).toBe('nothing');
    expect(workspace.modals('dana')[0]?.errors).toEqual({
      name: 'At least 2 characters, please.',
      deal: 'Please complete this required field.',
      deals: 'Please complete this required field.',
      how: 'Please complete this required field.',
    });
    expect(workspace.traffic.sent('view_submission')).toEqual([]);
  });

  test('an answer that Slack cannot use leaves the view open and says so', async () => {
    const { workspace, fill } = await openForm('http', {
      reply: () => ({ response_action: 'errors', errors: { nowhere: 'Not that one.' } }),
    });
    await fill(complete);
    await workspace.submit('dana');
    expect(workspace.modals('dana')[0]?.problem).toBe(
      "Slack could not use the app's answer (invalid_arguments).",
    );
    expect(workspace.refusals).toEqual([
      {
        method: 'response_action',
        error: 'invalid_arguments',
        details: ['No input block is called nowhere.'],
      },
    ]);
  });

  test('closing is told where it is asked for, and takes everything where the view says so', async () => {
    const { workspace } = await openForm('http', {
      view: modal({ notify_on_close: true, clear_on_close: true }),
    });
    await workspace.closeModal('dana');
    expect(workspace.modals('dana')).toEqual([]);
    expect(lastSent(workspace, 'view_closed form')).toMatchObject({
      type: 'view_closed',
      is_cleared: true,
      view: { callback_id: 'form', private_metadata: 'deal-1' },
    });
    const quiet = await openForm('http');
    await quiet.workspace.closeModal('dana');
    expect(quiet.workspace.traffic.sent('view_closed')).toEqual([]);
  });

  test('an update keeps what was entered where block and action stay the same, and minds the hash', async () => {
    const seen: unknown[] = [];
    const button: KnownBlock = {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'more-deals', text: plain('More'), value: 'x' }],
    };
    const { workspace, fill } = await openForm('http', {
      view: modal({ blocks: [...everyInput, button] }),
      listen: (app) =>
        app.action('more-deals', async ({ ack, body, client }) => {
          await ack();
          if (body.type !== 'block_actions' || !body.view) return;
          seen.push(body.view.state.values.name, body.state);
          const { id: view_id, hash } = body.view;
          const view = modal({ title: plain('Updated') });
          await client.views.update({ view_id, hash, view });
          const late = await client.views.update({ view_id, hash, view }).catch((error) => error.data.error);
          seen.push(late);
        }),
    });
    await fill({ name: 'Dana' });
    await workspace.clickView('dana', 'more-deals');
    await expect.poll(() => seen).toHaveLength(3);
    expect(seen).toEqual([{ name: { type: 'plain_text_input', value: 'Dana' } }, undefined, 'hash_conflict']);
    expect(workspace.modals('dana')[0]).toMatchObject({
      view: { title: { text: 'Updated' } },
      values: { name: { name: { value: 'Dana' } } },
    });
  });

  test('an input tells at once only where its block asks for it', async () => {
    const { workspace, fill } = await openForm('http', {
      view: modal({
        blocks: [
          input('quiet', { type: 'plain_text_input', action_id: 'quiet' }),
          input('loud', { type: 'plain_text_input', action_id: 'loud' }, { dispatch_action: true }),
        ],
      }),
      listen: (app) => app.action('loud', async ({ ack }) => ack()),
    });
    await fill({ quiet: 'psst', loud: 'hello' });
    expect(workspace.traffic.sent('action').map(({ what }) => what)).toEqual(['action loud']);
    expect(lastSent(workspace, 'action loud')).toMatchObject({
      actions: [{ type: 'plain_text_input', action_id: 'loud', block_id: 'loud', value: 'hello' }],
      view: { state: { values: { quiet: { quiet: { value: 'psst' } } } } },
    });
  });

  test('the options of an external select are looked for and can then be chosen', async () => {
    const { workspace } = await openForm('http', {
      view: modal({
        blocks: [input('deals', { type: 'multi_external_select', action_id: 'deals', min_query_length: 1 })],
      }),
      listen: (app) =>
        app.options('deals', async ({ ack, options }) => ack({ options: [option(`${options.value}-1`)] })),
    });
    expect(await workspace.searchOptions('dana', 'deals', 'kaiser')).toEqual([option('kaiser-1')]);
    await workspace.clickView('dana', 'deals', ['kaiser-1']);
    await workspace.submit('dana');
    expect(lastSent(workspace, 'view_submission form').view.state.values.deals?.deals).toEqual({
      type: 'multi_external_select',
      selected_options: [option('kaiser-1')],
    });
  });

  test('a name of the bot’s own is good for one open view', async () => {
    const errors: unknown[] = [];
    const { workspace } = await openForm('http', {
      view: modal({ external_id: 'only-one' }),
      listen: (app) =>
        app.command('/outsourcing', async ({ command, client }) => {
          const view = modal({ external_id: 'only-one', title: plain('By name') });
          errors.push(
            await client.views
              .open({ trigger_id: command.trigger_id, view })
              .catch((error) => error.data.error),
          );
          await client.views.update({ external_id: 'only-one', view });
        }),
    });
    await workspace.command('luis', '#it-sourcing', 'Optum');
    await expect.poll(() => workspace.modals('dana')[0]?.view.title).toEqual(plain('By name'));
    expect(errors).toEqual(['duplicate_external_id']);
    expect(workspace.modals('luis')).toEqual([]);
  });

  test('a select can begin with the conversation that the modal is opened from', async () => {
    const here = { default_to_current_conversation: true, response_url_enabled: true };
    const view = modal({
      blocks: [input('where', { type: 'conversations_select', action_id: 'where', ...here })],
    });
    const { workspace } = await openEcho('http', {
      listen: (app) =>
        app.shortcut('find_precedents', async ({ ack, client, shortcut }) => {
          await ack();
          await client.views.open({ trigger_id: shortcut.trigger_id, view });
        }),
    });
    const { ts = '' } = await workspace.say('luis', '#transition-office', 'hello');
    const message = workspace.state.message('C0TRANSITION', ts)!;
    await workspace.messageShortcut('dana', message, 'find_precedents');
    await workspace.until(() => workspace.modals('dana')[0], 'a modal');
    expect(workspace.modals('dana')[0]?.values).toEqual({
      where: { where: { type: 'conversations_select', selected_conversation: 'C0TRANSITION' } },
    });
  });

  test('more than three views above each other are refused', async () => {
    const replies = (): ViewResponseAction => ({ response_action: 'push', view: modal() });
    const { workspace, fill } = await openForm('http', { reply: replies });
    for (let depth = 0; depth < 3; depth += 1) {
      await fill(complete);
      await workspace.submit('dana');
    }
    expect(workspace.modals('dana')).toHaveLength(3);
    expect(workspace.refusals.map(({ error }) => error)).toEqual(['push_limit_reached']);
  });

  test('a bot that does not take a submission leaves the view with a reason', async () => {
    const { workspace } = await openForm('http', {
      ackWithinMs: 400,
      view: modal({
        callback_id: 'nobody',
        blocks: [input('name', { type: 'plain_text_input', action_id: 'name' })],
      }),
    });
    await workspace.clickView('dana', 'name', 'Dana');
    const sent = await workspace.submit('dana');
    expect(sent.state).toBe('failed');
    expect(workspace.modals('dana')[0]?.problem).toBe(sent.problem);
  });
});

import type { ViewResponseAction } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { Way } from './echo-bot.ts';
import { complete, input, lastSent, modal, openForm, option, plain } from './open-form.ts';

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

import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { openEcho } from './echo-bot.ts';
import { everyInput, input, lastSent, modal, openForm, option, plain } from './open-form.ts';

describe('the inputs of a modal', () => {
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
});

import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { openEcho } from './echo-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

const blocks: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      {
        type: 'static_select',
        action_id: 'deal',
        placeholder: plain('Deal'),
        options: [option('a'), option('b')],
      },
      { type: 'datepicker', action_id: 'since', initial_date: '2026-01-01' },
      { type: 'overflow', action_id: 'more-of-it', options: [option('share'), option('delete')] },
      { type: 'checkboxes', action_id: 'what', options: [option('term'), option('value')] },
    ],
  },
  {
    type: 'context_actions',
    block_id: 'verdict',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Good'), value: 'up' },
        negative_button: { text: plain('Bad'), value: 'down' },
      },
    ],
  },
] as KnownBlock[];

interface Pressed {
  readonly actions: readonly Record<string, unknown>[];
  readonly state: { readonly values: Record<string, Record<string, Record<string, unknown>>> };
}

const openChoices = async () => {
  const { workspace } = await openEcho('http', {
    listen: (app) => {
      app.message('choices', async ({ message, client }) => {
        await client.chat.postMessage({ channel: message.channel, text: 'Choose', blocks });
      });
      app.action(/.*/, async ({ ack }) => ack());
    },
  });
  await workspace.say('dana', '#it-sourcing', 'choices');
  const message = await workspace.nextMessage(({ text }) => text === 'Choose');
  const sent = (actionId: string) =>
    workspace.traffic.sent(`action ${actionId}`).at(-1)?.body as unknown as Pressed;
  return { workspace, message, sent };
};

test('each kind of element sends what was chosen in it', async () => {
  const { workspace, message, sent } = await openChoices();
  await workspace.click('dana', message, 'deal', 'b');
  await workspace.click('dana', message, 'since', '2026-11-22');
  await workspace.click('dana', message, 'more-of-it', 'delete');
  await workspace.click('dana', message, 'what', ['value']);
  await workspace.click('dana', message, 'feedback', 'down');
  const action = (actionId: string) => sent(actionId).actions[0] ?? {};
  expect(action('deal')).toMatchObject({
    type: 'static_select',
    block_id: 'choices',
    selected_option: option('b'),
  });
  expect(action('deal').options).toBeUndefined();
  expect(action('since')).toMatchObject({ selected_date: '2026-11-22', initial_date: '2026-01-01' });
  expect(action('more-of-it')).toMatchObject({ type: 'overflow', selected_option: option('delete') });
  expect(action('what')).toMatchObject({ selected_options: [option('value')] });
  expect(action('feedback')).toMatchObject({
    type: 'feedback_buttons',
    block_id: 'verdict',
    value: 'down',
    text: plain('Bad'),
  });
});

test('what one person chose in a message comes with their next action, and with nobody else’s', async () => {
  const { workspace, message, sent } = await openChoices();
  await workspace.click('dana', message, 'deal', 'b');
  await workspace.click('dana', message, 'feedback', 'up');
  expect(sent('feedback').state.values.choices?.deal?.selected_option).toEqual(option('b'));
  await workspace.click('luis', message, 'feedback', 'up');
  expect(sent('feedback').state.values.choices?.deal?.selected_option).toBeNull();
  expect(sent('feedback').state.values.choices?.since).toEqual({
    type: 'datepicker',
    selected_date: '2026-01-01',
  });
});

test('the options of an external select in a message are looked for and can then be chosen', async () => {
  const select = { type: 'external_select', action_id: 'look', min_query_length: 1 };
  const { workspace } = await openEcho('http', {
    listen: (app) => {
      app.message('look', async ({ message, client }) => {
        const actions = { type: 'actions', block_id: 'looks', elements: [select] } as KnownBlock;
        await client.chat.postMessage({ channel: message.channel, text: 'Look', blocks: [actions] });
      });
      app.options('look', async ({ ack, options }) => ack({ options: [option(`${options.value}-1`)] }));
      app.action('look', async ({ ack }) => ack());
    },
  });
  await workspace.say('dana', '#it-sourcing', 'look');
  const message = await workspace.nextMessage(({ text }) => text === 'Look');
  expect(await workspace.searchOptions('dana', 'look', 'kaiser', message)).toEqual([option('kaiser-1')]);
  await workspace.click('dana', message, 'look', 'kaiser-1');
  expect(workspace.traffic.sent('block_suggestion look').at(-1)?.body).toMatchObject({
    value: 'kaiser',
    block_id: 'looks',
    container: { type: 'message', message_ts: message.ts },
    message: { text: 'Look' },
  });
  expect(workspace.traffic.sent('action look').at(-1)?.body).toMatchObject({
    actions: [{ selected_option: option('kaiser-1') }],
  });
});

test('an option that is not offered cannot be chosen', async () => {
  const { workspace, message } = await openChoices();
  await expect(workspace.click('dana', message, 'deal', 'z')).rejects.toThrow(
    'There is no option z to choose.',
  );
  await expect(workspace.click('dana', message, 'feedback', 'z')).rejects.toThrow(
    'There is no feedback z to give.',
  );
  await expect(workspace.click('dana', message, 'deal')).rejects.toThrow('Say what to put into deal.');
});

test('a message shortcut carries the message, also a colleague’s in a thread', async () => {
  const { workspace } = await openEcho('http', {
    listen: (app) => {
      app.shortcut('find_precedents', async ({ ack, respond, shortcut }) => {
        await ack();
        if (shortcut.type === 'message_action')
          await respond({ response_type: 'ephemeral', text: `About ${shortcut.message.text}` });
      });
    },
  });
  const root = await workspace.say('luis', '#general', 'our contract with Optum');
  const reply = await workspace.say('luis', '#general', 'seven years', { thread: root.ts });
  const message = workspace.state.message('C0GENERAL', reply.ts ?? '')!;
  const answer = await workspace.answer(await workspace.messageShortcut('dana', message, 'find_precedents'));
  expect(answer).toMatchObject({ text: 'About seven years', visibleTo: 'U0DANA' });
  expect(workspace.traffic.sent('message_action find_precedents').at(-1)?.body).toMatchObject({
    type: 'message_action',
    callback_id: 'find_precedents',
    channel: { id: 'C0GENERAL', name: 'general' },
    user: { id: 'U0DANA' },
    message: { user: 'U0LUIS', text: 'seven years', thread_ts: root.ts, ts: reply.ts },
  });
  await expect(workspace.messageShortcut('dana', answer, 'find_precedents')).rejects.toThrow(
    'A message that only you see has no shortcuts.',
  );
});

test('a shortcut that the manifest does not declare cannot be run', async () => {
  const { workspace } = await openEcho('http', { shortcuts: [] });
  await expect(workspace.shortcut('dana', 'search_precedents')).rejects.toThrow(
    'The app has no global shortcut search_precedents here.',
  );
});

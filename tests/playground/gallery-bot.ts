import type { App } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, about?: string) => ({
  text: plain(text),
  value: text.toLowerCase().replaceAll(' ', '-'),
  ...(about !== undefined && { description: plain(about) }),
});
const cell = (text: string) => ({ type: 'raw_text' as const, text });
const number = (value: number) => ({ type: 'raw_number' as const, value, text: `${value} years` });

export const csv = 'Deal,Term\r\nAcme Health,Seven years\r\n';

const deals = [
  'Acme Health',
  'Beacon Clinics',
  'Crest Hospital',
  'Delta Care',
  'Elm Medical',
  'Fern Network',
];

/** Every element that a message can have. */
const choices = [
  { type: 'header', text: plain('Every element') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: 'Reported <!date^1237248000^{date_long} at {time}|March 17, 2009>',
      verbatim: true,
    },
    accessory: {
      type: 'overflow',
      action_id: 'gallery:overflow',
      options: [option('Share to channel'), option('Delete it')],
    },
  },
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      {
        type: 'static_select',
        action_id: 'gallery:deal',
        placeholder: plain('Another deal'),
        options: deals.map((deal) => option(deal)),
      },
      { type: 'datepicker', action_id: 'gallery:since', initial_date: '2026-01-01' },
      {
        type: 'button',
        action_id: 'gallery:delete',
        text: plain('Delete'),
        style: 'danger',
        confirm: {
          title: plain('Delete the answer?'),
          text: plain('Nobody can see it afterwards.'),
          confirm: plain('Delete'),
          deny: plain('Keep'),
          style: 'danger',
        },
      },
    ],
  },
  {
    type: 'data_table',
    caption: 'Terms of six deals',
    page_size: 4,
    rows: [
      [cell('Deal'), cell('Term')],
      ...deals.map((deal, at) => [cell(deal), number(((at * 5) % 7) + 2)]),
    ],
  },
  {
    type: 'context_actions',
    block_id: 'verdict',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'gallery:feedback',
        positive_button: { text: plain('Helpful'), value: 'up' },
        negative_button: { text: plain('Not helpful'), value: 'down' },
      },
    ],
  },
] as KnownBlock[];

const input = (blockId: string, label: string, element: object, more: object = {}): KnownBlock =>
  ({ type: 'input', block_id: blockId, label: plain(label), element, ...more }) as KnownBlock;

/** A form with an input of every kind that the bot uses. */
export const form = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'gallery',
  title: plain('Compare deals'),
  submit: plain('Compare'),
  close: plain('Cancel'),
  notify_on_close: true,
  blocks: [
    input(
      'deals',
      'Deals',
      {
        type: 'multi_external_select',
        action_id: 'gallery:deals',
        placeholder: plain('Find deals by client or vendor'),
        min_query_length: 1,
        max_selected_items: 6,
      },
      { hint: plain('Two to six.') },
    ),
    input('order', 'Order', {
      type: 'static_select',
      action_id: 'gallery:order',
      options: [option('Differing first'), option('As in the library')],
    }),
    input('attributes', 'Attributes', {
      type: 'checkboxes',
      action_id: 'gallery:attributes',
      options: [option('Term', 'how long it runs'), option('Value', 'what it costs'), option('Staff')],
    }),
    input('who', 'Who sees it', {
      type: 'radio_buttons',
      action_id: 'gallery:who',
      options: [option('Only me'), option('The channel')],
      initial_option: option('Only me'),
    }),
    input(
      'since',
      'Signed since',
      { type: 'datepicker', action_id: 'gallery:since-when' },
      { optional: true },
    ),
    input('title', 'Title', { type: 'plain_text_input', action_id: 'gallery:title' }, { optional: true }),
    input(
      'note',
      'Note',
      { type: 'plain_text_input', action_id: 'gallery:note', multiline: true },
      { optional: true },
    ),
  ],
  ...more,
});

/** A Home tab with a search and a button that opens a modal. */
export const home: HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('What others did') },
    input(
      'search',
      'Search the library',
      { type: 'plain_text_input', action_id: 'gallery:search', placeholder: plain('Optum') },
      { dispatch_action: true },
    ),
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Acme Health*\nSeven years', verbatim: true },
      accessory: { type: 'button', action_id: 'gallery:open', text: plain('Open'), value: 'acme' },
    },
  ],
};

/** Listens so that every surface of the page has something to show. */
export const gallery = (app: App): void => {
  app.message('gallery', async ({ message, client }) => {
    await client.chat.postMessage({ channel: message.channel, text: 'Every element', blocks: choices });
  });
  app.message('export', async ({ message, client }) => {
    await client.filesUploadV2({
      channel_id: message.channel,
      thread_ts: message.ts,
      filename: 'comparison.csv',
      title: 'Acme and Beacon',
      content: csv,
    });
  });
  app.action(/^gallery:(?!open)/, async ({ ack }) => ack());
  app.action('gallery:open', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const view = form({ title: plain('Acme Health') });
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.options('gallery:deals', async ({ ack, options }) => {
    const found = deals.filter((deal) => deal.toLowerCase().includes(options.value));
    await ack({ options: found.map((deal) => option(deal)) });
  });
  app.shortcut('search_precedents', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form() });
  });
  app.shortcut('find_precedents', async ({ ack, shortcut, respond }) => {
    await ack();
    if (shortcut.type === 'message_action')
      await respond({ response_type: 'ephemeral', text: `Found for ${shortcut.message.text}` });
  });
  app.view({ callback_id: 'gallery', type: 'view_closed' }, async ({ ack }) => ack());
  app.view({ callback_id: 'gallery', type: 'view_submission' }, async ({ ack, view }) => {
    const chosen = view.state.values.deals?.['gallery:deals']?.selected_options ?? [];
    if (chosen.length < 2) {
      await ack({ response_action: 'errors', errors: { deals: 'Choose two deals or more.' } });
      return;
    }
    const names = chosen.map(({ text }) => text.text).join(' and ');
    const blocks: KnownBlock[] = [
      { type: 'section', text: { type: 'mrkdwn', text: `Compared: ${names}`, verbatim: true } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'gallery:keep', text: plain('Keep it'), value: 'keep' }],
      },
    ];
    const { submit: _, ...next } = form({ title: plain('Compared'), blocks });
    await ack({ response_action: 'update', view: next });
  });
};

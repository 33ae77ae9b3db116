import type { App, ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { openEcho, type Way } from './echo-bot.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

export const input = (blockId: string, element: object, more: object = {}): KnownBlock =>
  ({ type: 'input', block_id: blockId, label: plain(blockId), element, ...more }) as KnownBlock;

export const everyInput: KnownBlock[] = [
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

export const modal = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('A form'),
  submit: plain('Compare'),
  private_metadata: 'deal-1',
  blocks: everyInput,
  ...more,
});

/** A bot whose command opens a modal, and that answers its submission as told. */
export const openForm = async (
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
export const lastSent = (workspace: Awaited<ReturnType<typeof openForm>>['workspace'], what: string) =>
  workspace.traffic.sent(what).at(-1)?.body as unknown as Sent;

export const complete = { name: 'Dana', deal: 'b', deals: ['c', 'd'], how: 'private' };

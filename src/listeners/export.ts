import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { clean, escapeText, shorten } from '../blocks/mrkdwn.ts';
import { exportCsv } from '../blocks/take-away.ts';
import { dayOf } from '../day.ts';
import { comparisonCsv } from '../export/comparison-csv.ts';
import { comparisonMarkdown } from '../export/comparison-markdown.ts';
import type { ExportFile } from '../export/file.ts';
import { decodeReading } from '../reading.ts';
import { acknowledge } from './acknowledge.ts';
import { sayInWindow } from './answer-window.ts';
import { clickClaims } from './claims.ts';
import { tellSender } from './failure.ts';
import type { Desk } from './parts.ts';
import { quiet } from './post.ts';
import { isRefusal } from './refusal.ts';
import { type FilePlace, sendFile } from './send-file.ts';
import { senderSchema, teamFrom } from './sender.ts';
import { staleButton } from './stale.ts';

/** What we read of a click on a button that exports, whether it stands in a message or in a window. */
const clickSchema = senderSchema.extend({
  trigger_id: z.string(),
  response_url: z.string().default(''),
  container: z.union([
    z.object({ channel_id: z.string(), message_ts: z.string(), thread_ts: z.string().optional() }),
    z.object({ view_id: z.string() }),
  ]),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([z.object({ action_id: z.string(), value: z.string().default('') })]),
});

type Click = z.output<typeof clickSchema>;

interface Kind {
  readonly form: 'csv' | 'markdown';
  readonly says: string;
  readonly make: (answer: Answer, day: string) => ExportFile | undefined;
}

const csv: Kind = { form: 'csv', says: 'as CSV for a spreadsheet', make: comparisonCsv };
const markdown: Kind = { form: 'markdown', says: 'as a page of Markdown', make: comparisonMarkdown };

/** Slack takes no file from us. */
const forbidden: ReadonlySet<string> = new Set(['missing_scope', 'not_allowed_token_type']);
const noFiles: ReadonlySet<string> = new Set([
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_upload_size_restricted',
  'storage_limit_reached',
]);

const sent = 'I sent you the file directly: it stands under Messages, for you alone.';
const mayNot =
  'I may not hand over files in this workspace yet. An admin can allow it by installing me again with the permission ' +
  '`files:write`. Until then you can copy the answer from its message.';
const closed =
  'This workspace takes no files at the moment, so I could not hand it over. You can copy the answer from its message.';
const tableless = 'The library has changed since, and this answer has no table any more. Please ask again.';

/** True for the first of a double click. While the store is away the claims of this process have to do. */
const isFirst = async (desk: Desk, click: Click): Promise<boolean> => {
  const { user, container, actions } = click;
  const claims = clickClaims({
    team: teamFrom(click),
    triggerId: click.trigger_id,
    responseUrl: click.response_url,
    user: user.id,
    messageTs: 'view_id' in container ? container.view_id : container.message_ts,
    actionId: actions[0].action_id,
  });
  const all = async (store: Desk['store']): Promise<boolean> => {
    for (const { key, expiresInMs } of claims) if (!(await store.claim(key, { expiresInMs }))) return false;
    return true;
  };
  if (!(await all(desk.local))) return false;
  return all(desk.store).catch((err: unknown) => {
    desk.log.error({ err }, 'the store did not take a claim; exporting without one');
    return true;
  });
};

const follows = 'Here is the file you asked for, for you alone.';

/** Slack says where a person's direct message with us is in answer to the first message there. */
const directWith = async ({ posting }: Desk, user: string): Promise<string> => {
  const { channel } = await posting.chat.postMessage({ channel: user, ...quiet, text: follows });
  if (channel === undefined) throw new Error('Slack did not say where the direct message is');
  return channel;
};

const isDirect = ({ container }: Click): boolean =>
  'channel_id' in container && container.channel_id.startsWith('D');

/** The thread of our direct message in which the person is, or the direct message. */
const placeFor = (desk: Desk, click: Click): Omit<FilePlace, 'comment'> => {
  const { container, message, user } = click;
  return 'channel_id' in container && isDirect(click)
    ? { channel: container.channel_id, thread: message?.thread_ts ?? container.thread_ts }
    : { channel: () => directWith(desk, user.id) };
};

const commentOn = ({ title }: ExportFile, { says }: Kind): string =>
  `${escapeText(shorten(clean(title), 300))}, ${says}.`;

/** What the person is told, where the file does not speak for itself. */
const handOver = async (desk: Desk, click: Click, kind: Kind): Promise<string | undefined> => {
  const reading = decodeReading(click.actions[0].value);
  if (reading === undefined) return staleButton;
  const day = dayOf(desk.clock());
  const file = kind.make(desk.asker.answerReading(reading).answer, day);
  if (file === undefined) return tableless;
  try {
    await sendFile(desk, file, { ...placeFor(desk, click), comment: commentOn(file, kind) });
  } catch (err) {
    if (!isRefusal(err, forbidden) && !isRefusal(err, noFiles)) throw err;
    desk.log.warn({ err }, 'may not hand over a file');
    return isRefusal(err, forbidden) ? mayNot : closed;
  }
  desk.log.info({ surface: 'export', intent: reading.intent, form: kind.form }, 'exported');
  return isDirect(click) ? undefined : sent;
};

/** "Export CSV", "Export Markdown": the table of an answer as a file, to the person who pressed and to nobody else. */
export const onExport =
  (desk: Desk) =>
  async ({ ack, body }: SlackActionMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const click = clickSchema.safeParse(body).data;
    if (click === undefined || !(await isFirst(desk, click))) return;
    const word = await handOver(desk, click, click.actions[0].action_id === exportCsv ? csv : markdown);
    if (word === undefined || (await sayInWindow(desk, body, word))) return;
    await tellSender(desk, body, word);
  };

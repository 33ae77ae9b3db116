import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Claim } from './claims.ts';

const asker = { id: z.string(), team: z.string(), channel: z.string(), user: z.string() };

/**
 * What somebody wants answered, as a claim keeps it until it is answered: enough to answer it in another process.
 * `id` names it in the metadata of its answer. `since` is a time of Slack's from which on the answer may stand there.
 */
export const questionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...asker,
    kind: z.literal('message'),
    /** What was typed, without our name; empty where that alone was said. */
    text: z.string(),
    ts: z.string(),
    /** The root of the thread in which it is answered; its own `ts` where it starts one. */
    thread: z.string(),
    direct: z.boolean(),
    /** False where it says our name nowhere, in a channel: then it is for us by its thread alone. */
    isNamed: z.boolean().optional(),
    since: z.string(),
  }),
  z.object({ ...asker, kind: z.literal('command'), text: z.string(), responseUrl: z.string() }),
  z.object({
    ...asker,
    kind: z.literal('click'),
    /** What the button holds: a reading as JSON, unless an older version made it. */
    value: z.string(),
    thread: z.string(),
    /** Whether the button stands in a message that only this person sees. */
    isPrivate: z.boolean(),
    /** The thread that a private message is about, where it is about one. */
    about: z.string().optional(),
    /** Whether the private message stands in that thread, rather than in the channel. */
    isInThread: z.boolean().default(false),
    responseUrl: z.string(),
    since: z.string(),
  }),
  z.object({
    ...asker,
    kind: z.literal('shortcut'),
    /** What the message says on which it was taken; whoever wrote it did not write it to us. */
    text: z.string(),
    /** The root of the thread in which the message stands, or which it could begin. */
    about: z.string(),
    /** Whether that thread is there already. */
    isInThread: z.boolean(),
    responseUrl: z.string(),
  }),
  z.object({
    ...asker,
    kind: z.literal('share'),
    /** The reading of the answer to share, as its button holds it. */
    value: z.string(),
    /** The thread to share it to; the channel where there is none. */
    thread: z.string().optional(),
    /** Where the sharer is told what became of it: a response address, or a window. */
    responseUrl: z.string().optional(),
    view: z.string().optional(),
    since: z.string(),
  }),
  z.object({
    /** `channel` is where the modal was opened, or the person's own id where that was Home or our conversation. */
    ...asker,
    kind: z.literal('submission'),
    /** What was typed, or else a reading as JSON. */
    text: z.string().optional(),
    value: z.string().optional(),
    /** The thread in which the modal was opened. */
    thread: z.string().optional(),
    /** The thread that it is about, where it was opened beside that one. */
    about: z.string().optional(),
    /** Of the button that opened the modal. */
    responseUrl: z.string().optional(),
  }),
]);

export type Question = z.output<typeof questionSchema>;

/** What was typed; undefined for a question that is a reading. */
export const typedIn = (question: Question): string | undefined =>
  'text' in question ? question.text : undefined;

/** What the person typed to us; not what somebody wrote in a message on which the shortcut was taken. */
export const saidIn = (question: Question): string | undefined =>
  question.kind === 'shortcut' ? undefined : typedIn(question);

/** The reading that a button or a modal asks, as JSON. */
export const readingIn = (question: Question): string => ('value' in question ? (question.value ?? '') : '');

/** A question that the heart answers, rather than an answer to be shown to others. */
export type Asked = Exclude<Question, { readonly kind: 'share' }>;

/** A question as it comes in, with every key under which it may come in again. */
export interface Incoming {
  readonly question: Question;
  readonly claims: readonly Claim[];
}

/** A short name made of ids that always come in the same order. */
export const digest = (what: readonly string[]): string =>
  createHash('sha256').update(what.join('/')).digest('hex').slice(0, 32);

/** The same message has the same id under whatever event it comes. */
export const messageId = (team: string, channel: string, ts: string): string => digest([team, channel, ts]);

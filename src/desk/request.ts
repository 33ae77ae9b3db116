import { z } from 'zod';
import { readingSchema } from '../reading.ts';

export const limits = { text: 500, answer: 2_000 } as const;

const id = z.string().min(1).max(64);
const moment = z.number().int().nonnegative();
const deed = z.object({ by: id.optional(), at: moment });

/** A question that somebody sent to people, as the library does not answer it. It is theirs: it carries their name. */
export const requestSchema = z.object({
  id,
  text: z.string().min(1).max(limits.text),
  /** What was understood: ids, without a word that was typed. */
  reading: readingSchema.optional(),
  /** Who asked. Where they ask to be forgotten, the request goes with them. */
  asker: id,
  asked: moment,
  /** The channel where it was asked, and the thread, where there is one that others read too. */
  channel: id,
  thread: z.string().optional(),
  /** The channel or user group that was told. */
  owners: id,
  taken: deed.optional(),
  resolved: deed.extend({ text: z.string().min(1).max(limits.answer) }).optional(),
  /** What was answered is worth an article. */
  isForLibrary: z.boolean(),
  /** The messages by which the owners were told of it; empty until they were. */
  told: z.array(z.object({ channel: id, ts: z.string() })),
  /** Whether the asker heard the answer. */
  isHeard: z.boolean(),
});

export type Request = z.output<typeof requestSchema>;

/** What the owners do with a request. `at` is in milliseconds since the epoch. */
export type RequestAction =
  | { readonly type: 'take' | 'give-back'; readonly by: string; readonly at: number }
  | {
      readonly type: 'resolve';
      readonly by: string;
      readonly at: number;
      readonly text: string;
      readonly isForLibrary: boolean;
    }
  /** A curator dealt with what was marked for the library. */
  | { readonly type: 'shelve' };

/** Why an action cannot be carried out: somebody else has it, or answered it. */
export const objectionTo = (request: Request, action: RequestAction): 'taken' | 'resolved' | undefined => {
  const { taken, resolved } = request;
  if (action.type === 'shelve') return undefined;
  if (resolved !== undefined)
    return resolved.by === action.by && action.type === 'resolve' ? undefined : 'resolved';
  const isOthers = taken?.by !== undefined && taken.by !== action.by;
  return action.type !== 'resolve' && isOthers ? 'taken' : undefined;
};

/** The request after an action; the same where something stands against it or it was carried out already. */
export const applyTo = (request: Request, action: RequestAction): Request => {
  if (objectionTo(request, action) !== undefined) return request;
  switch (action.type) {
    case 'take':
      return request.taken === undefined ? { ...request, taken: { by: action.by, at: action.at } } : request;
    case 'give-back': {
      const { taken: _, ...free } = request;
      return free;
    }
    case 'resolve': {
      if (request.resolved !== undefined) return request;
      const { by, at, text, isForLibrary } = action;
      return { ...request, taken: request.taken ?? { by, at }, resolved: { by, at, text }, isForLibrary };
    }
    case 'shelve':
      return { ...request, isForLibrary: false };
  }
};

/** The request without the name of one of those who dealt with it. */
export const withoutOwner = (request: Request, person: string): Request => {
  const { taken, resolved, ...rest } = request;
  const nameless = <Done extends { by?: string | undefined; at: number }>({ by, ...done }: Done) =>
    by === person ? done : { by, ...done };
  return {
    ...rest,
    ...(taken && { taken: nameless(taken) }),
    ...(resolved && { resolved: nameless(resolved) }),
  };
};

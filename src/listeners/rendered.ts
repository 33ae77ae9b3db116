import type { Answer, Turn } from '../answer.ts';
import { answerMessages } from '../blocks/answer.ts';
import type { Foot } from '../blocks/foot.ts';
import type { Desk } from './parts.ts';
import type { Outgoing } from './post.ts';
import type { Asked } from './question.ts';

/** The thread that a private answer is about. */
const aboutOf = (question: Asked): string | undefined => {
  if (question.kind === 'submission') return question.about ?? question.thread;
  return 'about' in question ? question.about : undefined;
};

/** What can be done with an answer where this question was asked. */
const standingOf = (question: Asked): Pick<Foot, 'share' | 'thread'> => {
  // In a person's direct messages nobody else is there to see it.
  if (question.channel === question.user || question.channel.startsWith('D')) return { share: 'elsewhere' };
  if (question.kind === 'message' || (question.kind === 'click' && !question.isPrivate)) return {};
  const thread = aboutOf(question);
  return { thread, share: thread === undefined ? 'channel' : 'thread' };
};

/** How the place where it is asked wants answers. */
export interface Wanted {
  readonly feedback?: boolean;
}

const messagesOf = new WeakMap<Answer, Map<string, readonly Outgoing[]>>();

/** A turn as messages. An answer that is given again in the same kind of place is the same object, and looks the same. */
export const rendered = (
  { asker }: Desk,
  question: Asked,
  turn: Turn,
  { feedback = true }: Wanted = {},
): readonly Outgoing[] => {
  const { reading, answer: answered } = turn;
  const standing = standingOf(question);
  const render = (): readonly Outgoing[] =>
    answerMessages(answered, {
      reading,
      ...standing,
      feedback,
      others: asker.otherReadings(turn),
      comparable: asker.comparing.suits(reading),
    });
  // A thread is seldom asked about twice.
  if (standing.thread !== undefined) return render();
  const known = messagesOf.get(answered) ?? new Map<string, readonly Outgoing[]>();
  const place = `${standing.share ?? 'seen by all'}${feedback ? '' : ', without thumbs'}`;
  const messages = known.get(place) ?? render();
  messagesOf.set(answered, known.set(place, messages));
  return messages;
};

import type { Turn } from '../answer.ts';
import { answerMessages } from '../blocks/answer.ts';
import type { Reading } from '../reading.ts';
import { type Claim, isFirst } from './claims.ts';
import type { Deliver } from './deliver.ts';
import type { Parts } from './parts.ts';
import { type Conversation, recall, remember } from './turns.ts';

/** One thing a person wants answered, whichever way it came in. */
export interface Question {
  readonly surface: 'command' | 'mention' | 'message' | 'action';
  readonly claims: readonly Claim[];
  readonly conversation: Conversation;
  /** What was typed, or the reading that a button holds. */
  readonly asks: string | Reading;
  /** What was typed earlier in the conversation, oldest first, where the store knows nothing of it. */
  readonly earlier?: () => Promise<readonly string[]>;
  readonly deliver: Deliver;
}

const replay = ({ asker }: Parts, utterances: readonly string[]): Turn[] => {
  const turns: Turn[] = [];
  for (const utterance of utterances) turns.push(asker.ask(utterance, turns));
  return turns;
};

const earlierTurns = async (parts: Parts, { conversation, earlier }: Question): Promise<Turn[]> => {
  const stored = await recall(parts, conversation);
  if (stored.length > 0 || earlier === undefined) return stored;
  return replay(parts, await earlier());
};

/** The one way from a question to its answer. Answers a question once, however often it is delivered. */
export const reply = async (parts: Parts, question: Question): Promise<void> => {
  const startedAt = parts.now();
  if (!(await isFirst(parts, question.claims))) return;
  const { asks, conversation, surface } = question;
  const earlier = await earlierTurns(parts, question);
  const turn = typeof asks === 'string' ? parts.asker.ask(asks, earlier) : parts.asker.answerReading(asks);
  // Before sending: a quick follow-up must find this turn.
  await remember(parts, conversation, [...earlier, turn]);
  for (const message of answerMessages(turn.answer)) await question.deliver(message);
  const { outcome, citations } = turn.answer;
  parts.log.info(
    {
      surface,
      intent: turn.reading.intent,
      outcome,
      citations: citations.length,
      ms: parts.now() - startedAt,
    },
    'answered',
  );
};

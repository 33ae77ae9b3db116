import { isAnswered } from '../answer.ts';
import { answerMessages } from '../blocks/answer.ts';
import type { Opening } from '../holdings.ts';
import { greetingClaims } from './claims.ts';
import { takeAlone } from './hold.ts';
import type { Desk } from './parts.ts';
import { orPlain, quiet } from './post.ts';
import type { Person } from './private-answer.ts';

/** Slack pins so many questions at the foot of the Messages tab. */
const mostPrompts = 4;

/**
 * Shows questions to tap, those on `names` first and then those that the library answers best; nothing where the
 * workspace does not know how. Every one of them was answered before it is shown.
 */
export const suggestPrompts = async (
  { asker, log, client }: Desk,
  channel: string,
  names: readonly string[] = [],
): Promise<void> => {
  const near = names.filter((name) => isAnswered(asker.ask(name, []).answer.outcome));
  const offered: Pick<Opening, 'title' | 'text'>[] = [
    ...near.map((text) => ({ title: `What the library holds on ${text}`, text })),
    ...asker.holdings().openings.filter(({ text }) => !near.includes(text)),
  ];
  const [first, ...rest] = offered.slice(0, mostPrompts).map(({ title, text }) => ({ title, message: text }));
  if (first === undefined) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: [first, ...rest] });
  } catch (err) {
    log.debug({ err }, 'this workspace shows no suggested prompts');
  }
};

/** Whether nothing was ever said between a person and us. Where we may not look, something was. */
const isUnspoken = async ({ client, log }: Desk, channel: string): Promise<boolean> => {
  try {
    const { messages = [] } = await client.conversations.history({ channel, limit: 1 });
    return messages.length === 0;
  } catch (err) {
    log.debug({ err }, 'Slack did not tell whether a conversation is new; greeting nobody');
    return false;
  }
};

/** One greeting for each person, when they first open the Messages tab, with three questions that get an answer. */
const greet = async (desk: Desk, { team, user }: Person, channel: string): Promise<void> => {
  if (!(await isUnspoken(desk, channel)) || !(await takeAlone(desk, greetingClaims(team, user)))) return;
  for (const message of answerMessages(desk.asker.greeting()))
    await orPlain(desk, message, (outgoing) =>
      desk.posting.chat.postMessage({ channel, ...quiet, ...outgoing }),
    );
};

/** The Messages tab was opened: a greeting where it is new, and questions to tap. */
export const onMessagesOpened = async (desk: Desk, person: Person, channel: string): Promise<void> => {
  await suggestPrompts(desk, channel);
  await greet(desk, person, channel);
};

import type { Desk } from './parts.ts';
import type { Person } from './private-answer.ts';

/** The Messages tab was opened: questions to tap, where the workspace knows how to show them. */
export const onMessagesOpened = async (desk: Desk, _: Person, channel: string): Promise<void> => {
  const { asker, log, client } = desk;
  const [first, ...rest] = asker.holdings().openings.map(({ title, text }) => ({ title, message: text }));
  if (first === undefined) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: [first, ...rest] });
  } catch (err) {
    log.debug({ err }, 'this workspace shows no suggested prompts');
  }
};

import type { Desk } from './parts.ts';

/**
 * Tells Slack that a question or click arrived. What was claimed is answered all the same where that cannot be told: over
 * Socket Mode the connection may have gone since.
 */
export const acknowledge = async ({ log }: Desk, ack: () => Promise<unknown>): Promise<void> => {
  try {
    await ack();
  } catch (err) {
    log.warn({ err }, 'could not acknowledge a question or click; answering it');
  }
};

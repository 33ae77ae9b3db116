import { z } from 'zod';
import type { EventArgs } from './message.ts';
import { type Parts, teamOf } from './parts.ts';
import { turnsOf } from './turns.ts';

/** Only the loss of the bot's own token ends our work in a workspace; a person's token is not ours. */
const goneSchema = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/** The workspace took the app or its token away: what was remembered of its conversations goes too. */
export const onUninstalled =
  (parts: Parts) =>
  async ({ event, context }: EventArgs): Promise<void> => {
    if (!goneSchema.safeParse(event).success) return;
    await parts.store.deleteUnder(turnsOf(teamOf(context)));
    parts.log.warn({ team: teamOf(context) }, 'uninstalled: forgot the conversations of this workspace');
  };

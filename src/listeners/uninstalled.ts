import { z } from 'zod';
import { forgetTeam } from './forget.ts';
import type { EventArgs } from './message.ts';
import { type Desk, teamOf } from './parts.ts';

/** Only the loss of the bot's own token ends our work in a workspace; a person's token is not ours. */
const goneSchema = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/** The workspace took the app or its token away: all that was held of it goes too. */
export const onUninstalled =
  (desk: Desk) =>
  async ({ event, context }: EventArgs): Promise<void> => {
    if (!goneSchema.safeParse(event).success) return;
    await forgetTeam(desk, teamOf(context));
    desk.log.warn({ team: teamOf(context) }, 'uninstalled: forgot all that was held of this workspace');
  };

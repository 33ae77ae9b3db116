import { z } from 'zod';
import { forgetTeam } from './forget.ts';
import type { EventArgs } from './message.ts';
import { type Desk, teamOf } from './parts.ts';

/** Only the loss of the bot's own token ends our work in a workspace; a person's token is not ours. */
const goneSchema = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/** The workspaces of which this process has still to forget all stand under this prefix of its own claims. */
const leaving = 'uninstalled/';

const forget = async (desk: Desk, team: string): Promise<void> => {
  await forgetTeam(desk, team);
  await desk.local.delete(`${leaving}${team}`);
  desk.log.warn({ team }, 'uninstalled: forgot all that was held of this workspace');
};

/**
 * The workspace took the app or its token away: all that was held of it goes too. Nobody is there any more to be told that it
 * did not: where the store is away, it is tried again with every sweep.
 */
export const onUninstalled =
  (desk: Desk) =>
  async ({ event, context }: EventArgs): Promise<void> => {
    if (!goneSchema.safeParse(event).success) return;
    const team = teamOf(context);
    await desk.local.put(`${leaving}${team}`, true);
    await forget(desk, team).catch((err: unknown) =>
      desk.log.error({ err, team }, 'could not forget a workspace that removed the app; trying again'),
    );
  };

/** Forgets what could not be forgotten before. Rejects when the store is away. */
export const forgetUninstalled = async (desk: Desk): Promise<void> => {
  const { entries } = await desk.local.list(leaving);
  for (const { key } of entries) await forget(desk, key.slice(leaving.length));
};

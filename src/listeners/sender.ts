import { z } from 'zod';

const id = z.object({ id: z.string() });

/** Who pressed, sent or chose something, and where they are at home, as the body of each such request says it. */
export const senderSchema = z.object({ user: id, team: id.nullish(), enterprise: id.nullish() });

/** The sender's workspace, or their organisation where the app is installed for all of its workspaces. */
export const teamFrom = ({
  team,
  enterprise,
}: Pick<z.output<typeof senderSchema>, 'team' | 'enterprise'>): string =>
  team?.id ?? enterprise?.id ?? 'unknown';

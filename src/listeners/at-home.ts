import { z } from 'zod';
import type { Desk, Home } from './parts.ts';

const id = z.string().nullish();

/** Which installation a request is for, as each kind of request says it. */
const originSchema = z.object({
  team_id: id,
  enterprise_id: id,
  authorizations: z.array(z.object({ team_id: id, enterprise_id: id })).optional(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
});

interface Origin {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
}

const originOf = (body: unknown): Origin | undefined => {
  const origin = originSchema.safeParse(body).data;
  if (origin === undefined) return undefined;
  const [installation] = origin.authorizations ?? [];
  return {
    team: installation?.team_id ?? origin.team?.id ?? origin.team_id ?? undefined,
    enterprise: installation?.enterprise_id ?? origin.enterprise?.id ?? origin.enterprise_id ?? undefined,
  };
};

const isFrom = (home: Home, { team, enterprise }: Origin): boolean =>
  home.isOrgWide
    ? enterprise === undefined || enterprise === home.enterprise
    : team === undefined || team === home.team;

/**
 * Whether a request is for the installation that our token belongs to. Checked anew for every command, event, click and
 * submission: the same signing secret serves every workspace that installs the app, and an answer for one of them must
 * not go out with the token of another.
 */
export const isAtHome = (desk: Pick<Desk, 'home'>, body: unknown): boolean => {
  const home = desk.home();
  const origin = originOf(body);
  if (home === undefined) return true;
  return origin !== undefined && isFrom(home, origin);
};

export const notInstalled =
  'I am not set up for your workspace, so I cannot answer here. Ask an admin of your workspace to install me.';

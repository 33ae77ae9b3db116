import type { Context, webApi } from '@slack/bolt';
import type { Asker } from '../answer.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { OnDamage } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Question } from './question.ts';

/** People by whom the library grows, as Slack's ids of people, user groups and channels. */
export interface Named {
  /** People and user groups who see what the library lacks. */
  readonly curators: readonly string[];
  /** The channel or user group that answers where the library does not. */
  readonly owners?: string | undefined;
}

/** What the bot is made of. */
export interface Parts {
  readonly asker: Asker;
  readonly store: Store;
  readonly log: Log;
  /** Whom the configuration names. */
  readonly named?: Named;
  /** Milliseconds; only differences are used. */
  readonly now: () => number;
  /** Milliseconds since the epoch; leases and lifetimes are counted by it. */
  readonly clock: () => number;
}

/** The installation that our token belongs to. */
export interface Home {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
  /** Installed for every workspace of the organisation. */
  readonly isOrgWide: boolean;
}

/** What every listener works with: the parts, and one attachment to Slack. */
export interface Desk extends Parts {
  /** For what may be sent twice without harm: it tries again by itself. */
  readonly client: webApi.WebClient;
  /** For what everybody sees: it never tries again by itself, so that nothing is posted twice. */
  readonly posting: webApi.WebClient;
  readonly metrics: Metrics;
  /** Where we are installed; undefined until the start has asked Slack for it. */
  readonly home: () => Home | undefined;
  /** Our own user id; undefined until the start has asked Slack for it. */
  readonly self: () => string | undefined;
  /** Names this process among the replicas; new with every start. */
  readonly holder: string;
  /** The questions being answered here and now, by run. */
  readonly active: Map<string, Question>;
  /** Turns that are being kept, by the key of their conversation. */
  readonly remembering: Map<string, Promise<void>>;
  /** Claims of this process alone, for when the store is away. */
  readonly local: Store;
}

/** The workspace, or the organisation where the app is installed for all of its workspaces. */
export const teamOf = (context: Context): string => context.teamId ?? context.enterpriseId ?? 'unknown';

/** Reports a damaged record; what stands in it is for nobody's log. */
export const reportDamage =
  ({ log }: Parts): OnDamage =>
  (key, what) =>
    log.error({ kind: key.split('/')[0], what }, 'a stored record is damaged; it counts as missing');

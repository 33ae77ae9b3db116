import type { Context } from '@slack/bolt';
import type { Asker } from '../answer.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';

/** What every listener works with. */
export interface Parts {
  readonly asker: Asker;
  readonly store: Store;
  readonly log: Log;
  /** Milliseconds; only differences are used. */
  readonly now: () => number;
}

/** The workspace, or the organisation where the app is installed for all of its workspaces. */
export const teamOf = (context: Context): string => context.teamId ?? context.enterpriseId ?? 'unknown';

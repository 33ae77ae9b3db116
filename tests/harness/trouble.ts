import { Plan } from '../../src/playground/workspace/plan.ts';

/** What happens to a call on its way to Slack or back. */
export type Trouble =
  /** Slack says no. */
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Nothing comes back, and nothing was done. */
  | { readonly kind: 'silent' }
  /** Done, and answered late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Done late, and then answered: the network, or the process that called, stood still. */
  | { readonly kind: 'late'; readonly ms: number }
  /** The connection breaks before anything is done, or after it was done and before Slack says so. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** Done; half of Slack's answer arrives, then the connection closes. */
  | { readonly kind: 'half-closed' };

/** Troubles by Web API method; `response_url` for all response addresses, `*` for every call. */
export class Troubles extends Plan<Trouble> {
  override take(method: string): Trouble | undefined {
    return super.take(method) ?? super.take('*');
  }
}

/** What happens to deliveries on their way from Slack to the bot. */
export interface DeliveryTrouble {
  /** How often each arrives; each copy of an event under an id of its own where `freshIds` says so. */
  readonly copies?: number;
  readonly freshIds?: boolean;
  /** Milliseconds that each is late. */
  readonly late?: number;
  /** This many are kept back and then arrive in the opposite order. */
  readonly reversed?: number;
}

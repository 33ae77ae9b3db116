import { Plan } from './plan.ts';

/** How a call fails: with a Slack error, an HTTP status (with `Retry-After` in seconds), or by never answering. */
export type Fault =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly hang: true };

/** Failures made to order, by Web API method or `response_url`. */
export class Faults extends Plan<Fault> {
  /** The method is unknown to this Slack, as some are to older or governmental ones. */
  unknown(method: string): void {
    this.always(method, { error: 'unknown_method' });
  }
}

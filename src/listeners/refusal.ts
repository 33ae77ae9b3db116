import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** Slack could not read the message: a plainer one may do. */
export const unreadable: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** We may not say anything there. */
export const shutOut: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
]);

/** `not_in_channel`, `invalid_blocks`, …: what Slack answered, or undefined when it did not. */
export const refusalOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

export const isRefusal = (error: unknown, among: ReadonlySet<string>): boolean =>
  among.has(refusalOf(error) ?? '');

/** Nobody can say now whether a message was posted: it is looked for later, and nothing else is said until then. */
export class Unsure extends Error {
  override readonly name = 'Unsure';

  constructor(options: ErrorOptions) {
    super('a message may or may not have been posted', options);
  }
}

/** Slack's own trouble: it may have done what was asked. */
const halfDone: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
]);

/**
 * Whether the call may have been carried out although it failed: the connection broke, even in the middle of Slack's
 * answer, or Slack was out of order. Only a refusal is certain.
 */
export const isUncertain = (error: unknown): boolean => {
  if (error instanceof WebAPIPlatformError) return isRefusal(error, halfDone);
  return !(error instanceof WebAPIRateLimitedError);
};

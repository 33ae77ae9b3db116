import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';

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

/** Whether the call may have been carried out although it failed: the connection broke, or Slack was out of order. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError;

import { createHmac } from 'node:crypto';

/** Slack's request signature, version 0, over the raw body. `timestamp` is in seconds. */
export const signature = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

/** The two headers by which a bot knows that a request comes from Slack. */
export const signedHeaders = (secret: string, timestamp: number, body: string): Record<string, string> => ({
  'x-slack-request-timestamp': String(timestamp),
  'x-slack-signature': signature(secret, timestamp, body),
});

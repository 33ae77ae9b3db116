import type { Envelope, Receipt, Retry, Transport } from './delivery.ts';
import { signedHeaders } from './signing.ts';

export interface HttpDeliveryOptions {
  readonly requestUrl: string;
  readonly signingSecret: string;
  readonly ackWithinMs: number;
}

/** Sends signed requests to the bot's request URL. */
export const httpDelivery = (options: HttpDeliveryOptions): Transport => ({
  send: async (envelope, retry) => {
    const body = encode(envelope);
    try {
      const response = await fetch(options.requestUrl, {
        method: 'POST',
        body,
        headers: {
          // The bot judges the stamp by the system's clock, whatever clock the workspace was given.
          ...signedHeaders(options.signingSecret, Math.floor(Date.now() / 1000), body),
          ...describe(envelope, retry),
        },
        signal: AbortSignal.timeout(options.ackWithinMs),
      });
      return await receipt(response);
    } catch (error) {
      return unreachable(error, options);
    }
  },
});

const encode = ({ kind, payload }: Envelope): string => {
  if (kind === 'event') return JSON.stringify(payload);
  if (kind === 'interaction') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams(fields).toString();
};

const describe = ({ kind }: Envelope, retry: Retry | undefined): Record<string, string> => ({
  'content-type': kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
  'user-agent': 'Slackbot 1.0 (pretend)',
  ...(retry && { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
});

const receipt = async (response: Response): Promise<Receipt> => {
  const body = await response.text();
  const { status } = response;
  if (response.ok) return { ok: true, status, reply: parseReply(body) };
  return {
    ok: false,
    status,
    problem: explain(status),
    reason: 'http_error',
    final: response.headers.get('x-slack-no-retry') === '1',
  };
};

const explain = (status: number): string => {
  if (status === 401) return 'It refused the request (HTTP 401): the signing secrets differ.';
  if (status === 404) return 'Nothing in it took the request within 3 seconds (HTTP 404).';
  return `It answered with HTTP ${status}.`;
};

const parseReply = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const unreachable = (error: unknown, options: HttpDeliveryOptions): Receipt => {
  if (error instanceof Error && error.name === 'TimeoutError') {
    const seconds = options.ackWithinMs / 1000;
    return {
      ok: false,
      problem: `It did not acknowledge within ${seconds} seconds.`,
      reason: 'http_timeout',
    };
  }
  const { host } = new URL(options.requestUrl);
  return { ok: false, problem: `Nothing answers at ${host}.`, reason: 'connection_failed' };
};

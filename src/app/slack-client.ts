import { createHash } from 'node:crypto';
import { type WebAPICallResult, WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Metrics } from '../metrics.ts';

/** Three tries within a few seconds: someone waits for the answer. */
export const clientOptions = (apiUrl: string) => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2_000, randomize: true },
  timeout: 8_000,
  allowAbsoluteUrls: false,
});

/** What everybody sees is tried again by those who look first whether it arrived. */
export const postingOptions = (apiUrl: string) => ({
  ...clientOptions(apiUrl),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

/** Slack's words for a token that lets nobody in any more. */
const refusedToken = /^(?:account_inactive|invalid_auth|not_authed|token_expired|token_revoked)$/;

/** Whether Slack takes our token: shared by all clients that use it. */
export interface Standing {
  /** Slack's word for the refusal; undefined while it is taken. */
  refusal: string | undefined;
}

export interface CountedClientOptions extends WebClientOptions {
  readonly metrics: Metrics;
  readonly standing: Standing;
}

const methodOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** Calls that may be tried again are remembered for so many others. */
const mostFailed = 100;

/**
 * Calls that failed, by a digest of what was sent: the same once more is a retry. The client tells nobody which try it
 * makes, and following each call through the process would slow down everything in it.
 */
class FailedCalls {
  readonly #sent = new Set<string>();

  add(call: string): void {
    this.#sent.add(digestOf(call));
    const [oldest] = this.#sent;
    if (this.#sent.size > mostFailed && oldest !== undefined) this.#sent.delete(oldest);
  }

  /** Whether the call had failed; it counts once. */
  take(call: string): boolean {
    return this.#sent.size > 0 && this.#sent.delete(digestOf(call));
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** `fetch` that counts what came of every try of a call. */
const countingFetch = (metrics: Metrics, isTriedAgain: boolean): typeof fetch => {
  const failed = new FailedCalls();
  return async (input, init) => {
    const method = methodOf(String(input));
    const call = `${method} ${typeof init?.body === 'string' ? init.body : ''}`;
    const fail = (word: string): void => {
      metrics.slackError(method, word);
      if (isTriedAgain) failed.add(call);
    };
    if (failed.take(call)) metrics.slackRetry(method);
    try {
      const response = await fetch(input, init);
      if (!response.ok) fail(`http ${response.status}`);
      return response;
    } catch (error) {
      fail('no answer');
      throw error;
    }
  };
};

/** A client of the Web API whose errors and retries are counted, and which notices when its token is refused. */
export class CountedClient extends WebClient {
  readonly #metrics: Metrics;
  readonly #standing: Standing;

  constructor(token: string, { metrics, standing, ...options }: CountedClientOptions) {
    super(token, { ...options, fetch: countingFetch(metrics, options.retryConfig?.retries !== 0) });
    this.#metrics = metrics;
    this.#standing = standing;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      const result = await super.apiCall(method, options);
      this.#standing.refusal = undefined;
      return result;
    } catch (error) {
      if (error instanceof WebAPIPlatformError) this.#refused(method, error.data.error);
      throw error;
    }
  }

  #refused(method: string, refusal: string): void {
    this.#metrics.slackError(method, refusal);
    if (refusedToken.test(refusal)) this.#standing.refusal = refusal;
  }
}

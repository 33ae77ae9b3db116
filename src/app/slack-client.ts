import { AsyncLocalStorage } from 'node:async_hooks';
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

/** `fetch` that counts what came of every try of a call. `tries` holds how often the current call was made. */
const countingFetch =
  (metrics: Metrics, tries: AsyncLocalStorage<{ count: number }>): typeof fetch =>
  async (input, init) => {
    const method = methodOf(String(input));
    const call = tries.getStore();
    if (call !== undefined) {
      if (call.count > 0) metrics.slackRetry(method);
      call.count += 1;
    }
    try {
      const response = await fetch(input, init);
      if (!response.ok) metrics.slackError(method, `http ${response.status}`);
      return response;
    } catch (error) {
      metrics.slackError(method, 'no answer');
      throw error;
    }
  };

/** A client of the Web API whose errors and retries are counted, and which notices when its token is refused. */
export class CountedClient extends WebClient {
  readonly #metrics: Metrics;
  readonly #standing: Standing;
  readonly #tries: AsyncLocalStorage<{ count: number }>;

  constructor(token: string, { metrics, standing, ...options }: CountedClientOptions) {
    const tries = new AsyncLocalStorage<{ count: number }>();
    super(token, { ...options, fetch: countingFetch(metrics, tries) });
    this.#metrics = metrics;
    this.#standing = standing;
    this.#tries = tries;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      const result = await this.#tries.run({ count: 0 }, () => super.apiCall(method, options));
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

import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { HttpConfig, SocketConfig } from '../config.ts';
import type { Parts } from '../listeners/parts.ts';
import { register } from '../listeners/register.ts';
import { InFlight } from './in-flight.ts';
import { slackLogger } from './slack-logger.ts';
import { explainStart, type Stage } from './start-problem.ts';
import { httpTransport, socketTransport } from './transport.ts';
import { within } from './within.ts';

/** What decides how we are attached to a workspace. */
export type SlackConfig =
  | (Pick<HttpConfig, 'mode' | 'botToken' | 'signingSecret' | 'apiUrl' | 'port' | 'origin'> & {
      readonly host?: string;
    })
  | (Pick<SocketConfig, 'mode' | 'botToken' | 'appToken' | 'apiUrl' | 'port' | 'origin'> & {
      readonly patienceMs?: number;
    });

export interface SlackAppOptions extends Parts {
  readonly config: SlackConfig;
  /** Milliseconds that a start may take. Default 20,000. */
  readonly startWithinMs?: number;
  /** Milliseconds that a stop waits for answers under way. Default 10,000. */
  readonly drainWithinMs?: number;
}

export interface SlackApp {
  /** Resolves to the port in use, where there is one. Rejects with a StartError when the cause is known. */
  start(): Promise<{ readonly port: number | undefined }>;
  /** Stops the intake and waits for what is under way. Never rejects. */
  stop(): Promise<void>;
}

/** Three tries within a few seconds: someone waits for the answer. */
const clientOptions = (apiUrl: string): NonNullable<AppOptions['clientOptions']> => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2_000, randomize: true },
  timeout: 8_000,
  allowAbsoluteUrls: false,
  // Bolt gives this to respond() too, which has no timeout of its own.
  fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(8_000), ...init }),
});

/** A Bolt app that knows what it is working on, error handling included. */
class TrackedApp extends App {
  readonly inFlight = new InFlight();

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.inFlight.track(super.processEvent(event));
  }
}

/** The Bolt app over HTTP or Socket Mode, with every listener registered. Nothing runs before `start()`. */
export const createSlackApp = (options: SlackAppOptions): SlackApp => {
  const { config, log, startWithinMs = 20_000, drainWithinMs = 10_000 } = options;
  const logger = slackLogger(log);
  const transport = config.mode === 'http' ? httpTransport(config, logger) : socketTransport(config, logger);
  const app = new TrackedApp({
    token: config.botToken,
    receiver: transport.receiver,
    logger,
    clientOptions: clientOptions(config.apiUrl),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  register(app, options);

  const step = async <T>(stage: Stage, work: Promise<T>): Promise<T> => {
    try {
      return await within(startWithinMs, work);
    } catch (error) {
      throw explainStart(error, stage, config);
    }
  };

  return {
    async start() {
      await step('checking the bot token', app.init());
      try {
        return { port: await step('opening the way in', transport.open()) };
      } catch (error) {
        await transport.close().catch(() => {});
        throw error;
      }
    },
    async stop() {
      try {
        await within(
          drainWithinMs,
          transport.close().then(() => app.inFlight.drained()),
        );
      } catch (err) {
        log.error({ err, unfinished: app.inFlight.count }, 'stopped before everything was finished');
      }
    },
  };
};

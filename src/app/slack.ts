import { randomUUID } from 'node:crypto';
import { App, type AppOptions, type Logger, type ReceiverEvent } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { HttpConfig, SocketConfig } from '../config.ts';
import { admit } from '../listeners/intake.ts';
import type { Desk, Parts } from '../listeners/parts.ts';
import { tidy } from '../listeners/past.ts';
import { register } from '../listeners/register.ts';
import { handOver } from '../listeners/serve.ts';
import { sweep } from '../listeners/sweep.ts';
import { createMemoryStore } from '../store/memory.ts';
import { InFlight } from './in-flight.ts';
import { repeat } from './repeat.ts';
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
  /** Milliseconds between two looks for questions that a process left unanswered. Default 2,000; 0 never looks. */
  readonly sweepEveryMs?: number;
}

export interface SlackApp {
  /** Resolves to the port in use, where there is one. Rejects with a StartError when the cause is known. */
  start(): Promise<{ readonly port: number | undefined }>;
  /** Stops the intake and waits for what is under way. Never rejects. */
  stop(): Promise<void>;
  /** Answers now what a process that is gone left unanswered, and removes what is too old. Never rejects. */
  sweep(): Promise<void>;
}

/** Three tries within a few seconds: someone waits for the answer. */
const clientOptions = (apiUrl: string): NonNullable<AppOptions['clientOptions']> => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2_000, randomize: true },
  timeout: 8_000,
  allowAbsoluteUrls: false,
});

/** What everybody sees is tried again by those who look first whether it arrived. */
const postingOptions = (apiUrl: string, logger: Logger) => ({
  ...clientOptions(apiUrl),
  logger,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

/** A Bolt app that keeps a question before it acknowledges it, and knows what it is working on. */
class TrackedApp extends App {
  readonly inFlight = new InFlight();
  desk: Desk | undefined;

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.inFlight.track(this.#admitted(event).then((admitted) => super.processEvent(admitted)));
  }

  async #admitted(event: ReceiverEvent): Promise<ReceiverEvent> {
    if (this.desk === undefined) return event;
    const admitted = await admit(this.desk, event.body);
    return { ...event, customProperties: { ...event.customProperties, ...admitted } };
  }
}

const tidyEveryMs = 6 * 60 * 60 * 1000;

/** Claims of one process, for when the store is away. */
const localClaims = 20_000;

/** The Bolt app over HTTP or Socket Mode, with every listener registered. Nothing runs before `start()`. */
export const createSlackApp = (options: SlackAppOptions): SlackApp => {
  const {
    config,
    log,
    clock,
    startWithinMs = 20_000,
    drainWithinMs = 10_000,
    sweepEveryMs = 2_000,
  } = options;
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
  let self: string | undefined;
  const desk: Desk = {
    ...options,
    client: app.client,
    posting: new WebClient(config.botToken, postingOptions(config.apiUrl, logger)),
    self: () => self,
    holder: randomUUID(),
    active: new Map(),
    local: createMemoryStore({ now: clock, capacity: localClaims }),
  };
  app.desk = desk;
  register(app, desk);
  const sweeping = repeat(
    sweepEveryMs,
    () => app.inFlight.track(sweep(desk)),
    (err) => log.error({ err }, 'could not look for unanswered questions'),
  );
  const tidying = repeat(
    sweepEveryMs === 0 ? 0 : tidyEveryMs,
    () => app.inFlight.track(tidy(desk)),
    (err) => log.error({ err }, 'could not remove old readings'),
  );

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
      self = (await step('checking the bot token', app.client.auth.test())).user_id;
      try {
        const port = await step('opening the way in', transport.open());
        sweeping.start();
        tidying.start();
        return { port };
      } catch (error) {
        await transport.close().catch(() => {});
        throw error;
      }
    },
    async sweep() {
      await sweeping.now();
      await tidying.now();
    },
    async stop() {
      sweeping.stop();
      tidying.stop();
      try {
        await within(
          drainWithinMs,
          transport.close().then(() => app.inFlight.drained()),
        );
      } catch (err) {
        log.error({ err, unfinished: app.inFlight.count }, 'stopped before everything was finished');
        await within(1_000, handOver(desk)).catch(() => {});
      }
    },
  };
};

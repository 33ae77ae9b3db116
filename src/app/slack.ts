import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AuthTestResponse } from '@slack/web-api';
import type { HttpConfig, SocketConfig } from '../config.ts';
import type { Desk, Home, Parts } from '../listeners/parts.ts';
import { tidy } from '../listeners/past.ts';
import { register } from '../listeners/register.ts';
import { handOver } from '../listeners/serve.ts';
import { sweep } from '../listeners/sweep.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { createMemoryStore } from '../store/memory.ts';
import { healthRoutes, metricsRoute, portOf, serveRoutes } from './health.ts';
import { readinessOf } from './readiness.ts';
import { repeat } from './repeat.ts';
import { CountedClient, clientOptions, postingOptions, type Standing } from './slack-client.ts';
import { slackLogger } from './slack-logger.ts';
import { explainStart, type Stage } from './start-problem.ts';
import { TrackedApp } from './tracked-app.ts';
import { httpTransport, socketTransport, type Transport } from './transport.ts';
import { within } from './within.ts';

/** What decides how we are attached to a workspace. */
export type SlackConfig =
  | (Pick<
      HttpConfig,
      'mode' | 'botToken' | 'signingSecret' | 'apiUrl' | 'port' | 'metricsPort' | 'origin'
    > & {
      readonly host?: string;
    })
  | (Pick<SocketConfig, 'mode' | 'botToken' | 'appToken' | 'apiUrl' | 'port' | 'metricsPort' | 'origin'> & {
      readonly patienceMs?: number;
    });

export interface SlackAppOptions extends Parts {
  readonly config: SlackConfig;
  /** Counts from zero when left out. */
  readonly metrics?: Metrics;
  /** Milliseconds that a start may take. Default 20,000. */
  readonly startWithinMs?: number;
  /** Milliseconds that a stop waits for answers under way. Default 10,000. */
  readonly drainWithinMs?: number;
  /** Milliseconds between two looks for questions that a process left unanswered. Default 2,000; 0 never looks. */
  readonly sweepEveryMs?: number;
}

export interface SlackApp {
  /** Resolves to the ports in use, where there are any. Rejects with a StartError when the cause is known. */
  start(): Promise<{ readonly port: number | undefined; readonly metricsPort?: number | undefined }>;
  /** Stops the intake and waits for what is under way. Never rejects. */
  stop(): Promise<void>;
  /** Answers now what a process that is gone left unanswered, and removes what is too old. Never rejects. */
  sweep(): Promise<void>;
}

const tidyEveryMs = 6 * 60 * 60 * 1000;

/** Claims of one process, for when the store is away. */
const localClaims = 20_000;

interface Identity {
  readonly self: string | undefined;
  readonly home: Home;
}

const identityOf = (answer: AuthTestResponse): Identity => ({
  self: answer.user_id,
  home: {
    team: answer.team_id,
    enterprise: answer.enterprise_id,
    isOrgWide: answer.is_enterprise_install === true,
  },
});

/** `ok`, or what keeps Slack and us apart. */
const connectionOf = (transport: Transport, { refusal }: Standing): string => {
  if (refusal !== undefined) return `token refused (${refusal})`;
  return transport.isConnected() ? 'ok' : 'not connected';
};

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
  const metrics = options.metrics ?? createMetrics();
  const standing: Standing = { refusal: undefined };
  const readiness = readinessOf({ ...options, slack: () => connectionOf(transport, standing) });
  const routes = healthRoutes(readiness);
  const transport: Transport =
    config.mode === 'http'
      ? httpTransport(config, { logger, routes })
      : socketTransport(config, { logger, routes });
  const app = new TrackedApp({
    token: config.botToken,
    receiver: transport.receiver,
    logger,
    clientOptions: clientOptions(config.apiUrl),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  let identity: Identity | undefined;
  const shared = { metrics, standing, logger };
  const desk: Desk = {
    ...options,
    metrics,
    client: new CountedClient(config.botToken, { ...clientOptions(config.apiUrl), ...shared }),
    posting: new CountedClient(config.botToken, { ...postingOptions(config.apiUrl), ...shared }),
    home: () => identity?.home,
    self: () => identity?.self,
    holder: randomUUID(),
    active: new Map(),
    remembering: new Map(),
    local: createMemoryStore({ now: clock, capacity: localClaims }),
  };
  metrics.watchInFlight(() => app.inFlight.count);
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

  let figures: Server | undefined;
  const openFigures = async (): Promise<number | undefined> => {
    if (config.metricsPort === undefined) return undefined;
    figures = await serveRoutes(config.metricsPort, { ...routes, ...metricsRoute(metrics) });
    return portOf(figures);
  };

  return {
    async start() {
      await step('checking the bot token', app.init());
      identity = identityOf(await step('checking the bot token', desk.client.auth.test()));
      try {
        const metricsPort = await step('opening the port for figures', openFigures());
        const port = await step('opening the way in', transport.open());
        sweeping.start();
        tidying.start();
        return { port, ...(metricsPort !== undefined && { metricsPort }) };
      } catch (error) {
        figures?.close();
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
      } finally {
        figures?.close();
        figures?.closeAllConnections();
      }
    },
  };
};

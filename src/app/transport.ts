import type { Server } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { guarded } from './front-door.ts';
import { portOf, type Routes, serveRoutes } from './health.ts';
import { within } from './within.ts';

/** One of the two ways in which Slack reaches us. */
export interface Transport {
  readonly receiver: Receiver;
  /** Resolves to the port in use, where there is one. Rejects when the port or Slack cannot be had. */
  open(): Promise<number | undefined>;
  /** Stops the intake. What has been taken in goes on. */
  close(): Promise<void>;
  /** Whether Slack can reach us, as far as we can tell from here. */
  isConnected(): boolean;
}

export interface HttpTransport {
  readonly mode: 'http';
  readonly signingSecret: string;
  readonly port: number;
  /** The address to listen on; every one when left out. */
  readonly host?: string;
}

export interface SocketTransport {
  readonly mode: 'socket';
  readonly appToken: string;
  readonly apiUrl: string;
  readonly port?: number;
  /** Milliseconds without a sign of life after which a connection is given up, and before the next one is made. */
  readonly patienceMs?: number;
}

/** What every transport works with. */
export interface Surroundings {
  readonly logger: Logger;
  /** What is served beside Slack's own path, where a port is open. */
  readonly routes: Routes;
}

/** In bytes. Slack's largest payload is a click on a full message, far below this. */
const bodyLimit = 1_048_576;

const serverTimeouts = { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000 };

/** Slack's requests come to this path. */
const endpoint = '/slack/events';

export const httpTransport = (
  { signingSecret, port, host }: HttpTransport,
  { logger, routes }: Surroundings,
): Transport => {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    bodyLimit,
    unhandledRequestTimeoutMillis: 3001,
    endpoints: endpoint,
    customRoutes: Object.entries(routes).map(([path, handler]) => ({
      path,
      method: ['GET', 'HEAD'],
      handler,
    })),
  });
  receiver.requestListener = guarded(receiver.requestListener, {
    path: endpoint,
    now: Date.now,
    limit: bodyLimit,
  });
  let closing = false;
  return {
    receiver,
    isConnected: () => !closing,
    async open() {
      const listen = host === undefined ? { port } : { port, host };
      const server = await receiver.start(listen, serverTimeouts);
      // Else a connection kept alive after its last answer would hold up the stop for seconds.
      server.on('request', (_request, response) => {
        response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
      });
      return portOf(server);
    },
    async close() {
      closing = true;
      await receiver.stop();
    },
  };
};

/** A lost connection is sought again for about a quarter of an hour before the process gives up. */
const reconnecting = { retries: 30, factor: 1.5, minTimeout: 1_000, maxTimeout: 30_000, randomize: true };

export const socketTransport = (options: SocketTransport, { logger, routes }: Surroundings): Transport => {
  const { appToken, apiUrl, port, patienceMs = 3_000 } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: patienceMs,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        retryConfig: reconnecting,
        timeout: 10_000,
        allowAbsoluteUrls: false,
      },
    },
  });
  let closing = false;
  const begin = receiver.client.start.bind(receiver.client);
  // Told to stop between two connections, the client rejects where nobody listens, and the process would end at once.
  receiver.client.start = async () => {
    try {
      return await begin();
    } catch (error) {
      if (closing) return new Promise(() => {});
      throw error;
    }
  };
  let connected = false;
  let health: Server | undefined;
  receiver.client.on('connected', () => {
    connected = true;
  });
  receiver.client.on('close', () => {
    connected = false;
  });
  return {
    receiver,
    isConnected: () => connected,
    async open() {
      if (port !== undefined) health = await serveRoutes(port, routes);
      await receiver.start();
      return health === undefined ? undefined : portOf(health);
    },
    async close() {
      closing = true;
      health?.close();
      // A client between two connections never reports that it has gone.
      await within(1_000, receiver.client.disconnect()).catch(() => {});
    },
  };
};

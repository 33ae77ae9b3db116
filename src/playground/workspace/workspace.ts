import { bot } from './cast.ts';
import { Clock } from './clock.ts';
import { Deliveries, type Delivery, type Transport } from './delivery.ts';
import { httpDelivery } from './delivery-http.ts';
import { SocketDelivery } from './delivery-socket.ts';
import { createDriver, type Driver } from './driver.ts';
import { eventScopes } from './event.ts';
import { type Exchange, Exchanges } from './exchange.ts';
import { Faults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { close, listen } from './loopback.ts';
import type { Installation, Parts } from './parts.ts';
import type { Refused } from './refusal.ts';
import { ResponseUrls } from './response-url.ts';
import { ourShortcuts, type Shortcut } from './shortcut.ts';
import { type Prompt, State } from './state.ts';
import { Traffic } from './traffic.ts';
import { Triggers } from './trigger.ts';
import { knownScopes } from './web-api.ts';

export interface WorkspaceOptions {
  readonly signingSecret: string;
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`, for Socket Mode. */
  readonly appToken: string;
  /** Milliseconds since 1970; the system clock by default. */
  readonly now?: () => number;
  /** Bot scopes that the manifest grants; every scope known here by default. */
  readonly scopes?: readonly string[];
  /** Bot events that the manifest subscribes to; every one known here by default. */
  readonly events?: readonly string[];
  /** Slash commands that the manifest declares; `/outsourcing` by default. */
  readonly commands?: readonly string[];
  /** Shortcuts that the manifest declares; both of ours by default. */
  readonly shortcuts?: readonly Shortcut[];
  /** What the manifest suggests to ask in the conversation with the bot, until the bot itself suggests something. */
  readonly prompts?: readonly Prompt[];
  /** How long a delivery may stay unacknowledged, in milliseconds; Slack's 3,000 by default. */
  readonly ackWithinMs?: number;
}

/**
 * One pretend Slack workspace on a loopback port: what tests drive and what the page shows.
 *
 * Attach a bot over HTTP (start Bolt with `clientOptions.slackApiUrl = apiUrl`, then `connect` its request URL) or over
 * Socket Mode (start it with the app token against `apiUrl`; nothing else is needed).
 */
export interface Workspace extends Driver {
  /** Base of the Web API: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl: string;
  readonly state: State;
  /** The app's shortcuts, as they are offered to people. */
  readonly shortcuts: readonly Shortcut[];
  /** What people asked of the bot and what came of it, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** What went over the wire in either direction, oldest first. */
  readonly traffic: Traffic;
  /** Makes the Web API fail on purpose. */
  readonly faults: Faults;
  /** What the workspace refused from the bot (invalid blocks, missing scopes, …), oldest first. */
  readonly refusals: readonly Refused[];
  /** Deliveries that failed and wait for their next try. */
  readonly retries: readonly Delivery[];
  /** Number of open Socket Mode connections. */
  readonly connections: number;
  /** Sends everything to this address (`…/slack/events`), signed. */
  connect(options: { readonly requestUrl: string }): void;
  /** Tells every socket to go away, as Slack does every few hours. */
  disconnectSockets(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Does what is due by the clock: retries of events, giving up on answers. The page calls it every second. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** After this many milliseconds without a word the bot counts as silent. */
const silentAfterMs = 10_000;
const defaultAckMs = 3000;

/** Opens a workspace on a free loopback port. */
export const createWorkspace = async (options: WorkspaceOptions): Promise<Workspace> => {
  // The port is known only once the server listens, and nothing calls the server before that.
  const joined: { parts?: Parts } = {};
  const server = createGateway(() => {
    if (!joined.parts) throw new Error('The workspace is not open yet.');
    return joined.parts;
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const ways: { http?: Transport } = {};
  const parts = join(options, origin, ways);
  joined.parts = parts;
  return {
    ...createDriver(parts),
    apiUrl: `${origin}/api/`,
    state: parts.state,
    shortcuts: parts.installation.shortcuts,
    traffic: parts.traffic,
    faults: parts.faults,
    refusals: parts.refusals,
    get exchanges() {
      return parts.exchanges.all;
    },
    get retries() {
      return parts.deliveries.retries;
    },
    get connections() {
      return parts.sockets.connections;
    },
    connect: ({ requestUrl }) => {
      const { signingSecret, ackWithinMs = defaultAckMs } = options;
      ways.http = httpDelivery({ requestUrl, signingSecret, ackWithinMs });
    },
    disconnectSockets: (reason = 'refresh_requested') => parts.sockets.disconnectAll(reason),
    tick: async () => {
      parts.exchanges.giveUp(silentAfterMs, lastRefusal(parts.refusals));
      await parts.deliveries.retryDue();
    },
    close: () => {
      parts.sockets.close();
      return close(server);
    },
  };
};

const lastRefusal = (refusals: readonly Refused[]): string => {
  const last = refusals.at(-1);
  return last ? ` Slack last refused its ${last.method} with ${last.error}.` : '';
};

const join = (options: WorkspaceOptions, origin: string, ways: { http?: Transport }): Parts => {
  const clock = new Clock(options.now ?? Date.now);
  const state = new State(clock);
  const { prompts = [] } = options;
  for (const { id, kind } of state.channels) if (kind === 'im') state.prompts.set(id, { prompts });
  const traffic = new Traffic();
  const exchanges = new Exchanges(state);
  const sockets = new SocketDelivery({
    clock,
    appId: bot.appId,
    ackWithinMs: options.ackWithinMs ?? defaultAckMs,
    onOpen: () => {
      void deliveries.retryDue(true);
      state.changed();
    },
  });
  const transport: Transport = { send: (envelope, retry) => (ways.http ?? sockets).send(envelope, retry) };
  const changed = () => state.changed();
  const deliveries = new Deliveries({ transport, clock, traffic, exchanges, changed });
  return {
    clock,
    state,
    traffic,
    exchanges,
    deliveries,
    sockets,
    origin,
    faults: new Faults(),
    triggers: new Triggers(clock),
    responseUrls: new ResponseUrls(clock),
    installation: install(options),
    refusals: [],
  };
};

const install = (options: WorkspaceOptions): Installation => ({
  botToken: options.botToken,
  appToken: options.appToken,
  scopes: new Set(options.scopes ?? knownScopes),
  events: new Set(options.events ?? Object.keys(eventScopes)),
  commands: new Set(options.commands ?? ['/outsourcing']),
  shortcuts: options.shortcuts ?? ourShortcuts,
});

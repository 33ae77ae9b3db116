import { once } from 'node:events';
import { createDeliverySide } from './delivery-side.ts';
import { createSocketSide, type SocketSide } from './socket-side.ts';
import { type DeliveryTrouble, Troubles } from './trouble.ts';
import { createWebSide } from './web-side.ts';

/** Stands between one bot and the pretend Slack, in both directions, on a loopback port. */
export interface Harness {
  /** What the bot takes for Slack's API. */
  readonly apiUrl: string;
  /** What Slack takes for the bot's request URL. */
  readonly requestUrl: string;
  readonly troubles: Troubles;
  readonly sockets: SocketSide;
  /** From now on deliveries suffer this. */
  deliver(trouble: DeliveryTrouble): void;
  /** Where the bot really listens. */
  attach(botUrl: string): void;
  close(): Promise<void>;
}

export const openHarness = async (options: {
  readonly apiUrl: string;
  readonly signingSecret: string;
}): Promise<Harness> => {
  const upstream = new URL(options.apiUrl).origin;
  const troubles = new Troubles();
  let delivery: DeliveryTrouble = {};
  let bot = '';
  let own = '';
  const escaped = (text: string): string => encodeURIComponent(text);
  // Response addresses and socket addresses lead through here as well.
  const disguise = (text: string): string =>
    text
      .replaceAll(upstream, own)
      .replaceAll(escaped(upstream), escaped(own))
      .replaceAll(upstream.replace('http', 'ws'), own.replace('http', 'ws'));
  const side = { disguise, trouble: () => delivery };
  const onDelivery = createDeliverySide({
    ...side,
    signingSecret: options.signingSecret,
    requestUrl: () => bot,
  });
  const server = createWebSide({ upstream, troubles, disguise, onDelivery });
  const sockets = createSocketSide(server, { ...side, upstream });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  own = `http://127.0.0.1:${address.port}`;
  return {
    apiUrl: `${own}/api/`,
    requestUrl: `${own}/slack/events`,
    troubles,
    sockets,
    deliver(trouble) {
      delivery = trouble;
    },
    attach(botUrl) {
      bot = botUrl;
    },
    async close() {
      sockets.close();
      server.close();
      server.closeAllConnections();
    },
  };
};

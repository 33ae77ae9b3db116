import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import { copyOf, createTurnstile } from './delivery-side.ts';
import type { DeliveryTrouble } from './trouble.ts';

export interface SocketSide {
  /** Breaks every connection without a word. */
  drop(): void;
  /** From now on nothing passes in either direction, and nobody is told. */
  mute(): void;
  close(): void;
}

/** Stands between the bot's sockets and the pretend Slack's. */
export const createSocketSide = (
  server: Server,
  options: {
    readonly upstream: string;
    readonly disguise: (text: string) => string;
    readonly trouble: () => DeliveryTrouble;
  },
): SocketSide => {
  const sockets = new WebSocketServer({ noServer: true, autoPong: false });
  const turnstile = createTurnstile();
  const muted = new Set<WebSocket>();

  const deliver = async (bot: WebSocket, text: string): Promise<void> => {
    const isEnvelope = text.includes('"envelope_id"');
    const trouble = isEnvelope ? options.trouble() : {};
    if (trouble.late !== undefined) await pause(trouble.late);
    await turnstile(trouble.reversed ?? 0);
    for (let copy = 0; copy < (trouble.copies ?? 1); copy += 1) {
      // A copy has an envelope of its own: Slack would not acknowledge one twice.
      const envelope = copy === 0 ? text : text.replace('"envelope_id":"', `"envelope_id":"again-${copy}-`);
      if (!muted.has(bot)) bot.send(options.disguise(copyOf(envelope, copy, trouble)));
    }
  };

  const join = (bot: WebSocket, path: string): void => {
    const slack = new WebSocket(`${options.upstream.replace('http', 'ws')}${path}`);
    const early: string[] = [];
    slack.on('message', (data) => void deliver(bot, String(data)).catch(() => {}));
    slack.on('open', () => {
      for (const text of early.splice(0)) slack.send(text);
    });
    slack.on('error', () => bot.terminate());
    slack.on('close', () => bot.close());
    bot.on('message', (data) => {
      if (muted.has(bot)) return;
      if (slack.readyState === WebSocket.OPEN) slack.send(String(data));
      else early.push(String(data));
    });
    bot.on('ping', (data) => muted.has(bot) || bot.pong(data));
    bot.on('close', () => slack.close());
    bot.on('error', () => slack.terminate());
  };

  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (bot) => join(bot, request.url ?? '/socket'));
  });
  const all = (): WebSocket[] => [...sockets.clients];
  return {
    drop() {
      for (const bot of all()) bot.terminate();
    },
    mute() {
      for (const bot of all()) muted.add(bot);
    },
    close() {
      for (const bot of all()) bot.terminate();
      sockets.close();
    },
  };
};

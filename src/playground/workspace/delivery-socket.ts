import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Envelope, Receipt, Retry, Transport } from './delivery.ts';

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

const typeOf = { command: 'slash_commands', event: 'events_api', interaction: 'interactive' } as const;
/** As many sockets as Slack allows an app. */
const mostConnections = 10;
const pingEveryMs = 10_000;

export interface SocketDeliveryOptions {
  readonly clock: Clock;
  readonly appId: string;
  readonly ackWithinMs: number;
  /** Called when a socket is ready to take envelopes. */
  readonly onOpen: () => void;
}

/** Socket Mode, seen from Slack: hands out tickets, greets sockets, sends envelopes and waits for their acks. */
export class SocketDelivery implements Transport {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, (receipt: Receipt) => void>();
  readonly #options: SocketDeliveryOptions;
  #sockets: readonly WebSocket[] = [];

  constructor(options: SocketDeliveryOptions) {
    this.#options = options;
  }

  get connections(): number {
    return this.#sockets.length;
  }

  /** A ticket for one socket, good once. */
  ticket(): string {
    const ticket = this.#options.clock.id('ticket');
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Takes over a request to become a socket; one without a good ticket is turned away. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://loopback').searchParams.get('ticket');
    if (ticket === null || !this.#tickets.delete(ticket) || this.connections >= mostConnections) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#greet(ws));
  }

  /** Sends to each socket in turn. */
  async send(envelope: Envelope, retry: Retry | undefined): Promise<Receipt> {
    const [next, ...others] = this.#sockets;
    if (!next) return { ok: false, problem: 'It is not connected.', reason: 'connection_failed' };
    this.#sockets = [...others, next];
    const id = this.#options.clock.id('envelope-');
    const acknowledged = this.#acknowledgement(id);
    next.send(JSON.stringify(wrap(id, envelope, retry)));
    return acknowledged;
  }

  /** Tells every socket to go; each closes itself and, as a rule, comes back. */
  disconnectAll(reason: string): void {
    const leaving = this.#sockets;
    this.#sockets = [];
    for (const ws of leaving) ws.send(JSON.stringify({ type: 'disconnect', reason }));
  }

  close(): void {
    for (const ws of this.#server.clients) ws.terminate();
    this.#server.close();
  }

  #greet(ws: WebSocket): void {
    this.#sockets = [...this.#sockets, ws];
    const ping = setInterval(() => ws.ping(), pingEveryMs).unref();
    ws.on('message', (data) => this.#onMessage(String(data)));
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      clearInterval(ping);
      this.#sockets = this.#sockets.filter((one) => one !== ws);
    });
    const { appId, onOpen } = this.#options;
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.connections,
        connection_info: { app_id: appId },
        debug_info: { host: 'loopback', approximate_connection_time: 3600 },
      }),
    );
    onOpen();
  }

  #acknowledgement(id: string): Promise<Receipt> {
    return new Promise((resolve) => {
      const seconds = this.#options.ackWithinMs / 1000;
      const late = setTimeout(() => {
        this.#waiting.delete(id);
        resolve({
          ok: false,
          problem: `It did not acknowledge within ${seconds} seconds.`,
          reason: 'timeout',
        });
      }, this.#options.ackWithinMs);
      this.#waiting.set(id, (receipt) => {
        clearTimeout(late);
        resolve(receipt);
      });
    });
  }

  #onMessage(text: string): void {
    const ack = ackSchema.safeParse(parseJson(text));
    if (!ack.success) return;
    const { envelope_id: id, payload } = ack.data;
    this.#waiting.get(id)?.({ ok: true, reply: payload });
    this.#waiting.delete(id);
  }
}

const wrap = (id: string, envelope: Envelope, retry: Retry | undefined): object => ({
  envelope_id: id,
  type: typeOf[envelope.kind],
  payload: envelope.payload,
  accepts_response_payload: envelope.kind !== 'event',
  ...(envelope.kind === 'event' && { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' }),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

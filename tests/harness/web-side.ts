import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Trouble, Troubles } from './trouble.ts';

export const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

const send = (response: ServerResponse, { status, headers, text }: Answer): void => {
  response.writeHead(status, headers).end(text);
};

const json = (status: number, body: object, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  text: JSON.stringify(body),
});

/** Says that all of the answer comes, sends half of it, and closes. */
const sendHalf = (response: ServerResponse, { status, headers, text }: Answer): void => {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text)) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
};

/** Hands a call on as the trouble has it. */
const suffer = async (
  trouble: Trouble | undefined,
  response: ServerResponse,
  carryOut: () => Promise<Answer>,
): Promise<void> => {
  switch (trouble?.kind) {
    case undefined:
      return send(response, await carryOut());
    case 'refused':
      return send(response, json(200, { ok: false, error: trouble.error }));
    case 'status': {
      const wait = trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) };
      return send(response, json(trouble.status, { ok: false, error: 'internal_error' }, wait));
    }
    case 'silent':
      return;
    case 'slow': {
      const answer = await carryOut();
      await pause(trouble.ms);
      return send(response, answer);
    }
    case 'late':
      await pause(trouble.ms);
      return send(response, await carryOut());
    case 'cut':
      if (trouble.when === 'after') await carryOut();
      response.destroy();
      return;
    case 'half-closed':
      return sendHalf(response, await carryOut());
  }
};

const kept = ['content-type', 'authorization'] as const;

/**
 * The bot's side of the harness: a server that hands `/api/…` and `/respond/…` on to the pretend Slack at `upstream`
 * unless there is trouble. `disguise` changes what comes back, so that addresses in it lead through the harness too.
 */
export const createWebSide = (options: {
  readonly upstream: string;
  readonly troubles: Troubles;
  readonly disguise: (text: string) => string;
  readonly onDelivery: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}): Server =>
  createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const [, room, name = ''] = path.split('/');
    const carryOut = async (body: string): Promise<Answer> => {
      const headers = Object.fromEntries(
        kept.flatMap((header) => {
          const value = request.headers[header];
          return value === undefined ? [] : [[header, value]];
        }),
      );
      const answer = await fetch(`${options.upstream}${path}`, { method: 'POST', headers, body });
      const type = answer.headers.get('content-type') ?? 'text/plain';
      return {
        status: answer.status,
        headers: { 'content-type': type },
        text: options.disguise(await answer.text()),
      };
    };
    const serve = async (): Promise<void> => {
      if (room === 'slack') return options.onDelivery(request, response);
      const body = await bodyOf(request);
      const trouble = options.troubles.take(room === 'respond' ? 'response_url' : name);
      await suffer(trouble, response, () => carryOut(body));
    };
    serve().catch(() => response.destroy());
  });

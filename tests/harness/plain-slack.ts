import { createServer } from 'node:http';
import { bodyOf } from './web-side.ts';

/** A message on its way from the bot: to a response address, or by a method of the Web API. */
export interface Sent {
  /** `response_url`, `chat.postMessage`, … */
  readonly method: string;
  /** Behind `/respond/`, for a response address. */
  readonly address: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PlainSlack {
  readonly apiUrl: string;
  /** The response address of this name; answers under it arrive with it. */
  addressOf(name: string): string;
  close(): Promise<void>;
}

const parse = (type: string, text: string): Record<string, unknown> => {
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(text));
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

/**
 * A Slack that takes everything, keeps nothing and says so at once: for drills of many thousands, where the pretend
 * workspace would be what is measured. `auth.test` names the workspace that its payloads are for.
 */
export const openPlainSlack = async (onSent: (sent: Sent) => void): Promise<PlainSlack> => {
  let posted = 0;
  const identity = {
    team_id: 'T0PLAIN',
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    user: 'outsourcing',
    team: 'Plain',
  };
  const answerTo = (method: string): object => {
    if (method === 'auth.test') return identity;
    if (method === 'conversations.replies') return { messages: [], has_more: false };
    posted += 1;
    return { ts: `1700000000.${String(posted).padStart(6, '0')}`, channel: 'C0PLAIN' };
  };
  const server = createServer((request, response) => {
    const serve = async (): Promise<void> => {
      const [, room = '', name = ''] = (request.url ?? '').split('/');
      const body = parse(request.headers['content-type'] ?? '', await bodyOf(request));
      const isAddress = room === 'respond';
      onSent({ method: isAddress ? 'response_url' : name, address: isAddress ? name : '', body });
      response.writeHead(200, { 'content-type': isAddress ? 'text/plain' : 'application/json' });
      response.end(isAddress ? 'ok' : JSON.stringify({ ok: true, ...answerTo(name) }));
    };
    serve().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    apiUrl: `${origin}/api/`,
    addressOf: (name) => `${origin}/respond/${name}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
};

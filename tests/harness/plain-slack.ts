import { createServer } from 'node:http';
import { bodyOf } from './web-side.ts';

/** A message on its way from the bot: to a response address, or by a method of the Web API. */
export interface Sent {
  /** `response_url`, `chat.postMessage`, … */
  readonly method: string;
  /** Behind `/respond/`, for a response address. */
  readonly address: string;
  /** A file that is shared has its `content` in it as well. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What it is answered with. */
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface PlainSlack {
  readonly apiUrl: string;
  /** The response address of this name; answers under it arrive with it. */
  addressOf(name: string): string;
  close(): Promise<void>;
}

/** Who there is in a workspace of which nothing is kept: made up anew each time somebody asks. */
export interface Crowd {
  membersOf(channel: string): readonly string[];
  /** What stands in a thread. */
  repliesTo(channel: string, thread: string): readonly object[];
}

const nobody: Crowd = { membersOf: () => [], repliesTo: () => [] };

const parse = (type: string, text: string): Record<string, unknown> => {
  if (type === 'application/octet-stream') return { content: text };
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(text));
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The person to whom a direct message goes has it under their own id. */
const conversationOf = (channel: string): string => (channel.startsWith('U') ? `D0${channel}` : channel);

/** Files on their way: their content comes first, where they go comes after. */
class Uploads {
  readonly #contents = new Map<string, string>();

  keep(id: string, content: string): void {
    this.#contents.set(id, content);
  }

  /** The content of the files that a body names; each is asked for once. */
  take(body: Readonly<Record<string, unknown>>): string {
    const ids = [...JSON.stringify(body.files ?? '').matchAll(/F0\d+/g)].map(([id]) => id);
    const contents = ids.map((id) => this.#contents.get(id) ?? '');
    for (const id of ids) this.#contents.delete(id);
    return contents.join('\n');
  }
}

/**
 * A Slack that takes everything, keeps nothing and says so at once: for drills of many thousands, where the pretend
 * workspace would be what is measured. `auth.test` names the workspace that its payloads are for.
 */
export const openPlainSlack = async (
  onSent: (sent: Sent) => void,
  { membersOf, repliesTo }: Crowd = nobody,
): Promise<PlainSlack> => {
  let counted = 0;
  const next = (): string => {
    counted += 1;
    return String(counted).padStart(6, '0');
  };
  const uploads = new Uploads();
  const identity = {
    team_id: 'T0PLAIN',
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    user: 'outsourcing',
    team: 'Plain',
  };
  type Body = Readonly<Record<string, unknown>>;
  const answers: Readonly<Record<string, (body: Body) => Record<string, unknown>>> = {
    'auth.test': () => identity,
    'conversations.replies': ({ channel, ts }) => ({ messages: repliesTo(text(channel), text(ts)) }),
    'conversations.history': () => ({ messages: [] }),
    'conversations.members': ({ channel }) => ({ members: membersOf(text(channel)) }),
    'users.info': ({ user }) => ({ user: { id: user, name: `name of ${text(user)}` } }),
    'files.getUploadURLExternal': () => {
      const id = `F0${next()}`;
      return { file_id: id, upload_url: `${origin}/upload/${id}` };
    },
    // A window is its opener's: its id ends in theirs, where the trigger tells.
    'views.open': ({ trigger_id: trigger }) => ({ view: { id: `V-${text(trigger)}`, hash: next() } }),
    'views.push': ({ trigger_id: trigger }) => ({ view: { id: `V-${text(trigger)}`, hash: next() } }),
    'views.update': ({ view_id: id }) => ({ view: { id, hash: next() } }),
    'views.publish': ({ user_id: user }) => ({ view: { id: `V-${text(user)}`, hash: next() } }),
  };
  const posted = ({ channel, ts }: Body): Record<string, unknown> => ({
    ts: ts ?? `1700000000.${next()}`,
    channel: conversationOf(text(channel)),
  });
  const server = createServer((request, response) => {
    const serve = async (): Promise<void> => {
      const [, room = '', name = ''] = (request.url ?? '').split('/');
      const given = parse(request.headers['content-type'] ?? '', await bodyOf(request));
      if (room === 'upload') uploads.keep(name, text(given.content));
      const isCall = room === 'api';
      const answer = isCall ? (answers[name] ?? posted)(given) : {};
      const content = uploads.take(given);
      const body = content === '' ? given : { ...given, content };
      if (room !== 'upload')
        onSent({ method: isCall ? name : 'response_url', address: isCall ? '' : name, body, answer });
      response.writeHead(200, { 'content-type': isCall ? 'application/json' : 'text/plain' });
      response.end(isCall ? JSON.stringify({ ok: true, ...answer }) : 'ok');
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

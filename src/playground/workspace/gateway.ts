import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';
import { respond } from './respond.ts';
import type { Address } from './response-url.ts';
import { takeUpload } from './upload.ts';
import { callMethod } from './web-api.ts';

const longestBody = 4 * 1024 * 1024;

/** The HTTP side of the pretend Slack: `/api/METHOD`, `/respond/ID`, `/upload/ID`, and `/socket` for Socket Mode. */
export const createGateway = (parts: () => Parts): Server => {
  const server = createServer((request, response) => {
    serve(parts(), request, response).catch((error: unknown) => send(response, 500, String(error)));
  });
  server.on('upgrade', (request, socket, head) => parts().sockets.upgrade(request, socket, head));
  return server;
};

/** One call of the bot's: the name is that of the method, or the id of an address. */
interface Call {
  readonly parts: Parts;
  readonly name: string;
  readonly request: IncomingMessage;
  readonly body: Buffer;
}

/** What came of a call: the answer, and what the log of the traffic says of it. */
interface Served {
  readonly status: number;
  readonly answer: unknown;
  readonly body: unknown;
  readonly outcome: string;
}

const serve = async (parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  // Bots never send this header and browsers always do: the page has a door of its own.
  if (request.headers['sec-fetch-site'] !== undefined)
    return send(response, 403, 'This address is for bots.');
  const [, room = '', name = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  const known = rooms[room];
  if (request.method !== 'POST' || !known) return send(response, 404, 'not found');
  const body = await read(request);
  if (body === undefined) return send(response, 413, 'payload too large');
  const what = known.what ?? name;
  const fault = parts.faults.take(what);
  if (fault) return fail(parts, what, fault, response);
  const began = performance.now();
  const served = await known.serve({ parts, name, request, body });
  log(parts, what, served, Math.round(performance.now() - began));
  send(response, served.status, served.answer);
};

const serveMethod = ({ parts, name, request, body }: Call): Served => {
  const args = decode(request.headers['content-type'] ?? '', String(body));
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? (typeof args.token === 'string' ? args.token : undefined);
  const { token: _, ...rest } = args;
  const answer = callMethod(parts, name, token, rest);
  return { status: 200, answer, body: rest, outcome: answer.ok === true ? 'ok' : String(answer.error) };
};

const serveReply = ({ parts, name, body: text }: Call): Served => {
  const body = decode('application/json', String(text));
  const refused = refusalOf(() => reply(parts, parts.responseUrls.use(name), body));
  if (!refused) return { status: 200, answer: 'ok', body, outcome: 'ok' };
  const { error, details } = refused;
  parts.refusals.push({ method: 'response_url', error, details });
  const status = error.endsWith('_url') ? 404 : 400;
  return { status, answer: { ok: false, error, errors: details }, body, outcome: error };
};

const serveUpload = async ({ parts, name, request, body: content }: Call): Promise<Served> => {
  const problem = await takeUpload(parts, name, request.headers['content-type'] ?? '', content);
  const body = { file: name, bytes: content.length };
  if (problem) return { status: problem.status, answer: problem.error, body, outcome: problem.error };
  return { status: 200, answer: `OK - ${content.length}`, body, outcome: 'ok' };
};

/** The addresses there are; `what` is their name in the log and among the faults, where it is not the method's. */
const rooms: Readonly<Record<string, { what?: string; serve: (call: Call) => Served | Promise<Served> }>> = {
  api: { serve: serveMethod },
  respond: { what: 'response_url', serve: serveReply },
  upload: { what: 'upload', serve: serveUpload },
};

const reply = (parts: Parts, address: Address, body: unknown): void => {
  try {
    respond(parts, address, body);
  } catch (error) {
    if (error instanceof Refusal)
      parts.exchanges.failed(address.exchange, `Slack refused what it sent (${error.error}).`);
    throw error;
  }
};

/** The refusal that an act ends in, if any; whatever else it throws goes on. */
const refusalOf = (act: () => void): Refusal | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

const fail = (parts: Parts, what: string, fault: Fault, response: ServerResponse): void => {
  const outcome = `made to fail: ${JSON.stringify(fault)}`;
  const status = 'status' in fault ? fault.status : 'error' in fault ? 200 : undefined;
  const error = 'error' in fault ? fault.error : status === 429 ? 'ratelimited' : 'internal_error';
  const answer = { ok: false, error };
  log(parts, what, { body: undefined, outcome, status, answer: status && answer }, 0);
  // One that hangs is left open until the workspace closes.
  if (status === undefined) return;
  if ('retryAfter' in fault && fault.retryAfter !== undefined)
    response.setHeader('retry-after', String(fault.retryAfter));
  send(response, status, answer);
};

const log = (
  parts: Parts,
  what: string,
  served: Omit<Served, 'status'> & { readonly status: number | undefined },
  ms: number,
): void => {
  const { body, answer, status, outcome } = served;
  const isGood = outcome === 'ok';
  parts.traffic.add({
    at: parts.clock.now(),
    direction: 'from the bot',
    what,
    body,
    answer,
    status,
    ms,
    outcome,
    isGood,
  });
  parts.state.changed();
};

const read = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > longestBody) return undefined;
  }
  return Buffer.concat(chunks);
};

/** The arguments in a JSON or form body; none when it is neither. */
const decode = (contentType: string, body: string): Record<string, unknown> => {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
  });
  response.end(isText ? body : JSON.stringify(body));
};

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** How far a stamp may be ahead of our clock, in seconds. Bolt refuses old stamps and lets every future one in. */
const mostAhead = 5 * 60;

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/** The media type without its parameters: a proxy that adds a charset changes nothing. */
const mediaType = (header: string | undefined): string =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The status to turn a request away with, or undefined where Bolt may look at it. `now` is in milliseconds. */
export const objectionTo = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  now: number,
): number | undefined => {
  const type = mediaType(headers['content-type']);
  // What is not signed is Bolt's to refuse, whatever it holds.
  if (headers['x-slack-signature'] !== undefined && type !== form && type !== json) return 415;
  const stamp = headers['x-slack-request-timestamp'];
  if (stamp === undefined) return undefined;
  if (Array.isArray(stamp) || !/^\d{1,12}$/.test(stamp)) return 401;
  return Number(stamp) - now / 1000 > mostAhead ? 401 : undefined;
};

/** All of a request's body, or undefined where it is longer than `limit` bytes. Rejects where the sender goes away. */
const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Whether a body holds an object, as everything of Slack's does. On `null` Bolt would fail where nobody catches it. */
export const holdsObject = (body: string, type: string): boolean => {
  if (type === json) return /^\s*\{/.test(body);
  const payload = new URLSearchParams(body).get('payload');
  return payload === null || /^\s*\{/.test(payload);
};

const turnAway = (response: ServerResponse, status: number): void => {
  // The rest of the body is not waited for.
  response.writeHead(status, { connection: 'close' }).end();
};

interface Guard {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The longest body, in bytes. */
  readonly limit: number;
}

/** Hands on what Bolt can take, with its body read; turns away the rest. */
const admitSigned = async (
  request: IncomingMessage,
  response: ServerResponse,
  { now, limit }: Guard,
): Promise<boolean> => {
  const objection = objectionTo(request, now());
  if (objection !== undefined) {
    turnAway(response, objection);
    request.resume();
    return false;
  }
  const rawBody = await readBody(request, limit);
  const type = mediaType(request.headers['content-type']);
  const isSigned = request.headers['x-slack-signature'] !== undefined;
  if (rawBody === undefined || (isSigned && !holdsObject(rawBody.toString(), type))) {
    turnAway(response, rawBody === undefined ? 413 : 400);
    return false;
  }
  request.headers['content-type'] = type;
  Object.assign(request, { rawBody });
  return true;
};

/** Stands before Bolt's listener: turns away what it would let in, and hands it the types it knows as it knows them. */
export const guarded =
  (listener: RequestListener, guard: Guard): RequestListener =>
  (request, response) => {
    if (request.method !== 'POST' || (request.url ?? '').split('?')[0] !== guard.path) {
      listener(request, response);
      return;
    }
    admitSigned(request, response, guard).then(
      (isAdmitted) => isAdmitted && listener(request, response),
      () => response.destroy(),
    );
  };

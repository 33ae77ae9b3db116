import type { IncomingMessage, RequestListener } from 'node:http';

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

/** Stands before Bolt's listener: turns away what it would let in, and hands it the types it knows as it knows them. */
export const guarded =
  (path: string, listener: RequestListener, now: () => number): RequestListener =>
  (request, response) => {
    if (request.method === 'POST' && (request.url ?? '').split('?')[0] === path) {
      const objection = objectionTo(request, now());
      if (objection !== undefined) {
        // Unread, the body would keep the connection busy.
        response.writeHead(objection, { connection: 'close' }).end();
        request.resume();
        return;
      }
      request.headers['content-type'] = mediaType(request.headers['content-type']);
    }
    listener(request, response);
  };

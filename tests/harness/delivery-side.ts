import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { signedHeaders } from '../../src/playground/workspace/signing.ts';
import type { DeliveryTrouble } from './trouble.ts';
import { bodyOf } from './web-side.ts';

/** Keeps the first `many` back until they are together, and lets them go from the last to the first. */
export const createTurnstile = () => {
  let waiting: (() => void)[] = [];
  return async (many: number): Promise<void> => {
    if (many < 2) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length < many) return;
      const all = waiting.reverse();
      waiting = [];
      // One after the other, so that each has arrived before the next.
      for (const [at, go] of all.entries()) setTimeout(go, at * 20);
    });
  };
};

/** The `copy`th delivery of a payload: the same, or the same event under another id. */
export const copyOf = (body: string, copy: number, { freshIds = false }: DeliveryTrouble): string =>
  freshIds && copy > 0 ? body.replace(/"event_id":"(\w+)"/, `"event_id":"$1x${copy}"`) : body;

/** Takes Slack's signed requests and hands them on to the bot, as often, as late and in the order that trouble has it. */
export const createDeliverySide = (options: {
  readonly signingSecret: string;
  readonly disguise: (text: string) => string;
  readonly trouble: () => DeliveryTrouble;
  readonly requestUrl: () => string;
}) => {
  const turnstile = createTurnstile();
  const forward = (body: string, given: IncomingMessage['headers']): Promise<Response> => {
    const headers = {
      'content-type': given['content-type'] ?? '',
      ...signedHeaders(options.signingSecret, Math.floor(Date.now() / 1000), body),
    };
    return fetch(options.requestUrl(), { method: 'POST', headers, body });
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = options.disguise(await bodyOf(request));
    const trouble = options.trouble();
    if (trouble.late !== undefined) await pause(trouble.late);
    await turnstile(trouble.reversed ?? 0);
    const answers = await Promise.all(
      Array.from({ length: trouble.copies ?? 1 }, (_, copy) =>
        forward(copyOf(body, copy, trouble), request.headers),
      ),
    );
    const [first] = answers;
    response.writeHead(first?.status ?? 500).end(await first?.text());
  };
};

import { Agent, request } from 'undici';
import type { Asker } from '../../src/answer.ts';
import { createSlackApp } from '../../src/app/slack.ts';
import { checkMessage, checkView } from '../../src/blocks/checker.ts';
import { createLog } from '../../src/log.ts';
import { signature } from '../../src/playground/workspace/signing.ts';
import type { Store } from '../../src/store/store.ts';
import { createChance } from '../fixtures/chance.ts';
import { openPlainSlack, type Sent } from '../harness/plain-slack.ts';
import { type Payload, payloadAt, wordOf } from './payloads.ts';

export interface FuzzOptions {
  readonly payloads: number;
  readonly seed: number;
  readonly asker: Asker;
  readonly store: Store;
  /** Told of the heap after every so many payloads. */
  readonly onProgress?: (done: number) => void;
}

export interface FuzzCounts {
  readonly sent: number;
  /** By HTTP status; 0 where the connection was closed. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What the bot sent to Slack. */
  readonly replies: number;
  /** Replies with a word that somebody else typed. */
  readonly leaked: number;
  /** Replies that ping somebody or that Slack would refuse. */
  readonly refused: number;
  /** What was let in although it was unsigned, too old or too far ahead. */
  readonly intruders: number;
  readonly unhandled: readonly string[];
  /** Log lines at error, by message. */
  readonly errors: Readonly<Record<string, number>>;
}

const secret = 'pretend-secret';

/** Whose reply it is: the address, the thread or the person it goes to says so. */
const readerOf = ({ address, body }: Sent): string | undefined => {
  if (address !== '') return /^(U0P\d\d)-/.exec(address)?.[1];
  const to = [body.user, body.user_id, body.channel].find(
    (one) => typeof one === 'string' && /U0P\d\d$/.test(one),
  );
  return typeof to === 'string' ? to.replace(/^D0/, '') : undefined;
};

const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

const isAdmissible = ({ body }: Sent): boolean => {
  if (body.view !== undefined) return checkView(parsed(body.view)).length === 0;
  if (body.text === undefined && body.blocks === undefined) return true;
  const blocks = parsed(body.blocks);
  return checkMessage({ text: body.text, ...(blocks !== undefined && { blocks }) }).length === 0;
};

/** Whose words stand in a reply, other than its reader's. In a channel's thread everybody reads along. */
const isLeak = (sent: Sent): boolean => {
  const reader = readerOf(sent);
  if (reader === undefined) return false;
  const words = JSON.stringify(sent.body).match(/zqu0p\d+qz/g) ?? [];
  return words.some((word) => word !== wordOf(reader));
};

const headersOf = ({ body, type, skewMs, isSigned }: Payload): Record<string, string> => {
  const stamp = Math.floor((Date.now() + skewMs) / 1000);
  return {
    ...(type !== '' && { 'content-type': type }),
    ...(isSigned && {
      'x-slack-request-timestamp': String(stamp),
      'x-slack-signature': signature(secret, stamp, body),
    }),
  };
};

/** Sends generated payloads through the HTTP receiver of a bot in this process, twenty at a time. */
export const fuzz = async (options: FuzzOptions): Promise<FuzzCounts> => {
  const { payloads, seed, asker, store, onProgress } = options;
  const chance = createChance(seed);
  const counts = { sent: 0, replies: 0, leaked: 0, refused: 0, intruders: 0 };
  const statuses: Record<string, number> = {};
  const errors: Record<string, number> = {};
  const unhandled: string[] = [];
  const slack = await openPlainSlack((sent) => {
    if (sent.method === 'auth.test' || sent.method === 'conversations.replies') return;
    counts.replies += 1;
    if (isLeak(sent)) counts.leaked += 1;
    if (!isAdmissible(sent)) counts.refused += 1;
  });
  const onUnhandled = (reason: unknown): void => void unhandled.push(String(reason));
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
  const log = createLog({
    level: 'error',
    secrets: [],
    destination: {
      write(line) {
        const message = String(JSON.parse(line).msg);
        errors[message] = (errors[message] ?? 0) + 1;
      },
    },
  });
  const app = createSlackApp({
    asker,
    store,
    log,
    now: () => performance.now(),
    clock: Date.now,
    sweepEveryMs: 0,
    config: {
      mode: 'http',
      host: '127.0.0.1',
      port: 0,
      botToken: 'xoxb-pretend',
      signingSecret: secret,
      apiUrl: slack.apiUrl,
      origin: () => 'environment',
    },
  });
  const { port } = await app.start();
  const dispatcher = new Agent({ connections: 40, pipelining: 1 });
  const send = async (payload: Payload): Promise<void> => {
    const response = await request(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: headersOf(payload),
      body: payload.body,
      dispatcher,
    }).catch(() => undefined);
    await response?.body.dump().catch(() => {});
    const status = response?.statusCode ?? 0;
    statuses[status] = (statuses[status] ?? 0) + 1;
    const isUnwelcome = !payload.isSigned || payload.skewMs !== 0;
    if (isUnwelcome && status === 200 && !payload.body.includes('ssl_check=1')) counts.intruders += 1;
  };
  const worker = async (): Promise<void> => {
    while (counts.sent < payloads) {
      counts.sent += 1;
      const at = counts.sent;
      await send(payloadAt(chance, slack, at));
      if (at % 10_000 === 0) onProgress?.(at);
    }
  };
  try {
    await Promise.all(Array.from({ length: 40 }, worker));
    await app.stop();
    return { ...counts, statuses, errors, unhandled };
  } finally {
    process.off('unhandledRejection', onUnhandled);
    process.off('uncaughtException', onUnhandled);
    await dispatcher.close();
    await slack.close();
  }
};

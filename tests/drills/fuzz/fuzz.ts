import { Agent, request } from 'undici';
import type { Asker } from '../../../src/answer.ts';
import { createSlackApp } from '../../../src/app/slack.ts';
import { checkMessage, checkView } from '../../../src/blocks/checker.ts';
import { isRecord } from '../../../src/blocks/problem.ts';
import { createLog } from '../../../src/log.ts';
import { signature } from '../../../src/playground/workspace/signing.ts';
import type { Store } from '../../../src/store/store.ts';
import { createChance } from '../../fixtures/chance.ts';
import { type Crowd, openPlainSlack, type Sent } from '../../harness/plain-slack.ts';
import { Leaks } from './leaks.ts';
import { type Payload, payloadAt } from './payloads.ts';
import { authorOf, membersOf, wordOf } from './people.ts';
import { Seen } from './seen.ts';

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
  /** Payloads that were taken, by the way in that they were for. */
  readonly entered: Readonly<Record<string, number>>;
  /** What the bot sent to Slack, by method; `ack` for acknowledgements that hold something. */
  readonly replies: Readonly<Record<string, number>>;
  /** Windows that the bot showed, by callback id. */
  readonly windows: Readonly<Record<string, number>>;
  /** Replies with a word that is not for whoever reads them, and the first few of them. */
  readonly leaked: number;
  readonly leaks: readonly string[];
  /** Replies that ping somebody or that Slack would refuse, and the first few problems. */
  readonly refused: number;
  readonly problems: readonly string[];
  /** What was let in although it was unsigned, too old or too far ahead. */
  readonly intruders: number;
  readonly unhandled: readonly string[];
  /** Log lines at error, by message. */
  readonly errors: Readonly<Record<string, number>>;
}

const secret = 'pretend-secret';

/** Slack is asked something, and nobody is told anything. */
const isQuestion = ({ method }: Sent): boolean =>
  /^(?:auth\.test|conversations\.\w+|users\.info|files\.getUploadURLExternal)$/.test(method);

/** In every thread stands what its author began it with. */
const crowd: Crowd = {
  membersOf,
  repliesTo(channel, thread) {
    const user = channel.startsWith('D0') ? channel.slice(2) : authorOf(thread);
    if (user === undefined) return [];
    return [{ type: 'message', user, ts: thread, text: `<@U0BOT> Optum ${wordOf(user)}` }];
  },
};

const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

/** Somebody typed these, who may call nobody. */
const typedMention = /<@U0(?:OTHER|BOT)|<!(?:channel|here|subteam)/;

/**
 * What is wrong with something that is shown. Names do not call anybody but in a message that is new and that others see.
 */
const problemsIn = ({ method, body }: Sent): string[] => {
  const { view, blocks, text } = body;
  const options = { allowMentions: method !== 'chat.postMessage' };
  const shown = parsed(view);
  const what = isRecord(shown) ? String(shown.callback_id) : 'message';
  const called = typedMention.exec(JSON.stringify(body))?.[0];
  const found =
    view !== undefined
      ? checkView(shown, options)
      : text === undefined && blocks === undefined
        ? []
        : checkMessage({ text, ...(blocks !== undefined && { blocks: parsed(blocks) }) }, options);
  return [
    ...(called === undefined ? [] : [`${method}: ${called}`]),
    ...found.map(({ pointer, message }) => `${method} ${what} ${pointer}: ${message}`),
  ];
};

const most = 8;

/** Counts by name. */
const createTally = () => {
  const counts: Record<string, number> = {};
  return {
    counts,
    add: (name: string): void => {
      counts[name] = (counts[name] ?? 0) + 1;
    },
  };
};

/** What was looked at of all that the bot sent. */
class Watch {
  readonly seen = new Seen();
  readonly replies = createTally();
  readonly windows = createTally();
  readonly leaks = new Leaks();
  readonly examples: string[] = [];
  readonly problems: string[] = [];
  leaked = 0;
  refused = 0;

  #judge(where: string, leaks: readonly unknown[], problems: readonly string[]): void {
    if (leaks.length > 0) this.leaked += 1;
    if (problems.length > 0) this.refused += 1;
    if (leaks.length > 0 && this.examples.length < most)
      this.examples.push(`${where}: ${JSON.stringify(leaks)}`);
    if (this.problems.length < most) this.problems.push(...problems.slice(0, 1));
  }

  #show(view: unknown, shownTo: readonly string[]): void {
    this.seen.view(view, shownTo);
    if (isRecord(view) && typeof view.callback_id === 'string') this.windows.add(view.callback_id);
  }

  sent(sent: Sent): void {
    if (isQuestion(sent)) return;
    const { method, body } = sent;
    this.replies.add(method);
    const where = `${method} ${JSON.stringify({ ...sent.answer, ...body, address: sent.address }).slice(0, 600)}`;
    const audience = this.leaks.audienceOf(sent);
    this.#judge(where, this.leaks.in(sent, audience), problemsIn(sent));
    this.seen.blocks(parsed(body.blocks), { shownTo: audience.authors, channel: audience.channel });
    if (body.view !== undefined) this.#show(parsed(body.view), audience.authors);
  }

  /** What an acknowledgement holds is for its sender, and has to be as any other window. */
  acknowledged({ name, user }: Payload, text: string): void {
    if (!text.startsWith('{')) return;
    this.replies.add('ack');
    const { view }: { readonly view?: unknown } = JSON.parse(text);
    const problems =
      view === undefined ? [] : problemsIn({ method: 'ack', address: '', body: { view }, answer: {} });
    this.#judge(`ack of ${name}`, this.leaks.inAcknowledgement(user, text), problems);
    if (view !== undefined) this.#show(view, [user]);
  }
}

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

/** Everything that nobody caught; to be let go of. */
const catchUnhandled = () => {
  const unhandled: string[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(String(reason));
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
  return {
    unhandled,
    release(): void {
      process.off('unhandledRejection', onUnhandled);
      process.off('uncaughtException', onUnhandled);
    },
  };
};

/** What a line of the log says, and its cause without what differs each time. */
const errorIn = (line: string): string => {
  const { msg, err }: { readonly msg: string; readonly err?: { readonly message?: string } } =
    JSON.parse(line);
  return [msg, ...(err?.message === undefined ? [] : [err.message.replace(/\d+/g, '#').slice(0, 120)])].join(
    ': ',
  );
};

const openBot = ({ asker, store }: FuzzOptions, apiUrl: string, onError: (message: string) => void) =>
  createSlackApp({
    asker,
    store,
    log: createLog({
      level: 'error',
      secrets: [],
      destination: { write: (line) => onError(errorIn(line)) },
    }),
    now: () => performance.now(),
    clock: Date.now,
    sweepEveryMs: 0,
    drainWithinMs: 60_000,
    config: {
      mode: 'http',
      host: '127.0.0.1',
      port: 0,
      botToken: 'xoxb-pretend',
      signingSecret: secret,
      apiUrl,
      origin: () => 'environment',
    },
  });

/** Sends generated payloads through the HTTP receiver of a bot in this process, forty at a time. */
export const fuzz = async (options: FuzzOptions): Promise<FuzzCounts> => {
  const { payloads, seed, onProgress } = options;
  const chance = createChance(seed);
  const watch = new Watch();
  const [statuses, entered, errors] = [createTally(), createTally(), createTally()];
  let [sent, intruders] = [0, 0];
  const slack = await openPlainSlack((one) => watch.sent(one), crowd);
  const { unhandled, release } = catchUnhandled();
  const app = openBot(options, slack.apiUrl, errors.add);
  const { port } = await app.start();
  const dispatcher = new Agent({ connections: 40, pipelining: 1 });
  const send = async (payload: Payload): Promise<void> => {
    if (payload.sendsOn !== undefined) watch.leaks.sendsOn(payload.sendsOn);
    const response = await request(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: headersOf(payload),
      body: payload.body,
      dispatcher,
    }).catch(() => undefined);
    const text = (await response?.body.text().catch(() => '')) ?? '';
    const status = response?.statusCode ?? 0;
    statuses.add(String(status));
    const isWelcome = payload.isSigned && payload.skewMs === 0;
    if (!isWelcome && status === 200 && !payload.body.includes('ssl_check=1')) intruders += 1;
    if (isWelcome && status === 200) {
      entered.add(payload.name);
      watch.acknowledged(payload, text);
    }
  };
  const worker = async (): Promise<void> => {
    while (sent < payloads) {
      sent += 1;
      const at = sent;
      await send(payloadAt(chance, slack, watch.seen, at));
      if (at % 10_000 === 0) onProgress?.(at);
    }
  };
  try {
    await Promise.all(Array.from({ length: 40 }, worker));
    await app.stop();
    const { leaked, examples: leaks, refused, problems } = watch;
    return {
      ...{ sent, statuses: statuses.counts, entered: entered.counts },
      ...{ replies: watch.replies.counts, windows: watch.windows.counts },
      ...{ leaked, leaks, refused, problems, intruders, unhandled, errors: errors.counts },
    };
  } finally {
    release();
    await dispatcher.close();
    await slack.close();
  }
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestions } from '../eval/evaluate.ts';
import { openSets } from '../eval/sets.ts';
import { commandBody, createPoster } from '../harness/asker-of-commands.ts';
import { openPlainSlack } from '../harness/plain-slack.ts';
import { httpSettings, startProcess } from '../harness/process.ts';

const questions = [
  'Optum',
  'how long is the Kaiser contract',
  'compare kaiser vs allina',
  'which deals are there',
  'why did Allina outsource',
  'how many staff moved to Cerner at Mission',
];

/** As people type them, each another one; over a thousand, of all sets in turn. */
const freshQuestions = (): string[] => {
  const texts = openSets.flatMap((file) => readQuestions(file).map(({ text }) => text));
  const step = 7;
  const mixed = Array.from({ length: step }, (_, first) => texts.filter((_, at) => at % step === first));
  return [...new Set(mixed.flat())].filter((text) => !questions.includes(text));
};

export interface Latency {
  /** Medians of milliseconds from the command to its answer, one command at a time, the two bots in turn. */
  readonly ours: number;
  readonly echo: number;
  /** The same of questions that nobody asked before. */
  readonly oursNew: number;
  readonly oursSlowest: number;
  /** Commands sent side by side, how many had no answer, and the milliseconds that all took. */
  readonly many: number;
  readonly failed: number;
  readonly manyMs: number;
}

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const at = (numbers: readonly number[], share: number): number =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

const warmUp = 50;

/** Answers that somebody waits for, by their address. */
const createWaiting = () => {
  const waiting = new Map<string, () => void>();
  return {
    arrived: (name: string) => waiting.get(name)?.(),
    /** True when it came within five seconds. */
    answerTo: (name: string): Promise<boolean> =>
      new Promise((resolve) => {
        const late = setTimeout(() => resolve(false), 5_000);
        waiting.set(name, () => {
          clearTimeout(late);
          waiting.delete(name);
          resolve(true);
        });
      }),
  };
};

/**
 * Measures two processes against a Slack in this one: the bot as `npm start` runs it, on its SQLite file, and a bare
 * Bolt bot that echoes. `each` commands to each in turn, then `many` to ours at `atOnce` at a time.
 */
export const measureLatency = async (each: number, many: number, atOnce: number): Promise<Latency> => {
  const waiting = createWaiting();
  const slack = await openPlainSlack(({ address }) => waiting.arrived(address));
  const folder = mkdtempSync(join(tmpdir(), 'latency-'));
  const settings = httpSettings(slack.apiUrl, folder);
  const bots = {
    ours: startProcess('src/main.ts', settings),
    echo: startProcess('tests/drills/echo.ts', settings),
  };
  try {
    const posterTo = async (bot: keyof typeof bots) => {
      const [, port] = await bots[bot].until(/over HTTP on port (\d+)/);
      return createPoster(`http://127.0.0.1:${port}/slack/events`);
    };
    const posters = { ours: await posterTo('ours'), echo: await posterTo('echo') };
    const fresh = freshQuestions();
    if (fresh.length < each + warmUp) throw new Error(`there are only ${fresh.length} questions to ask once`);
    let asked = 0;
    const ask = async (bot: keyof typeof bots, isNew = false): Promise<number | undefined> => {
      asked += 1;
      const name = `${bot}-${asked}`;
      const text = (isNew ? fresh.pop() : questions[asked % questions.length]) ?? 'Optum';
      const answer = waiting.answerTo(name);
      const began = performance.now();
      // Whoever asks what nobody asked goes on asking such things.
      const user = `${isNew ? 'U0N' : 'U0P'}${asked % 50}`;
      const status = await posters[bot].post(commandBody(slack, { name, text, user }));
      return (await answer) && status === 200 ? performance.now() - began : undefined;
    };
    const taken: Record<'ours' | 'echo' | 'oursNew', number[]> = { ours: [], echo: [], oursNew: [] };
    for (let turn = 0; turn < each + warmUp; turn += 1)
      // The echo in between: what a bot still does after its answer is no part of its next one.
      for (const kind of ['ours', 'echo', 'oursNew', 'echo'] as const) {
        const ms = await ask(kind === 'echo' ? 'echo' : 'ours', kind === 'oursNew');
        if (turn >= warmUp) taken[kind].push(ms ?? 5_000);
      }
    let left = many;
    let failed = 0;
    const began = performance.now();
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        if ((await ask('ours')) === undefined) failed += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const manyMs = performance.now() - began;
    await Promise.all([posters.ours.close(), posters.echo.close()]);
    return {
      ours: at(taken.ours, 0.5),
      echo: at(taken.echo, 0.5),
      oursNew: at(taken.oursNew, 0.5),
      oursSlowest: at(taken.ours, 0.99),
      many,
      failed,
      manyMs,
    };
  } finally {
    await Promise.all(Object.values(bots).map((bot) => bot.end()));
    await slack.close();
    rmSync(folder, { recursive: true });
  }
};

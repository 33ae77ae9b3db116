import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandBody, createPoster } from '../harness/asker-of-commands.ts';
import { openPlainSlack } from '../harness/plain-slack.ts';
import { httpSettings, startProcess } from '../harness/process.ts';

const questions = [
  'Optum',
  'how long is the Kaiser contract',
  'compare kaiser vs allina',
  'zebra crossings',
  'why',
];

/** What the bot says of itself at /metrics at one moment. */
export interface Sample {
  readonly second: number;
  readonly heapMb: number;
  readonly residentMb: number;
  readonly answered: number;
  readonly inFlight: number;
}

const figure = (text: string, name: string): number => {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(name) && /[ {]/.test(line.charAt(name.length)));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
};

/** Asks at a steady rate for some seconds and reads the bot's own figures every `everySeconds`. */
export const steady = async (options: {
  readonly seconds: number;
  readonly perSecond: number;
  readonly everySeconds: number;
  readonly onSample?: (sample: Sample) => void;
}): Promise<{ readonly asked: number; readonly answers: number; readonly samples: readonly Sample[] }> => {
  const { seconds, perSecond, everySeconds, onSample } = options;
  let asked = 0;
  let answers = 0;
  const slack = await openPlainSlack(({ method }) => {
    if (method === 'response_url') answers += 1;
  });
  const folder = mkdtempSync(join(tmpdir(), 'steady-'));
  const bot = startProcess('src/main.ts', { ...httpSettings(slack.apiUrl, folder), METRICS_PORT: '0' });
  const samples: Sample[] = [];
  try {
    const [, port] = await bot.until(/over HTTP on port (\d+)/);
    const [, metricsPort] = await bot.until(/"port":(\d+),"msg":"serving figures/);
    const poster = createPoster(`http://127.0.0.1:${port}/slack/events`);
    const ask = async (): Promise<void> => {
      asked += 1;
      const text = `${questions[asked % questions.length]} ${asked % 500}`;
      await poster.post(commandBody(slack, { name: `n${asked}`, text, user: `U0P${asked % 200}` }));
    };
    const sample = async (second: number): Promise<void> => {
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      const taken: Sample = {
        second,
        heapMb: figure(text, 'nodejs_heap_size_used_bytes') / 1_048_576,
        residentMb: figure(text, 'process_resident_memory_bytes') / 1_048_576,
        answered: figure(text, 'outsourcing_answers_total'),
        inFlight: figure(text, 'outsourcing_in_flight'),
      };
      samples.push(taken);
      onSample?.(taken);
    };
    const began = performance.now();
    const under: Promise<void>[] = [];
    for (let tick = 0; tick < seconds * 10; tick += 1) {
      for (let one = 0; one < perSecond / 10; one += 1) under.push(ask());
      if (tick % 100 === 0)
        under.splice(
          0,
          under.length,
          Promise.all(under).then(() => {}),
        );
      if (tick > 0 && tick % (everySeconds * 10) === 0) await sample(tick / 10);
      await pause(Math.max(0, began + (tick + 1) * 100 - performance.now()));
    }
    await Promise.all(under);
    await pause(500);
    await sample(seconds);
    await poster.close();
    return { asked, answers, samples };
  } finally {
    await bot.end();
    await slack.close();
    rmSync(folder, { recursive: true });
  }
};

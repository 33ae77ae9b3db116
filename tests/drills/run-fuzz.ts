import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rememberAnswers } from '../../src/app/remembered-answers.ts';
import { openAsker } from '../../src/app.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { names } from './fuzz/entries.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { tellingAsker } from './fuzz/telling-asker.ts';

const payloads = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const folderOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);
const figures: number[] = [];
const onProgress = (done: number): void => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  figures.push(heapUsed);
  process.stdout.write(`${done} payloads: heap ${megabytes(heapUsed)} MB, resident ${megabytes(rss)} MB\n`);
};

const asker = tellingAsker(
  rememberAnswers(await openAsker({ seeds: folderOf('seeds'), intents: folderOf('intents') })),
);
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
const store = openSqliteStore({ folder, now: Date.now });
const counts = await fuzz({ payloads, seed, asker, store, onProgress });
await store.close();
rmSync(folder, { recursive: true });

/** The second half of the run against the first: claims in memory fill up to their limit at first. */
const half = Math.floor(figures.length / 2);
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
const growth = mean(figures.slice(half)) / mean(figures.slice(0, half)) || 1;
process.stdout.write(
  `${JSON.stringify(counts, null, 1)}\nheap of the second half: ${growth.toFixed(2)} of the first\n`,
);
const { leaked, refused, intruders, unhandled, entered } = counts;
const missed = names.filter((name) => (entered[name] ?? 0) === 0);
if (missed.length > 0) process.stdout.write(`nothing came by: ${missed.join(', ')}\n`);
process.exit(leaked + refused + intruders + unhandled.length + missed.length === 0 && growth < 1.2 ? 0 : 1);

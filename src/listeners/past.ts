import { z } from 'zod';
import { type Reading, readingSchema, withoutDefaults } from '../reading.ts';
import { eachAs, readAs } from '../store/records.ts';
import type { Entries } from '../store/store.ts';
import { type Desk, reportDamage } from './parts.ts';
import { digest } from './question.ts';

export const day = 24 * 60 * 60 * 1000;

/** No reading is kept longer than this, in milliseconds. */
export const readingsKeptMs = 30 * day;

/**
 * How an answering is named here: from it nobody finds out how it is named in what is kept without a name, once the claim
 * with its own name is gone.
 */
export const pastName = (run: string): string => digest(['past', run]);

/**
 * Questions as they were understood, oldest first: ids, without a word that anybody typed. `run` is the `pastName` of the
 * answering, so that one that is taken over counts once; `at` is in milliseconds since the epoch.
 */
export const pastSchema = z.array(z.object({ run: z.string(), at: z.number(), reading: readingSchema }));

export type Past = z.output<typeof pastSchema>;

/** What of it is younger than `ageMs`. */
export const younger = (past: Past | undefined, ageMs: number, now: number): Past =>
  (past ?? []).filter(({ at }) => at + ageMs > now);

/** As it is kept: what the schema fills in when it is read back takes no room. */
const packed = (past: Past): unknown =>
  past.map(({ run, at, reading }) => ({ run, at, reading: withoutDefaults(reading) }));

/** How much of the past is kept under a key. */
export interface Keeping {
  /** Milliseconds. */
  readonly ageMs: number;
  readonly most: number;
  /** What comes before the first where nothing is kept. */
  readonly earlier?: readonly Reading[];
}

/** Adds a reading to what is kept under a key, once however often it is answered. `run` names the answering itself. */
export const addReading = (
  desk: Desk,
  entries: Entries,
  key: string,
  { run: answering, reading }: { readonly run: string; readonly reading: Reading },
  { ageMs, most, earlier = [] }: Keeping,
): void => {
  const run = pastName(answering);
  const at = desk.clock();
  const stored = readAs(pastSchema, key, entries.get(key), reportDamage(desk));
  const fresh = younger(stored, ageMs, at).filter((one) => one.run !== run);
  const before = fresh.length > 0 ? fresh : earlier.map((one) => ({ run: '', at, reading: one }));
  entries.put(key, packed([...before, { run, at, reading }].slice(-most)), { expiresInMs: ageMs });
};

const trim = (desk: Desk, key: string): Promise<void> =>
  desk.store.update([key], (entries) => {
    const kept = younger(pastSchema.safeParse(entries.get(key)).data, readingsKeptMs, desk.clock());
    const youngest = kept.at(-1);
    if (youngest === undefined) entries.delete(key);
    else entries.put(key, packed(kept), { expiresInMs: youngest.at + readingsKeptMs - desk.clock() });
  });

/** Removes readings that are too old from conversations and lists that go on. Rejects when the store is away. */
export const tidy = async (desk: Desk): Promise<void> => {
  for (const prefix of ['turns/', 'recent/']) {
    const records = eachAs(desk.store, pastSchema, prefix, reportDamage(desk));
    for await (const { key, record } of records) {
      const isOld = younger(record, readingsKeptMs, desk.clock()).length < record.length;
      if (isOld) await trim(desk, key);
    }
  }
};

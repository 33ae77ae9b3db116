import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPassages } from '../../../src/corpus/search/passage-file.ts';
import { buildPassages, restorePassages } from '../../../src/corpus/search/passages.ts';
import { passageSettings } from '../../../src/corpus/search/settings.ts';
import { samplePassages } from './sample-passages.ts';

const built = buildPassages(samplePassages);
const snapshot = built.toSnapshot();
const questions = ['contractor for years', 'service desk', 'moratoreum', 'nothing of the kind'];
const answers = (passages: typeof built) => questions.map((question) => passages.search(question));

describe('a snapshot of passages', () => {
  it('answers as the index that it was made of', () => {
    const { passages, rebuilt } = restorePassages(snapshot, samplePassages);
    expect(rebuilt).toBeUndefined();
    expect(answers(passages)).toEqual(answers(built));
    const again = restorePassages(passages.toSnapshot(), samplePassages);
    expect(again.rebuilt).toBeUndefined();
    expect(answers(again.passages)).toEqual(answers(built));
  });

  it('serves whatever the order of the passages', () => {
    expect(restorePassages(snapshot, [...samplePassages].reverse()).rebuilt).toBeUndefined();
  });

  it('is stale when a passage was changed, added or taken away', () => {
    const [first, ...others] = samplePassages;
    const changed = [{ ...first!, text: `${first!.text} Then it ended.` }, ...others];
    const added = [...samplePassages, { id: 'new', title: 'New', text: 'A pilot.' }];
    for (const now of [changed, added, others]) {
      const { passages, rebuilt } = restorePassages(snapshot, now);
      expect(rebuilt).toBe('stale');
      expect(answers(passages)).toEqual(answers(buildPassages(now)));
    }
  });

  it('is stale when the settings were changed', () => {
    const settings = { ...passageSettings, titleWeight: 3 };
    const { passages, rebuilt } = restorePassages(snapshot, samplePassages, settings);
    expect(rebuilt).toBe('stale');
    expect(answers(passages)).toEqual(answers(buildPassages(samplePassages, settings)));
  });

  it('is stale when another version wrote it', () => {
    const text = Buffer.from(snapshot).toString('latin1');
    const older = Buffer.from(text.replace('"version":"1.', '"version":"0.'), 'latin1');
    expect(restorePassages(older, samplePassages).rebuilt).toBe('stale');
  });

  it('is never trusted with one byte changed or cut off', () => {
    fc.assert(
      fc.property(fc.nat(snapshot.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Uint8Array.from(snapshot);
        damaged[at] = (damaged[at]! + by) % 256;
        expect(restorePassages(damaged, samplePassages).rebuilt).toMatch(/^(damaged|stale)$/);
        expect(restorePassages(snapshot.slice(0, at), samplePassages).rebuilt).toBe('damaged');
      }),
      { numRuns: 60 },
    );
  });

  it('is damaged when it is something else', () => {
    for (const bytes of [new Uint8Array(), Buffer.from('{}'), Buffer.from('not a snapshot at all')])
      expect(restorePassages(bytes, samplePassages).rebuilt).toBe('damaged');
  });
});

describe('a snapshot in a file', () => {
  it('is written when absent, served when whole, and written anew when damaged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'passages-'));
    const file = join(folder, 'deeper', 'passages.bin');
    const open = async () => {
      const { passages, rebuilt } = await openPassages(file, samplePassages);
      expect(answers(passages)).toEqual(answers(built));
      return rebuilt ?? 'served';
    };
    expect([await open(), await open()]).toEqual(['absent', 'served']);
    await writeFile(file, (await readFile(file)).subarray(0, 900));
    expect([await open(), await open()]).toEqual(['damaged', 'served']);
    expect(await readdir(join(folder, 'deeper'))).toEqual(['passages.bin']);
    await rm(folder, { recursive: true });
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../fixtures/library.ts';

const page = readFileSync(join(root, 'docs/slack-checklist.md'), 'utf8');

interface Row {
  readonly number: number;
  readonly state: string;
  readonly pains: readonly number[];
  /** The tests named, each with its file below `tests/`. */
  readonly proofs: readonly { readonly file: string; readonly name: string }[];
}

/** `file` “name”, “another name of the same file” */
const proofsIn = (cell: string): Row['proofs'] => {
  let file = '';
  return [...cell.matchAll(/`([\w./-]+)`(?= “)|“([^”]+)”/g)].flatMap(([, path, name]) => {
    file = path ?? file;
    return name === undefined ? [] : [{ file, name }];
  });
};

const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim());
    const [number = '', , , state = '', pains = ''] = cells;
    return {
      number: Number(number),
      state,
      pains: [...pains.matchAll(/\d+/g)].map(Number),
      proofs: proofsIn(state),
    };
  });

const sourceOf = (file: string): string => {
  const path = join(root, 'tests', `${file}.test.ts`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

describe('the Slack checklist', () => {
  it('has every one of its 68 rows once, in order, each done, later, or not for us', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 68 }, (_, at) => at + 1));
    for (const { number, state } of rows)
      expect([number, state]).toEqual([number, expect.stringMatching(/^(?:done|later|not for us)\b/)]);
  });

  it('names a test for whatever is done, and a reason for whatever is not', () => {
    for (const { number, state, proofs } of rows)
      if (state.startsWith('done')) expect([number, proofs.length > 0]).toEqual([number, true]);
      else expect([number, /^(?:later|not for us): .{20,}/.test(state)]).toEqual([number, true]);
  });

  it('names no test that is not there', () => {
    const missing = rows.flatMap(({ number, proofs }) =>
      proofs
        .filter(({ file, name }) => {
          const source = sourceOf(file);
          return !source.includes(`'${name.replaceAll("'", "\\'")}'`) && !source.includes(`"${name}"`);
        })
        .map(({ file, name }) => `${number}: ${file} “${name}”`),
    );
    expect(missing).toEqual([]);
  });

  it('answers every one of the 53 pains in some row', () => {
    const answered = new Set(rows.flatMap(({ pains }) => pains));
    const open = Array.from({ length: 53 }, (_, at) => at + 1).filter((pain) => !answered.has(pain));
    expect(open).toEqual([]);
    for (let pain = 1; pain <= 53; pain += 1)
      expect(page.slice(page.indexOf('## The pains'))).toMatch(new RegExp(`(?:^|· |\\n)${pain} `, 'm'));
  });
});

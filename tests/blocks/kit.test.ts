import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/blocks/checker.ts';
import { shapeNamed } from '../../src/blocks/grammar.ts';
import {
  actions,
  button,
  context,
  divider,
  header,
  section,
  styledCell,
  table,
  textCell,
} from '../../src/blocks/kit.ts';

const hostile = ['', ' ', '\u200B', '<!channel>', '&'.repeat(4000), '😀'.repeat(4000), 'word '.repeat(2000)];
const passes = (...blocks: unknown[]) => expect(checkBlocks(blocks, 'message')).toEqual([]);

describe('the kit', () => {
  it.each(hostile)('builds blocks that pass from the plain text %#', (text) => {
    passes(header('h', text));
    passes(divider('d'));
    passes(
      actions(
        'a',
        [button('go', text, 'x')].flatMap((one) => one ?? []),
      ),
    );
  });

  it.each(['', '&amp;'.repeat(4000), '<https://a.example|x> '.repeat(400), 'word '.repeat(2000)])(
    'builds blocks that pass from the markup %#',
    (markup) => {
      passes(section('s', markup));
      passes(context('c', markup));
    },
  );

  it('keeps what is exactly at its limit', () => {
    const text = 'a'.repeat(150);
    expect(header('h', text).text.text).toBe(text);
    expect(header('h', `${text}a`).text.text).toBe(`${'a'.repeat(136)} … (shortened)`);
    expect(section('s', 'a'.repeat(3000)).text?.text).toBe('a'.repeat(3000));
  });

  it('makes a button of a value of 2,000 characters and none of a longer one', () => {
    expect(button('go', 'Go', 'x'.repeat(2000))?.value).toBe('x'.repeat(2000));
    expect(button('go', 'Go', 'x'.repeat(2001))).toBeUndefined();
  });

  it('makes a row of at most 25 buttons, and none of none', () => {
    const row = Array.from({ length: 26 }, (_, at) => button(`go:${at}`, 'Go', 'x')).flatMap(
      (one) => one ?? [],
    );
    expect(actions('a', row)?.elements.length).toBe(25);
    expect(actions('a', [])).toBeUndefined();
  });

  it('takes the teeth out of markup in literal cells', () => {
    expect(textCell('<!channel> R&D')).toEqual({ type: 'raw_text', text: '‹!channel> R&D' });
    expect(JSON.stringify(styledCell('<@U1>', 'italic'))).toContain('‹@U1>');
    passes(table('t', ['<!here>'], [[textCell('<!channel>')]]));
  });

  it('makes a table of what Slack takes and nothing of the rest', () => {
    const grid = shapeNamed('table').fields.rows;
    const rows = (many: number) =>
      Array.from({ length: many }, () => [textCell('a'), styledCell('b', 'bold')]);
    if (grid?.kind !== 'grid') throw new Error('the rows of a table are a grid');
    passes(table('t', ['x', ''], rows((grid.rows.max ?? 0) - 1)));
    expect(table('t', ['x', ''], rows(grid.rows.max ?? 0))).toBeUndefined();
    expect(table('t', ['x'], rows(1))).toBeUndefined();
    expect(table('t', ['x', 'y'], [[textCell('a'.repeat(grid.cell + 1)), textCell('b')]])).toBeUndefined();
  });
});

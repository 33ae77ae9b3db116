import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkView } from '../../src/blocks/checker.ts';
import { suggestedGroups, suggestedOptions } from '../../src/blocks/choices.ts';
import {
  checkboxes,
  conversationSelect,
  datePicker,
  radioButtons,
  searchOne,
  searchSeveral,
  selectOne,
  selectSeveral,
  textInput,
  userSelect,
} from '../../src/blocks/input.ts';
import { section } from '../../src/blocks/kit.ts';
import { modal, notice } from '../../src/blocks/modal.ts';

const choicesOf = (many: number, label = 'A deal') =>
  Array.from({ length: many }, (_, at) => ({ value: `id-${at}`, label, about: label }));

/** A modal with one input of every kind, each given the same text wherever it takes one. */
const everyInput = (text: string, many: number) => {
  const field = (id: string) => ({ id, label: text, hint: text, placeholder: text });
  const choices = choicesOf(many, text);
  const few = choices.slice(0, 12);
  return modal({
    callbackId: 'test:every',
    title: text,
    submit: text,
    close: text,
    ids: { about: text.slice(0, 100) },
    blocks: [
      section('intro', 'Every input.'),
      textInput({ ...field('text'), isLong: true, initial: text, hasFocus: true }),
      selectOne({ ...field('one'), choices, initial: 'id-0' }),
      selectSeveral({ ...field('several'), choices: [{ label: text, choices }], initial: ['id-0'], most: 6 }),
      searchOne({ ...field('search-one'), initial: choices[0]! }),
      searchSeveral({ ...field('search-several'), initial: choices, most: 6, searchFrom: 1 }),
      checkboxes({ ...field('boxes'), choices: few, initial: ['id-0'] }),
      radioButtons({ ...field('radio'), choices: few, initial: 'id-0', reports: true }),
      datePicker({ ...field('day'), initial: '2024-07-01' }),
      userSelect({ ...field('user'), isOptional: true }),
      conversationSelect(field('where')),
    ],
  });
};

const hostile = ['', ' ', '\u200B', '<!channel>', '<@U123|x> & *y*', '&'.repeat(4000), '😀'.repeat(4000)];

describe('a modal', () => {
  it.each(hostile)('passes the checker with one input of every kind, whatever stands in it: %#', (text) => {
    expect(checkView(everyInput(text, 130))).toEqual([]);
  });

  it('passes the checker whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (text, many) => {
          expect(checkView(everyInput(text, many))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has the buttons that it needs and no others', () => {
    const shown = notice('Not finished', 'Say <it> plainly.');
    expect(shown).toMatchObject({ close: { text: 'Close' }, callback_id: 'notice' });
    expect(shown).not.toHaveProperty('submit');
    expect(JSON.stringify(shown)).toContain('Say &lt;it&gt; plainly.');
    expect(everyInput('Compare', 2)).toMatchObject({
      submit: { text: 'Compare' },
      title: { text: 'Compare' },
    });
  });

  it('carries ids as JSON that cannot look like markup, and refuses more than fit', () => {
    const parts = { callbackId: 'test:ids', title: 'Ids', blocks: [section('a', 'b')] };
    expect(modal({ ...parts, ids: { deal: '<!here>' } }).private_metadata).toBe('{"deal":"\\u003c!here>"}');
    expect(modal(parts)).not.toHaveProperty('private_metadata');
    expect(() => modal({ ...parts, ids: 'x'.repeat(3000) })).toThrow(/keep them in the store/);
  });

  it('says that blocks over the hundredth do not fit', () => {
    const blocks = Array.from({ length: 130 }, (_, at) => section(`s:${at}`, 'Text.'));
    const full = modal({ callbackId: 'test:full', title: 'Full', blocks });
    expect(checkView(full)).toEqual([]);
    expect(full.blocks.length).toBe(100);
    expect(JSON.stringify(full.blocks.at(-1))).toContain('does not fit');
  });
});

describe('what is offered to choose', () => {
  it('is each value once, at most a hundred, and never a value that was cut', () => {
    const twice = [...choicesOf(2), ...choicesOf(2), { value: 'x'.repeat(76), label: 'Too long' }];
    expect(suggestedOptions(twice).map(({ value }) => value)).toEqual(['id-0', 'id-1']);
    expect(suggestedOptions(choicesOf(130)).length).toBe(100);
  });

  it('leaves out groups without choices', () => {
    const groups = suggestedGroups([
      { label: 'None', choices: [] },
      { label: 'Some', choices: choicesOf(1) },
    ]);
    expect(groups.map(({ label }) => label.text)).toEqual(['Some']);
  });

  it('begins with what is chosen, where that is among it', () => {
    const field = { id: 'deal', label: 'Deal', choices: choicesOf(3) };
    expect(selectOne({ ...field, initial: 'id-2' }).element).toMatchObject({
      initial_option: { value: 'id-2' },
    });
    expect(selectOne({ ...field, initial: 'gone' }).element).not.toHaveProperty('initial_option');
    expect(selectSeveral({ ...field, initial: ['id-1', 'gone'] }).element).toMatchObject({
      initial_options: [{ value: 'id-1' }],
    });
  });
});

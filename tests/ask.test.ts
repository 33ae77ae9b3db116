import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, isAnswered, leadText, type Turn } from '../src/answer.ts';
import { createAsker } from '../src/ask.ts';
import { answerText } from '../src/blocks/text.ts';
import { figuresIn } from '../src/corpus/figures.ts';
import type { Library } from '../src/corpus/library.ts';
import type { Intent } from '../src/intent.ts';
import { loadCatalog } from '../src/nlu/catalog.ts';
import { encodeReading, type ReadingInput, readingSchema, toReading } from '../src/reading.ts';
import { converse, readQuestions } from './eval/evaluate.ts';
import type { Question } from './eval/score.ts';
import { root, seedLibrary } from './fixtures/library.ts';
import { claimsOf } from './property/said.ts';

/** The same in every run. */
const seed = 2009;

let intents: readonly Intent[];
let library: Library;
let asker: Asker;
let questions: Question[];
let turns: Turn[];

beforeAll(async () => {
  intents = await loadCatalog(join(root, 'intents'), 'intents');
  library = await seedLibrary();
  asker = createAsker(library, intents);
  questions = readQuestions(join(root, 'tests/eval/work.jsonl'));
  turns = questions.map((question) => converse(asker, question));
});

const cites = ({ citations }: Answer): string[] => citations.map(({ article }) => article);

describe('an answer', () => {
  it('is worked out once for a reading, however that was worded', () => {
    const [first, again] = ['Optum', 'optum?'].map((text) => asker.ask(text, []));
    expect(again?.answer).toBe(first?.answer);
    expect(asker.answerReading(toReading({ ...first?.reading, intent: 'help' })).answer).not.toBe(
      first?.answer,
    );
  });
});

describe('what it must show', () => {
  it('Optum names its five clients, one of whom has left, cites the article and says what is withheld', () => {
    const { answer } = asker.ask('Optum', []);
    const text = answerText(answer);
    for (const client of ['Allina', 'Northern Light', 'ProHealth', 'Owensboro', 'SSM'])
      expect(text).toContain(client);
    expect(text).toMatch(/SSM Health[^.]*ended/);
    expect(text).toMatch(/not disclos|withh[eo]ld/i);
    expect([answer.outcome, cites(answer)]).toEqual(['answered', ['allina-optum-2024']]);
  });

  it('a comparison is a table of what decides, with hedges', () => {
    const { answer } = asker.ask('compare kaiser vs allina', []);
    const table = answer.sections.find((section) => section.kind === 'table');
    const rows = new Map(table?.rows.map(({ head, cells }) => [head, cells] as const));
    expect(table?.columns).toHaveLength(3);
    for (const head of ['Term', 'Value', 'Staff moved', 'Staff cut', 'Kept in-house', 'Why', 'Status'])
      expect([...rows.keys()]).toContain(head);
    const cell = (head: string, place: number): string => rows.get(head)?.[place]?.text ?? '';
    expect(cell('Term', 0)).toMatch(/seven years|7 years/);
    expect(cell('Value', 0)).toMatch(/reportedly/);
    expect(rows.get('Value')?.[1]?.state).toBe('withheld');
    expect(rows.get('Term')?.[1]?.state).toBe('not-stated');
    expect(cell('Staff moved', 1)).toMatch(/roughly 2,000/i);
    expect(cell('Staff cut', 0)).toMatch(/860.*most/);
    expect(cites(answer).sort()).toEqual(['allina-optum-2024', 'kaiser-ibm-2009']);
  });

  it('the checklist has four elements and four protections', () => {
    const { answer } = asker.ask('transition checklist', []);
    const text = answerText(answer).toLowerCase();
    for (const part of [
      'knowledge acquisition',
      'knowledge transfer and training',
      'trusting relationship',
      'preserving what works',
      'action plan',
      'transparent',
      'service level agreements',
      'change control',
    ])
      expect(text).toContain(part);
    const steps = [...library.facts.values()].filter(
      ({ attribute, values }) =>
        (attribute === 'step' || attribute === 'protection') && values.as !== 'caution',
    );
    const told = new Set(claimsOf(answer).flatMap(({ facts }) => facts));
    expect(steps.filter(({ id }) => !told.has(id)).map(({ id }) => id)).toEqual([]);
    expect(cites(answer)).toEqual(['phoenix-transition-2021']);
  });

  it('a misspelled mention in a thread is answered with seven years', () => {
    const { answer } = asker.ask('<@U0BOT> kaizer deal lenght?', []);
    expect(leadText(answer)).toMatch(/seven years/);
    expect([answer.outcome, cites(answer)]).toEqual(['answered', ['kaiser-ibm-2009']]);
  });
});

describe('an answer', () => {
  it('does not change by a byte when the article files come in another order', async () => {
    const expected = turns.map(({ answer }) => JSON.stringify(answer));
    const orders = [
      await seedLibrary((articles) => articles.toReversed()),
      await seedLibrary((articles) => [...articles.slice(2), ...articles.slice(0, 2)]),
    ];
    for (const other of orders) {
      const heart = createAsker(other, intents);
      expect(questions.map((question) => JSON.stringify(converse(heart, question).answer))).toEqual(expected);
    }
  });

  it('rests on facts that are there, each cited, and cites nothing else', () => {
    for (const { answer, utterance } of turns) {
      const claims = claimsOf(answer);
      const read = new Set(claims.flatMap((claim) => claim.cites));
      expect([utterance, cites(answer).toSorted()]).toEqual([utterance, [...read].toSorted()]);
      for (const claim of claims) {
        const articles = claim.facts.map((id) => library.facts.get(id)?.article);
        expect(articles.filter((id) => id === undefined || !claim.cites.includes(id))).toEqual([]);
      }
    }
  });

  it('holds no figure that is in none of the facts it rests on', () => {
    const strange = turns.flatMap(({ answer, utterance }) =>
      claimsOf(answer).flatMap((claim) => {
        const facts = claim.facts.flatMap((id) => library.facts.get(id) ?? []);
        const held = [
          ...facts.flatMap(({ sentence, values }) => figuresIn(`${sentence} ${values.brief ?? ''}`)),
          ...claim.cites.map((id) => ({ value: library.articles.get(id)?.published.year })),
        ].map(({ value }) => value);
        return figuresIn(claim.text)
          .filter(({ value }) => !held.includes(value) && !(claim.counts ?? []).includes(value))
          .map(({ text }) => `${utterance}: "${text}" in "${claim.text}"`);
      }),
    );
    expect(strange).toEqual([]);
  });

  it('that declines gives no figure of another deal', () => {
    const declined = turns.filter(
      ({ answer }) => answer.outcome === 'not-held' || answer.outcome === 'unclear',
    );
    expect(declined.length).toBeGreaterThan(0);
    const figures = declined.flatMap(({ answer, utterance }) =>
      claimsOf(answer).flatMap(({ text, counts = [] }) =>
        figuresIn(text)
          .filter(({ value }) => !counts.includes(value))
          .map((figure) => `${utterance}: ${figure.text}`),
      ),
    );
    expect(figures).toEqual([]);
  });

  it('has at most four suggestions, each short, and each answered when it is taken', () => {
    const offered = turns.flatMap(({ answer }) => answer.suggestions);
    expect(offered.length).toBeGreaterThan(100);
    expect(Math.max(...turns.map(({ answer }) => answer.suggestions.length))).toBeLessThanOrEqual(4);
    expect(Math.max(...offered.map(({ label }) => label.length))).toBeLessThanOrEqual(75);
    const failed = offered.filter(({ reading }) => !isAnswered(asker.answerReading(reading).answer.outcome));
    expect(failed.map(({ label }) => label)).toEqual([]);
  });

  it('is the same when the label of a suggestion is typed', () => {
    const other = turns.flatMap((turn) =>
      turn.answer.suggestions.flatMap(({ label, reading }) => {
        const wanted = JSON.stringify([reading.intent, reading.subjects.toSorted()]);
        const typed = [asker.ask(label, []), asker.ask(label, [turn])].map(
          ({ reading: { intent, subjects } }) => JSON.stringify([intent, subjects.toSorted()]),
        );
        return typed.includes(wanted) ? [] : [`${label}: ${typed[0]} for ${wanted}`];
      }),
    );
    expect([...new Set(other)]).toEqual([]);
  });
});

describe('what an answer is about', () => {
  it.each<[input: Partial<ReadingInput> & { intent: string }, about: string]>([
    [
      { intent: 'fact', subjects: ['kaiser-permanente'], attributes: ['term'] },
      'About Kaiser Permanente: how long the contract runs',
    ],
    [{ intent: 'vendor-profile', subjects: ['optum'], carried: ['subjects'] }, 'About Optum'],
    [{ intent: 'transition-checklist' }, 'About how a transition goes'],
  ])('is said in plain words, without the kind of question: %j', (input, about) => {
    expect(asker.answerReading(toReading(input)).answer.about).toBe(about);
  });
});

describe('a reading', () => {
  it('fits a button and comes back from it as it was', () => {
    for (const { reading } of turns) {
      const written = encodeReading(reading);
      expect(written.length).toBeLessThanOrEqual(1500);
      const { runnerUp: _, ...plain } = reading;
      expect(readingSchema.parse(JSON.parse(written))).toEqual(plain);
    }
  });

  it('gives the answer that the words gave', () => {
    const other = turns.flatMap(({ reading, answer, utterance }) => {
      // What nothing in the library covers is told by the words themselves, which no reading holds.
      if (answer.outcome === 'not-held' || reading.intent === 'unknown') return [];
      const again = asker.answerReading(readingSchema.parse(JSON.parse(encodeReading(reading)))).answer;
      // Nor is a word that an answer passes over: it is told after the answer, and makes it partial.
      const passed = answer.lead.length > again.lead.length && answer.outcome === 'partial';
      const same = passed
        ? { ...again, outcome: answer.outcome, lead: answer.lead, citations: answer.citations }
        : again;
      const led = again.lead.every(({ text }, place) => text === answer.lead[place]?.text);
      return led && JSON.stringify(same) === JSON.stringify(answer)
        ? []
        : [`${utterance}: ${answer.outcome} ${again.outcome}`];
    });
    expect(other).toEqual([]);
  });

  it('holds no word that was typed', () => {
    const { reading } = asker.ask('did kaiser tell zanzibar about its xylophone contract', []);
    expect(encodeReading(reading)).not.toMatch(/zanzibar|xylophone/i);
  });

  it.each<[what: string, input: Partial<ReadingInput>]>([
    ['subject', { subjects: ['optum', 'zz-corp'] }],
    ['subject left out', { without: ['zz-corp'] }],
    ['attribute', { attributes: ['zz-colour'] }],
    ['fact', { facts: ['zz-2020/zz-corp/term/1'] }],
    ['client', { premises: [{ form: 'pair', client: 'zz-corp', vendor: 'optum' }] }],
    ['event', { premises: [{ form: 'event', subject: 'zz-corp', attribute: 'ended' }] }],
    ['figure', { premises: [{ form: 'figure', subject: 'optum', attribute: 'zz-colour', value: 7 }] }],
    ['mover', { premises: [{ form: 'move', from: 'optum', to: 'zz-corp' }] }],
    ['person', { premises: [{ form: 'post', person: 'zz-person', post: 'CIO' }] }],
  ])('with a %s that is gone is unclear, whatever the intent', (_, input) => {
    for (const { name } of intents) {
      const { answer } = asker.answerReading(toReading({ intent: name, ...input }));
      expect([answer.outcome, answer.citations, answer.readAs]).toEqual(['unclear', [], '']);
      expect(answerText(answer)).not.toMatch(/zz-|undefined/);
    }
  });

  it('with nothing in it is answered or declined in a sentence', () => {
    for (const { name } of intents) {
      const { answer } = asker.answerReading(toReading({ intent: name }));
      expect([name, leadText(answer)]).toEqual([name, expect.stringMatching(/^[A-Z“"\d].*[.:?!]$/)]);
    }
  });

  it('with terms and places that nobody knows is no trouble', () => {
    for (const { name } of intents) {
      const { answer } = asker.answerReading(
        toReading({ intent: name, terms: ['zzz'], missing: ['zzz'], places: ['atlantis'] }),
      );
      expect([name, leadText(answer)]).toEqual([name, expect.stringMatching(/^[A-Z“"\d].*[.:?!]$/)]);
      expect(answerText(answer)).not.toMatch(/undefined/);
    }
  });

  it('of an unknown intent is unclear', () => {
    const { answer } = asker.answerReading(toReading({ intent: 'order-pizza', subjects: ['optum'] }));
    expect([answer.outcome, answer.citations, answer.readAs]).toEqual(['unclear', [], '']);
  });
});

describe('any words', () => {
  const words = fc.constantFrom(
    ...'Optum kaiser allina mission cerner vs compare how long why who 2009 $500 million staff moved cut not without the of ? <@U1> and deals list that one drop it &amp; 🎉'.split(
      ' ',
    ),
  );
  const utterance = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' ')),
  );

  it('get an answer with a lead, and the same one again', () => {
    fc.assert(
      fc.property(utterance, (text) => {
        const first = asker.ask(text, []);
        expect(leadText(first.answer)).not.toBe('');
        expect(readingSchema.safeParse(first.reading).success).toBe(true);
        expect(JSON.stringify(asker.ask(text, []))).toBe(JSON.stringify(first));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('get one in any conversation', () => {
    fc.assert(
      fc.property(fc.array(utterance, { minLength: 2, maxLength: 4 }), (texts) => {
        const said: Turn[] = [];
        for (const text of texts) said.push(asker.ask(text, said));
        for (const { answer } of said) expect(leadText(answer)).not.toBe('');
      }),
      { seed, numRuns: 60 },
    );
  });

  it('of 40,000 characters get one', () => {
    expect(leadText(asker.ask('what about Optum '.repeat(2_400), []).answer)).not.toBe('');
  });
});

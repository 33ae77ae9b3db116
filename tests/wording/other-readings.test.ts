import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, isAnswered, leadText } from '../../src/answer.ts';
import { briefReading, decodeReading, encodeReading, toReading } from '../../src/reading.ts';
import { root } from '../fixtures/library.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
});

const offered = (question: string): string[] =>
  asker.otherReadings(asker.ask(question, [])).map(({ changes, label }) => `${changes}: ${label}`);

const questions = readFileSync(join(root, 'tests/eval/work.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).text);

describe('what a person may have meant instead', () => {
  it('is the second best reading, the same of another deal, and something else of this deal', () => {
    const others = offered('how much is the Allina deal worth');
    expect(others.slice(0, 3)).toEqual([
      'question: Overview of Allina Health',
      'deal: Kaiser Permanente–IBM',
      'attribute: When it was announced or signed',
    ]);
    expect(others).not.toContain('attribute: What the contract is worth');
  });

  it('leaves out what was answered, also where the words named no attribute', () => {
    const others = offered('kaiser deal lenght?');
    expect(others).toContain('attribute: What the contract is worth');
    expect(others).not.toContain('attribute: How long the contract runs');
  });

  it('is the other deals of a vendor, those of its own first', () => {
    expect(offered('Optum').slice(1, 6)).toEqual([
      'deal: Allina Health–Optum',
      'deal: Northern Light Health–Optum',
      'deal: Owensboro Health–Optum',
      'deal: ProHealth Care–Optum',
      'deal: SSM Health–Optum',
    ]);
  });

  it.each(['help', 'thanks', 'zzzz qqqq'])('is nothing after "%s"', (question) => {
    expect(offered(question)).toEqual([]);
  });

  it('leads to an answer, over the whole work set, by way of what a menu holds', () => {
    const dead: string[] = [];
    let many = 0;
    for (const question of questions) {
      const others = asker.otherReadings(asker.ask(question, []));
      expect(others.length).toBeLessThanOrEqual(25);
      for (const { label, reading } of others) {
        const brief = briefReading(reading);
        if (brief === undefined) continue;
        many += 1;
        const { outcome } = asker.answerReading(decodeReading(brief) ?? toReading({ intent: '' })).answer;
        if (!isAnswered(outcome) && outcome !== 'withheld') dead.push(`${question} → ${label}: ${outcome}`);
      }
    }
    expect(dead).toEqual([]);
    expect(many).toBeGreaterThan(500);
  });
});

it('an answer by its reading is the answer by its words, unless it quotes them', () => {
  for (const question of questions) {
    const { reading, answer } = asker.ask(question, []);
    if (answer.readAs === '') continue;
    const again = asker.answerReading(decodeReading(encodeReading(reading)) ?? reading).answer;
    if (/mentions? “|not mention “/.test(leadText(answer))) continue;
    expect([again.outcome, leadText(again)]).toEqual([answer.outcome, leadText(answer)]);
  }
});

describe('a brief reading', () => {
  it('is read back as it was', () => {
    const reading = toReading({
      intent: 'fact',
      subjects: ['kaiser-permanente'],
      attributes: ['term'],
      terms: ['length|~term'],
    });
    expect(briefReading(reading)).toBe('fact|kaiser-permanente|term|length+~term|');
    expect(decodeReading(briefReading(reading) ?? '')).toEqual(reading);
  });

  it('is none where the reading has more to say, or says too much', () => {
    expect(briefReading(toReading({ intent: 'fact', wants: 'date' }))).toBeUndefined();
    expect(briefReading(toReading({ intent: 'fact', subjects: ['a'.repeat(75)] }))).toBeUndefined();
    expect(briefReading(toReading({ intent: 'fact', subjects: ['a,b'] }))).toBeUndefined();
    expect(briefReading(toReading({ intent: 'fact', subjects: ['a+b'] }))).toBeUndefined();
  });

  it.each([
    '',
    'made by hand',
    '{',
    '{"intent":1}',
    `${'x'.repeat(41)}|a`,
    'Fact|a',
    `fact|${'a,'.repeat(20)}`,
  ])('is not read from %s', (value) => {
    expect(decodeReading(value)).toBeUndefined();
  });
});

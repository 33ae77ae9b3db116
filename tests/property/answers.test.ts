import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, isAnswered, leadText, type Turn } from '../../src/answer.ts';
import { createAsker } from '../../src/ask.ts';
import { answerMessages } from '../../src/blocks/answer.ts';
import { checkMessage } from '../../src/blocks/checker.ts';
import { places } from '../../src/blocks/problem.ts';
import { answerText } from '../../src/blocks/text.ts';
import { isCaution } from '../../src/corpus/fact.ts';
import type { Library } from '../../src/corpus/library.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { ungrounded } from '../../src/wording/grounded.ts';
import { root, seedLibrary } from '../fixtures/library.ts';
import { conversation, lastTurn, utterance } from './conversations.ts';
import { isHedged, lostHedges } from './hedges.ts';
import { claimsOf, factsOf, strangeDigits, strangeNames } from './said.ts';

/** The same conversations in every run. */
const bounded = { seed: 3, numRuns: 100 };

let library: Library;
let asker: Asker;
beforeAll(async () => {
  library = await seedLibrary();
  asker = createAsker(library, await loadCatalog(join(root, 'intents'), 'intents'));
});

/** Asserts something of the last answer of many conversations. */
const always = (check: (answer: Answer, turn: Turn) => void): void => {
  fc.assert(
    fc.property(conversation, (texts) => {
      const turn = lastTurn(asker, texts);
      check(turn.answer, turn);
    }),
    bounded,
  );
};

const stringsIn = (answer: Answer): string[] =>
  answerMessages(answer).flatMap((message) =>
    [...places(message)].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );

/** Figures of money, share or years; these are what a person would take away. */
const amounts =
  /\$\s?\d|\d[\d.,]*\s?(?:million|billion|%|percent|[mb]n?\b)|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)[ -]years?\b|\b(?:a|one|two|three)[ -](?:half|thirds?|quarters?)\b|\bhalf (?:a|of)\b/i;

describe('any answer', () => {
  it('is shown within the limits of Slack', () => {
    always((answer) =>
      expect(answerMessages(answer).flatMap((message) => checkMessage(message))).toEqual([]),
    );
  });

  it('says something, and never that it had to hold back a claim', () => {
    always((answer) => {
      expect(leadText(answer)).not.toBe('');
      expect(answer.outcome).not.toBe('failed');
    });
  });

  it('rests on its facts by the rule that the bot itself keeps', () => {
    always((answer) => expect(claimsOf(answer).flatMap((claim) => ungrounded(library, claim))).toEqual([]));
  });

  it('has no figure that stands in no cited fact, source line or count', () => {
    // Help speaks of the bot itself, and of how long it keeps things.
    always((answer) => answer.outcome === 'help' || expect(strangeDigits(library, answer)).toEqual([]));
  });

  it('names nobody in its lead of whom no cited article tells', () => {
    always((answer) => {
      const cited = answer.citations.map(({ article }) => article);
      expect(strangeNames(library, leadText(answer), cited)).toEqual([]);
    });
  });

  it('cites what its claims rest on, and nothing else', () => {
    always((answer) => {
      const cited = answer.citations.map(({ article }) => article);
      const told = claimsOf(answer).flatMap((claim) => [
        ...claim.cites,
        ...factsOf(library, claim).map(({ article }) => article),
      ]);
      expect(cited.toSorted()).toEqual([...new Set(told)].toSorted());
    });
  });

  it('pings nobody and links to nothing that was typed', () => {
    always((answer) => {
      const shown = stringsIn(answer);
      expect(shown.filter((text) => /<[@!#]|<https?:|https?:\/\/evil/i.test(text))).toEqual([]);
      expect(answerText(answer)).not.toMatch(/<[@!#]|https?:\/\/evil/i);
    });
  });

  it('never tells a figure without its hedge', () => {
    let told = 0;
    always((answer) => {
      const claims = claimsOf(answer);
      told += claims.filter((claim) => factsOf(library, claim).some(isHedged)).length;
      expect(claims.flatMap((claim) => lostHedges(library, claim))).toEqual([]);
    });
    expect(told).toBeGreaterThan(15);
  });

  it('that declines carries no value for what was asked', () => {
    let declined = 0;
    always((answer) => {
      if (isAnswered(answer.outcome) || answer.outcome === 'failed') return;
      declined += 1;
      const nearest = answer.sections.flatMap((part) =>
        part.kind === 'claims' && part.title?.startsWith('Nearest') ? part.claims : [],
      );
      const bare = [...answer.lead, ...nearest].filter((claim) => !factsOf(library, claim).some(isCaution));
      expect(bare.map(({ text }) => text).filter((text) => amounts.test(text))).toEqual([]);
    });
    expect(declined).toBeGreaterThan(10);
  });
});

describe('the same conversation', () => {
  it('gets the same answer, whatever was asked in between', () => {
    fc.assert(
      fc.property(conversation, utterance, (texts, other) => {
        const first = JSON.stringify(lastTurn(asker, texts));
        asker.ask(other, []);
        expect(JSON.stringify(lastTurn(asker, texts))).toBe(first);
      }),
      bounded,
    );
  });
});

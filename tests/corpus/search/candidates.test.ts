import { expect, it } from 'vitest';
import { createCandidates } from '../../../src/corpus/search/candidates.ts';
import { buildIndex } from '../../../src/corpus/search/inverted-index.ts';
import { readQuestion } from '../../../src/corpus/search/question.ts';
import { createScorer } from '../../../src/corpus/search/scorer.ts';
import { passageSettings } from '../../../src/corpus/search/settings.ts';
import { measure } from '../../../src/corpus/search/statistics.ts';
import { storeTokens } from '../../../src/corpus/search/token-store.ts';
import { createVocabulary, makeDocuments, makeQuestions } from '../../bench/synthetic.ts';
import { createChance } from '../../fixtures/chance.ts';

const random = createChance(11);
const vocabulary = createVocabulary(random);
const documents = makeDocuments(600, 120, vocabulary);
const store = storeTokens(documents, passageSettings.analysis);
const index = buildIndex(store, passageSettings);
const known = measure(store, passageSettings);
const scorer = createScorer(known, passageSettings);

it('leaves out only passages that would not have been among the best', () => {
  const candidates = createCandidates(store, index, known);
  const questions = Object.values(makeQuestions(15, documents, random, vocabulary)).flat();
  let scored = 0;
  for (const text of questions) {
    const { weights } = readQuestion(text, store, index, passageSettings);
    const score = scorer(weights);
    const all = documents
      .map((_, place) => ({ place, score: score(place) }))
      .filter((entry) => entry.score > 0)
      .sort((a, b) => b.score - a.score || a.place - b.place);
    const best = candidates(
      weights,
      (place) => {
        scored += 1;
        return score(place);
      },
      10,
    );
    expect(best.map((entry) => entry.score)).toEqual(all.slice(0, 10).map((entry) => entry.score));
  }
  expect(scored / questions.length).toBeLessThan(documents.length / 2);
});

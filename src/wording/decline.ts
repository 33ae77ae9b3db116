import type { Claim, Section } from '../answer.ts';
import type { Fact } from '../corpus/fact.ts';
import { rings } from '../corpus/lexicon.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, enumerate, remark } from './claim.ts';
import { labelOf } from './fact.ts';

/** What a missing id is called: an attribute's label, or the first word of its ring. */
export const sayMissing = (id: string): string => rings[id]?.split(',')[0]?.trim() ?? labelOf(id);

const articlesOn = (library: Library, subjects: readonly string[]): string[] => [
  ...new Set(
    subjects
      .flatMap((subject) => [subject, ...library.dealsOf(subject).map((deal) => deal.id)])
      .flatMap((id) => library.about(id))
      .map((fact) => fact.article),
  ),
];

/** "The article on Kaiser Permanente does not mention severance." Cites what was read. */
export const notMentioned = (
  library: Library,
  subjects: readonly string[],
  missing: readonly string[],
  articles = articlesOn(library, subjects),
): Claim => {
  const what = enumerate(missing.map(sayMissing), 'or');
  const who = enumerate(subjects.map(library.nameOf));
  const read = articles.length > 1 ? 'The articles' : 'The article';
  const verb = articles.length > 1 ? 'do' : 'does';
  return remark(`${read}${who === '' ? '' : ` on ${who}`} ${verb} not mention ${what}.`, articles);
};

/** "The article does not state the contract term of Allina Health–Optum." */
export const notStated = (
  library: Library,
  subjects: readonly string[],
  attributes: readonly string[],
): Claim => {
  const articles = articlesOn(library, subjects);
  const what = enumerate(attributes.map(labelOf), 'or');
  const who = enumerate(subjects.map(library.nameOf));
  return remark(
    `${articles.length > 1 ? 'The articles do' : 'The article does'} not say ${what}${who === '' ? '' : ` for ${who}`}.`,
    articles,
  );
};

/** The nearest stated facts of the same subject, marked as not the answer. */
export const nearest = (facts: readonly Fact[]): Section[] =>
  facts.length === 0
    ? []
    : [
        {
          kind: 'claims',
          title: 'Nearest in the library, not the answer',
          claims: facts.slice(0, 2).map(claimOf),
        },
      ];

/** Nothing on the subject is held. */
export const notHeld = (words: readonly string[]): Claim => {
  const said = words.slice(0, 3).map((word) => `“${word.slice(0, 40)}”`);
  return remark(
    said.length === 0
      ? 'Nothing in the library covers this.'
      : `Nothing in the library mentions ${enumerate(said, 'or')}.`,
  );
};

import type { Claim } from '../answer.ts';
import { figuresIn, figuresOf, sameFigure } from '../corpus/figures.ts';
import type { Library } from '../corpus/library.ts';

interface Known {
  readonly figures: readonly number[];
  readonly text: string;
}

/** What a claim may draw on: its facts' sentences, the counts it declares, and the dates and parties of what it cites. */
const sourcesOf = (library: Library, claim: Claim): Known => {
  const facts = claim.facts.flatMap((id) => library.facts.get(id) ?? []);
  const articles = claim.cites.flatMap((id) => library.articles.get(id) ?? []);
  const years = articles.map((article) => article.published.year);
  const parties = facts
    .flatMap((fact) => fact.subjects)
    .flatMap((id) => [id, ...library.dealsOf(id).flatMap((deal) => [deal.client, ...deal.vendors])]);
  return {
    figures: [...facts.flatMap(figuresOf), ...(claim.counts ?? []), ...years],
    text: [
      ...facts.map((fact) => fact.sentence),
      ...articles.flatMap((article) => [
        ...Object.keys(article.organisations),
        ...Object.keys(article.people),
      ]),
      ...parties.map(library.nameOf),
    ].join('\n'),
  };
};

/** Figures inside a name ("21st Century IT") are no figures. */
const withoutNames = (library: Library, text: string): string =>
  [...library.organisations.values()]
    .filter(({ name }) => /\d/.test(name))
    .reduce((left, { name }) => left.replaceAll(name, ''), text);

/** Most claims are one fact in its own words, which needs no second look. */
const isSentence = (library: Library, { text, facts }: Claim): boolean =>
  facts.some((id) => library.facts.get(id)?.sentence === text);

/** The figures and names of a claim that stand in none of its sources; empty for a claim that may be made. */
export const ungrounded = (library: Library, claim: Claim): string[] => {
  if (isSentence(library, claim)) return [];
  const known = sourcesOf(library, claim);
  const figures = figuresIn(withoutNames(library, claim.text.replaceAll(/“[^”]*”/g, ''))).filter(
    ({ value }) => !known.figures.some((other) => sameFigure(other, value)),
  );
  if (claim.facts.length === 0) return figures.map(({ text }) => text);
  const names = [...library.organisations.values(), ...library.people.values()]
    .map(({ name }) => name)
    .filter((name) => claim.text.includes(name) && !known.text.includes(name));
  return [...figures.map(({ text }) => text), ...names];
};

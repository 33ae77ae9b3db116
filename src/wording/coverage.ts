import type { Section } from '../answer.ts';
import { sayDate } from '../corpus/date.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { enumerate, plural } from './claim.ts';

/** Outsourcing deals; in-house precedents are listed apart and never counted as outsourcing. */
export const outsourcing = (library: Library): Deal[] =>
  [...library.deals.values()].filter((deal) => deal.vendors.length > 0);

const span = (library: Library, articles: readonly string[]): string => {
  const years = articles.flatMap((id) => library.articles.get(id)?.published.year ?? []);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
};

/** What a list, count or comparison was computed over: "9 outsourcing deals in 3 articles, 2009–2024; not a census." */
export const computedOver = (library: Library): Section => {
  const deals = outsourcing(library);
  const articles = [...new Set(deals.flatMap((deal) => library.about(deal.id)).map((fact) => fact.article))];
  const inHouse = library.deals.size - deals.length;
  const apart = inHouse === 0 ? '' : ` and ${plural(inHouse, 'in-house precedent')}`;
  const text = `Over ${plural(deals.length, 'outsourcing deal')}${apart} in ${plural(library.articles.size, 'article')}, ${span(library, [...library.articles.keys()])}; not a census.`;
  return { kind: 'note', text: articles.length === 0 ? 'The library holds no outsourcing deal.' : text };
};

/** How old what was said is: "As reported in March 17, 2009; the library has nothing later on it." */
export const asOf = (library: Library, facts: readonly Fact[]): Section[] => {
  const dated = [
    ...new Set(facts.filter((fact) => fact.attribute !== 'source').map((fact) => fact.article)),
  ].flatMap((id) => {
    const article = library.articles.get(id);
    return article ? [sayDate(article.published)] : [];
  });
  if (dated.length === 0 || dated.length > 3) return [];
  return [{ kind: 'note', text: `As reported ${enumerate(dated)}; the library has nothing later.` }];
};

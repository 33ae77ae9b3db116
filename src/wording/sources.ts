import type { Citation, Claim, Source, SourceHeading } from '../answer.ts';
import { type Fact, isTopic } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { enumerate, plural } from './claim.ts';

/** Facts shown before and behind a cited one. */
const reach = 4;
const mostCited = 12;

const kinds = {
  news: 'News report',
  interview: 'Interview',
  feature: 'Feature',
  guidance: 'Guidance',
} as const;

/** Facts of the same heading of the same article, in its order. */
const headingOf = (library: Library, fact: Fact): Fact[] => {
  const key = fact.subjects.join();
  return library
    .about(fact.subjects[0] ?? '')
    .filter(({ article, subjects }) => article === fact.article && subjects.join() === key);
};

const titleOf = (library: Library, { subjects }: Fact): string =>
  enumerate(subjects.map((subject) => (isTopic(subject) ? `The ${subject}` : library.nameOf(subject))));

/** What stands around the cited facts of one heading. What is left out is said to be. */
const surroundings = (library: Library, cited: ReadonlySet<string>, first: Fact): SourceHeading => {
  const all = headingOf(library, first);
  const marks = all.flatMap(({ id }, at) => (cited.has(id) ? [at] : [])).slice(0, mostCited);
  const shown = all.filter((_, at) => marks.some((mark) => Math.abs(mark - at) <= reach));
  const left = all.length - shown.length;
  return {
    title: titleOf(library, first),
    facts: shown.map(({ id, sentence }) => ({ sentence, isCited: cited.has(id) })),
    ...(left === 0 ? {} : { left: `${plural(left, 'further fact')} under this heading` }),
  };
};

const headingsOf = (library: Library, cited: readonly Fact[]): SourceHeading[] => {
  const ids = new Set(cited.map(({ id }) => id));
  const firsts = new Map<string, Fact>();
  for (const fact of cited) {
    const key = fact.subjects.join();
    if (!firsts.has(key)) firsts.set(key, fact);
  }
  return [...firsts.values()].map((fact) => surroundings(library, ids, fact));
};

/** A list may cite thousands of articles: each is opened when somebody looks at it. */
const sourceOf = (library: Library, citation: Citation, cited: readonly Fact[]): Source => {
  const article = library.articles.get(citation.article);
  return {
    citation,
    kind: article === undefined ? '' : kinds[article.kind],
    ...(article?.author === undefined ? {} : { author: article.author }),
    get headings() {
      return headingsOf(library, cited);
    },
  };
};

/** The sources of claims, in the order of their numbers, each with what is cited from it and what stands around that. */
export const sourcesOf = (
  library: Library,
  citations: readonly Citation[],
  claims: readonly Claim[],
): Source[] => {
  const cited = new Map<string, Fact[]>();
  for (const id of new Set(claims.flatMap(({ facts }) => facts))) {
    const fact = library.facts.get(id);
    if (fact === undefined) continue;
    const known = cited.get(fact.article) ?? [];
    known.push(fact);
    cited.set(fact.article, known);
  }
  return citations.map((citation) => sourceOf(library, citation, cited.get(citation.article) ?? []));
};

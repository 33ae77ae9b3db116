import type { Problem } from '../errors.ts';
import type { Article } from './article.ts';
import { idOf } from './merge.ts';

/** A name or alias in the front matter of an article, and whose it is. */
interface Claim {
  readonly written: string;
  readonly owner: string;
  readonly article: Article;
  readonly field: string;
}

const claimsOf = (article: Article): Claim[] => {
  const claim =
    (kind: 'organisations' | 'people') =>
    ([owner, { aka }]: readonly [string, { readonly aka: readonly string[] }]): Claim[] =>
      [owner, ...aka].map((written) => ({ written, owner, article, field: `${kind}.${owner}` }));
  return [
    ...Object.entries(article.organisations).flatMap(claim('organisations')),
    ...Object.entries(article.people).flatMap(claim('people')),
  ];
};

const problem = (article: Article, field: string, message: string, remedy: string): Problem => {
  const line = article.lines.get(field);
  return { file: article.file, ...(line === undefined ? {} : { line }), field, message, remedy };
};

/** Names and aliases that two claim, each told at the later of them. Letters and digits decide; case does not. */
export const contestedNames = (articles: readonly Article[]): Problem[] => {
  const owners = new Map<string, Claim>();
  const problems: Problem[] = [];
  for (const claim of articles.flatMap(claimsOf)) {
    const first = owners.get(idOf(claim.written));
    if (first === undefined) owners.set(idOf(claim.written), claim);
    else if (first.field !== claim.field) {
      const message = `"${claim.written}" is claimed by ${first.owner} in ${first.article.file} too.`;
      const remedy = `Use the name ${first.owner} if the same is meant, or give the alias to one of them.`;
      problems.push(problem(claim.article, claim.field, message, remedy));
    }
  }
  return problems;
};

/** Employers, parents and movers that are no organisation of the library. */
export const unknownNames = (
  articles: readonly Article[],
  organisations: { has(id: string): boolean },
): Problem[] => {
  const remedy = 'List it under organisations, by the same name.';
  const missing = (article: Article, field: string, name: string | undefined): Problem[] =>
    name === undefined || organisations.has(idOf(name))
      ? []
      : [problem(article, field, `"${name}" is no organisation of the library.`, remedy)];
  return articles.flatMap((article) => [
    ...Object.entries(article.organisations).flatMap(([name, entry]) =>
      missing(article, `organisations.${name}`, entry['part of']),
    ),
    ...Object.entries(article.people).flatMap(([name, entry]) =>
      missing(article, `people.${name}`, entry.of),
    ),
    ...article.bullets.flatMap(({ braces, line }) =>
      (braces.moves ?? []).flatMap((name) =>
        missing(article, 'moves', name).map((found) => ({ ...found, line })),
      ),
    ),
  ]);
};

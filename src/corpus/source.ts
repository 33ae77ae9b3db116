import type { Article } from './article.ts';
import { sayDate } from './date.ts';
import type { Fact } from './fact.ts';
import { idOf } from './merge.ts';

const asked =
  'wrote, author, published, publisher, when, date, newspaper, outlet, byline, journalist, year, who wrote, source, from';

/** What the front matter says of the source itself, as facts, so that "who wrote that" is a question like any other. */
export const sourceFacts = (article: Article): Fact[] => {
  const what = article.untitled ? `The article on ${article.title}` : `"${article.title}"`;
  const author = article.author === undefined ? 'names no author' : `is by ${article.author}`;
  const own = Object.keys(article.deals);
  const subjects = own.length > 0 ? own : [idOf(article.publisher)];
  return [
    {
      id: `${article.id}/source`,
      article: article.id,
      subjects,
      attribute: 'source',
      sentence: `${what} ${author}${article.author === undefined ? ';' : ','} published by ${article.publisher}, ${sayDate(article.published)}.`,
      values: { on: article.published, also: [asked, article.kind] },
    },
  ];
};

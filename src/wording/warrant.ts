import type { Article } from '../corpus/article.ts';
import { type Fact, isCaution } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import type { Draft } from '../intent.ts';
import { claimOf, claimOver, enumerate } from './claim.ts';

type As = NonNullable<Fact['values']['as']>;

const kinds: Readonly<Partial<Record<As, string>>> = {
  plan: 'a plan',
  target: 'an aim',
  prediction: 'a prediction',
  opinion: 'an opinion',
  advice: 'advice',
  survey: 'a survey result',
  inference: 'an inference, and not in its own words',
};

/** "as a prediction by Dave Ingham", "as a statement by Kaiser officials", "as its own report". */
const sayKind = ({ values }: Fact): string => {
  const by = values.by === undefined ? '' : ` by ${enumerate(values.by)}`;
  const kind = kinds[values.as ?? 'caution'] ?? (by === '' ? 'its own report' : 'a statement');
  return `${kind}${by}`;
};

/** `; it says “reportedly”`. */
const sayHedge = ({ values }: Fact): string =>
  values.hedge === undefined ? '' : `; it says ${enumerate(values.hedge.map((hedge) => `“${hedge}”`))}`;

/** `Becker's (2024, inferred)`. */
const sayWhere = ({ publisher, published }: Article): string =>
  `${publisher} (${published.year}${published.inferred ? ', inferred' : ''})`;

const sayWarrant = (article: Article, fact: Fact): string => {
  if (isCaution(fact)) return `${sayWhere(article)} leaves this open.`;
  const seller = article.promotional === undefined ? '' : ` The page is ${article.promotional}.`;
  return `${sayWhere(article)} gives this as ${sayKind(fact)}${sayHedge(fact)}.${seller}`;
};

/** A fact again, and then who tells it, as what, and where: "Becker's (2024, inferred) gives this as a prediction by Dave Ingham." */
export const answerWarrant = (library: Library, fact: Fact): Draft => {
  const article = library.articles.get(fact.article);
  return {
    outcome: isCaution(fact) ? 'not-stated' : 'answered',
    lead: [claimOf(fact), ...(article ? [claimOver(sayWarrant(article, fact), [fact])] : [])],
  };
};

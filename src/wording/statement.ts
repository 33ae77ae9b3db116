import type { Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import type { Figure, Statement } from '../statement.ts';

/**
 * The one figure that a fact gives. Nothing where it gives several, as what each counts stands in its sentence alone, and
 * nothing where it is inferred: the figure is then that of something else.
 */
export const figureOf = ({ values }: Fact): Figure | undefined => {
  if (values.as === 'inference') return undefined;
  const all = [
    ...(values.years ?? []).map((amount) => ({ ...amount, unit: 'years' as const })),
    ...(values.usd ?? []).map((amount) => ({ ...amount, unit: 'US dollars' as const })),
    ...(values.people ?? []).map((amount) => ({ ...amount, unit: 'people' as const })),
    ...(values.share ?? []).map((amount) => ({ ...amount, unit: 'share' as const })),
  ];
  return all.length === 1 ? all[0] : undefined;
};

/** A fact as it is taken away in a file: its whole sentence, and apart from it what a reader sorts and filters by. */
export const statementOf = (fact: Fact): Statement => {
  const { by = [], hedge = [], as, 'withheld by': withheld } = fact.values;
  const figure = figureOf(fact);
  return {
    text: fact.sentence,
    speakers: withheld === undefined || by.includes(withheld) ? by : [...by, withheld],
    hedges: hedge,
    ...(as === undefined ? {} : { nature: as }),
    ...(figure === undefined ? {} : { figure }),
    article: fact.article,
  };
};

/** What a few words on a fact have to say of it where it is no plain report. */
const natures: Readonly<Record<string, string>> = {
  plan: 'plan',
  target: 'aim',
  prediction: 'prediction',
  opinion: 'opinion',
  advice: 'advice',
  survey: 'survey',
  inference: 'inferred',
};

/** People by their last name, as the few words on a fact have room for. */
const shortName = (library: Library, speaker: string): string =>
  [...library.people.values()].some(({ name }) => name === speaker)
    ? (speaker.split(' ').at(-1) ?? speaker)
    : speaker;

/** Whether a speaker is the client whose deal the fact is about. */
const isClient = (library: Library, fact: Fact, speaker: string): boolean =>
  fact.subjects.some((id) => {
    const deal = library.deals.get(id);
    return deal !== undefined && library.nameOf(deal.client) === speaker;
  });

/**
 * A fact in a few words, for a table: as its article has them, with what they leave out of its speaker and of whether
 * it is a plan or a prediction. Where there are none, its whole sentence. A deal's own client needs no naming.
 */
export const brief = (library: Library, fact: Fact): string => {
  const { brief: words, as, by = [], 'withheld by': withheld } = fact.values;
  if (words === undefined) return fact.sentence;
  if (withheld !== undefined) return words;
  // What stands in brackets already is the speaker.
  const speakers = words.endsWith(')') ? [] : by.filter((name) => !isClient(library, fact, name));
  const names = speakers.map((name) => shortName(library, name)).filter((name) => !words.includes(name));
  const nature = natures[as ?? ''];
  const rest = [...names, ...(nature === undefined ? [] : [nature])];
  return rest.length === 0 ? words : `${words} (${rest.join(', ')})`.replace(') (', ', ');
};

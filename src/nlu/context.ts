import { figuresIn } from '../corpus/figures.ts';
import type { Library } from '../corpus/library.ts';
import { isTelling, type Term } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';
import { asksWorkforce, beyondOf, supposes } from './beyond.ts';
import { focusOf } from './focus.ts';
import { inContext } from './follow-up.ts';
import type { Question } from './question.ts';
import type { Recognised } from './recognise.ts';
import { clientsAt, isPublisher, rolesOf, withoutOwnVendors } from './roles.ts';
import type { InContext } from './way.ts';

/** An utterance with the conversation before it: whom it is about and what is looked for. */
export interface Context
  extends Omit<InContext, 'terms'>,
    Pick<Question, 'speaks' | 'given' | 'strangers' | 'focus' | 'untold'> {
  /** Organisation and person ids; a deal's own vendor is left out beside its client. */
  readonly subjects: readonly string[];
  readonly terms: readonly Term[];
  /** All organisations meant, a client's own vendor included. */
  readonly parties: readonly string[];
  /** Several things are asked in a row. */
  readonly several: boolean;
  /** What to do is asked, and not what somebody did. */
  readonly advice: boolean;
  readonly beyond: Reading['beyond'];
  /** Articles named by who published them. */
  readonly from: readonly string[];
}

/** Words that ask for several of a kind, so that a place narrows a list rather than naming one client. */
const kinds = [
  'hospitals',
  'systems',
  'ones',
  'deals',
  'organisations',
  'organizations',
  'examples',
  'clients',
  'customers',
  'precedents',
  'cases',
  'places',
  'providers',
  'nonprofits',
];

/** `hire|~hire` back into a term. */
export const decodeTerm = (key: string): Term => ({ text: key, keys: key.split('|') });
/** A term as a reading holds it: keys of the library's index, none of the words typed. */
export const encodeTerm = (term: Term): string => term.keys.join('|').slice(0, 40);

const one = ['system', 'hospital', 'nonprofit', 'group', 'outfit', 'provider', 'org', 'company', 'network'];

/** "the minneapolis system": one of a kind, whatever else stands in the question. */
const oneThere = (seen: Recognised): boolean =>
  seen.mentions.some((mention) => mention.kind === 'place' && one.includes(seen.words[mention.to] ?? ''));

/** The one client of a place that was named instead of it. */
const byPlace = (library: Library, seen: Recognised, named: readonly string[]): string[] => {
  if (seen.places.length === 0 || rolesOf(library, named).clients.length > 1) return [];
  if (!oneThere(seen) && kinds.some((word) => seen.words.includes(word))) return [];
  const there = clientsAt(library, seen.places);
  return there.length === 1 ? there.filter((id) => !named.includes(id)) : [];
};

/** The articles that the organisations published. */
const articlesBy = (library: Library, organisations: readonly string[]): string[] => {
  const names = organisations.map(library.nameOf);
  return [...library.articles.values()]
    .filter((article) => names.includes(article.publisher))
    .map(({ id }) => id);
};

const roleWords = /^(cios?|ceos?|chief|boss|head|leader|it|tech|strategy|exec|executive|guy|man|woman|vp)$/;

/** "allinas cio", "the bidmc chief": whoever holds a post there, where just one person does. */
const holders = (
  library: Library,
  seen: Recognised,
): { readonly organisation: string; readonly person: string }[] =>
  seen.mentions.flatMap(({ kind, ids, to }) => {
    const [organisation] = ids;
    if (kind !== 'organisation' || organisation === undefined || !roleWords.test(seen.words[to] ?? ''))
      return [];
    const staff = [...library.people.values()].filter(({ id, of }) => {
      const post = library.about(id).find((fact) => fact.attribute === 'post');
      return (
        post !== undefined && (of === organisation || post.sentence.includes(library.nameOf(organisation)))
      );
    });
    const [person] = staff;
    return staff.length === 1 && person ? [{ organisation, person: person.id }] : [];
  });

const seeksAdvice =
  /\b(?:we|our|us|ours|should|must|shall|need(?:s|ed)? to|have to|has to|got to|gotta|ok to|okay to|how do i|how to|what if|is it wise|reasonable|ought|best way|recommend\w*|the guide|a transition|a handover|go-live|new vendor|an outsourcer|an? vendor|can (?:the )?vendor|the plan)\b/;

/** The article that answered the turn before: a turn about nobody goes on in it. */
const articleBefore = (library: Library, history: readonly Reading[]): string[] => {
  const [fact] = (history.at(-1)?.facts ?? []).flatMap((id) => library.facts.get(id) ?? []);
  return fact ? [fact.article] : [];
};

const taking = /\b(?:take|takes|took|taken|taking|get|gets|got|receive[ds]?)\b/;
const copula = /^(?:and |so |but )?(?:is|was|isnt|wasnt) (?:he|she)\b/;

/**
 * What is asked of a person is asked of them and not of a deal: how long in post, and who they are. How many people,
 * and nothing else, is how many moved, came or went. Where no goals are told, the reason is.
 */
const attributesOf = (
  library: Library,
  asked: readonly string[],
  seen: Recognised,
  { people, organisations, wants }: Pick<Context, 'people' | 'organisations' | 'wants'>,
): readonly string[] => {
  const counts = wants === 'count' && asked.length === 0 && !seen.terms.some(isTelling);
  if (counts && organisations.length === 1 && /\b(?:people|staff|employees|workers|folks)\b/.test(seen.text))
    return taking.test(seen.text)
      ? ['staff-moved', 'jobs-at-vendor']
      : ['staff-moved', 'staff-placed', 'staff-cut'];
  const aimless = (id: string): boolean => library.find(id, 'goals').state === 'not-stated';
  if (asked.includes('goals') && organisations.length > 0 && organisations.every(aimless))
    return [...new Set([...asked, 'why'])];
  if (people.length !== 1 || organisations.length > 0) return asked;
  if (copula.test(seen.text) && asked.length === 0) return ['background', 'post'];
  return wants === 'duration' ? [...asked.filter((id) => id !== 'term'), 'tenure'] : asked;
};

/** Reads an utterance in its conversation. */
export const contextOf = (library: Library, seen: Recognised, history: readonly Reading[]): Context => {
  const { terms: earlier, ...context } = inContext(library, seen, history);
  const own = seen.terms.some((term) => isTelling(term) && !context.structural.includes(term.text));
  const carriedOver = earlier.map(decodeTerm).map((term) => (own ? { ...term, scale: 0.3 } : term));
  const terms = [...seen.terms.filter((term) => !context.structural.includes(term.text)), ...carriedOver];
  const parties = [...byPlace(library, seen, context.organisations), ...context.organisations];
  const posts = holders(library, seen);
  const people = [...new Set([...context.people, ...posts.map(({ person }) => person)])];
  const named = withoutOwnVendors(library, parties).filter(
    (id) => !posts.some(({ organisation }) => organisation === id),
  );
  const asking = terms.length > 0 || named.length > 1 || people.length > 0;
  const organisations = named.filter((id) => !(asking && isPublisher(library, id)));
  const beyond = beyondOf(seen.text);
  const priced = terms.some(({ keys }) => keys.some((key) => /^~(?:cost|worth|money|pay)$/.test(key)));
  const rated =
    beyond?.startsWith('per-') &&
    priced &&
    named.some((id) => library.find(id, 'value').state !== 'not-stated')
      ? 'money'
      : context.wants;
  const wants =
    context.wants === 'place' && people.length > 0 && organisations.length === 0
      ? 'person'
      : (context.wants ?? rated);
  const goesOn = organisations.length + people.length === 0 && context.carried.includes('topic');
  return {
    ...context,
    attributes: attributesOf(library, context.attributes, seen, { people, organisations, wants }),
    wants,
    organisations,
    people,
    subjects: [...organisations, ...people],
    advice: organisations.length + people.length === 0 && seeksAdvice.test(seen.text),
    speaks: seen.cue(
      'say',
      'said',
      'quote',
      'quoted',
      'statement',
      'comment',
      'told',
      'words',
      'view',
      'opinion',
      'think',
      'believe',
    ),
    given: figuresIn(seen.text).map(({ value }) => value),
    strangers: seen.strangers,
    beyond,
    untold: supposes(seen.text) ? 'supposed' : asksWorkforce(seen.text) ? 'workforce' : undefined,
    focus: focusOf(seen.words, seen.terms),
    from: [...articlesBy(library, parties), ...(goesOn ? articleBefore(library, history) : [])],
    terms,
    parties,
    several: seen.attributes.length > 1 && /[,/&]| (?:and|n|plus) /.test(seen.text),
  };
};

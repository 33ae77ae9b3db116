import { everybody, subjectsOf, tellingWords } from './talk.ts';
import type { Way } from './way.ts';

const somebodyAlone = /\b(?:he|she|his|her|him)\b/;
const whether = /^(?:and |so )?(?:is|was|does|did) (?:he|she)\b/;

/** "What did he say about it?": who told or was told of by the turn before, where nothing else is asked. */
export const heOrShe: Way = (talk) => {
  const { library, seen, last, earlier, named } = talk;
  if (named.people.length > 0 || tellingWords(talk) > 0) return undefined;
  const [before] = earlier.people;
  // "Is he at IBM?" is about both.
  if (before !== undefined && named.organisations.length === 1 && whether.test(seen.text))
    return { organisations: named.organisations, people: [before], carried: ['subjects'] };
  if (named.organisations.length + earlier.people.length > 0) return undefined;
  if (!somebodyAlone.test(seen.text)) return undefined;
  const [fact] = last.facts.flatMap((id) => library.facts.get(id) ?? []);
  const person = [...library.people.values()].find(
    ({ id, name }) => fact?.subjects.includes(id) || fact?.values.by?.includes(name),
  );
  return person && { organisations: [], people: [person.id], carried: ['subjects'] };
};

/** "What else do they run?" after "who won it": whoever the answer named. */
export const theVendor: Way = ({ library, seen, last, earlier, named }) => {
  const [client, ...more] = earlier.organisations;
  const asked = last.intent === 'deal-profile' && ['person', 'organisation'].includes(last.wants ?? '');
  if (client === undefined || more.length > 0 || everybody(named).length > 0 || !asked) return undefined;
  const vendors = [...new Set(library.dealsOf(client).flatMap((deal) => deal.vendors))];
  return vendors.length === 1 && /\b(?:they|them|their|theyre)\b/.test(seen.text)
    ? { organisations: vendors, people: [], carried: ['subjects'] }
    : undefined;
};

const returning =
  /\b(?:back|return|returning) to (?:the )?(?:(first|1st)|previous|earlier|other|last|one before)\b|\b(?:the )?(?:previous|earlier) (?:one|deal)\b|\bthe (?:one|deal) before\b|\bthe (first) (?:one|deal) (?:i|we) (?:asked|talked|spoke|mentioned)/;

/** "Back to the first one": whom a turn before the last was about. */
export const backToEarlier: Way = ({ library, seen, earlier, history, named }) => {
  const match = returning.exec(seen.text);
  if (!match || everybody(named).length > 0) return undefined;
  const now = everybody(earlier);
  const before = history
    .map((reading) => subjectsOf(library, reading))
    .filter((somebody) => everybody(somebody).some((id) => !now.includes(id)));
  const meant = (match[1] ?? match[2]) === undefined ? before.at(-1) : before[0];
  return meant && { ...meant, carried: ['subjects'] };
};

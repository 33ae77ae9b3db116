import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import type { Mention } from './entities.ts';
import type { Recognised } from './recognise.ts';

export type Premise = Reading['premises'][number];

/** Who is named, or carried over from before. */
export interface Parties {
  readonly clients: readonly string[];
  readonly vendors: readonly string[];
}

/** Whether a word of one of the rings was typed. */
export const hasRing = (seen: Recognised, ...rings: readonly string[]): boolean =>
  seen.terms.some((term) => rings.some((ring) => term.keys.includes(`~${ring}`)));

const movers =
  /^(employees?|workers?|staff|staffers?|people|ppl|folks|team|crew|guys|personnel|analysts?|techs?|transplants)$/;
const goals = /^(to|onto|into|at|join|joined|for)$/;

const ownStaff = /\bown (?:it )?(?:staff|people|employees|workers|folks|team)\b/;

/** "Mission's own staff went over": to the client's vendor, where it has just one. */
const vendorOfOwnStaff = (
  library: Library,
  seen: Recognised,
  client: string | undefined,
): string | undefined => {
  if (client === undefined || !ownStaff.test(seen.text)) return undefined;
  const vendors = [...new Set(library.dealsOf(client).flatMap((deal) => deal.vendors))];
  return vendors.length === 1 ? vendors[0] : undefined;
};

/** Staff said to go from one party to the other, where they are told to go the other way. */
export const moves = (library: Library, seen: Recognised, { clients, vendors }: Parties): Premise[] => {
  const client = clients[0];
  const vendor = vendors[0] ?? vendorOfOwnStaff(library, seen, client);
  if (
    client === undefined ||
    vendor === undefined ||
    clients.length + vendors.length > 2 ||
    !hasRing(seen, 'move', 'hire')
  )
    return [];
  const place = (id: string): Mention | undefined =>
    seen.mentions.find((mention) => mention.ids.includes(id));
  const from = [client, vendor].find((id) => {
    const at = place(id)?.to ?? -1;
    return movers.test(seen.words[at] ?? '') || movers.test(seen.words[at + 1] ?? '');
  });
  const to = [client, vendor].find((id) => goals.test(seen.words[(place(id)?.from ?? 0) - 1] ?? ''));
  const [source, goal] = [
    from ?? (to === client ? vendor : to === vendor ? client : undefined),
    to ?? (from === client ? vendor : from === vendor ? client : undefined),
  ];
  if (source === undefined || goal === undefined || source === goal) return [];
  const told = library
    .dealsOf(client)
    .flatMap((deal) => library.about(deal.id))
    .flatMap((fact) => (fact.values.moves ? [fact.values.moves] : []));
  const so = told.some(([a, b]) => a === library.nameOf(source) && b === library.nameOf(goal));
  const otherwise = told.some(([a, b]) => a === library.nameOf(goal) && b === library.nameOf(source));
  return !so && otherwise ? [{ form: 'move' as const, from: source, to: goal }] : [];
};

import { type Fact, isCaution, type Person } from '../corpus/fact.ts';
import { figuresIn } from '../corpus/figures.ts';
import type { Library } from '../corpus/library.ts';
import type { Mention } from './entities.ts';
import type { Recognised } from './recognise.ts';
import { hasRing, moves, type Parties, type Premise } from './staff-moves.ts';

/** A client and a vendor named together that have no deal here. */
const pairs = (library: Library, { clients, vendors }: Parties): Premise[] =>
  clients.flatMap((client) =>
    vendors
      .filter(
        (vendor) =>
          clients.every((other) => library.dealsOf(other).every((deal) => !deal.vendors.includes(vendor))) &&
          library.dealsOf(vendor).length > 0,
      )
      .map((vendor) => ({ form: 'pair' as const, client, vendor })),
  );

/** The ring whose words tell of an event, and the attribute that would state it. */
const events: readonly (readonly [string, string])[] = [
  ['end', 'ended'],
  ['cut', 'staff-cut'],
  ['renew', 'renewed'],
];
const firing = /^(fired?|sacked?|dump(s|ed)?|axed?|ditch(ed)?|drop(ped)?|cann?ed)$/;

/** "over", "drop" and "exit" tell of an end only beside its name; these do by themselves. */
const ending =
  /\b(?:ended|end(?:ing)? (?:the|its|their|it)|terminat\w+|cancel\w*|unw[io]nd\w*|walk\w* away|pull\w* out|back\w* out|bailed|break ?up|broke up|part(?:ed)? ways|dump\w*|ditch\w*|quit the deal|pulled the plug|gave up on)\b/;

/** "Dumping 80 jobs": people are let go, and no deal. */
const peopleGo =
  /\b(?:dump|axe?|ditch|drop|cancel|terminat|end|scrap)\w* (?:[\w']+ ){0,4}?(?:jobs?|positions?|people|staff(?:ers)?|employees|workers|folks|roles|heads)\b/;

/** "fired Big Blue": a vendor that is let go is a deal that ended. */
const firesVendor = (seen: Recognised, vendors: readonly string[]): boolean =>
  seen.mentions.some(
    (mention) =>
      mention.ids.some((id) => vendors.includes(id)) && firing.test(seen.words[mention.from - 1] ?? ''),
  );

/** Something said to have happened to every deal meant, of which no article tells. */
const untold = (library: Library, seen: Recognised, { clients, vendors }: Parties): Premise[] => {
  const subjects = clients.length > 0 ? clients : vendors;
  const told = (attribute: string): boolean =>
    subjects.some((subject) => library.find(subject, attribute).state !== 'not-stated');
  if (subjects.length === 0 || subjects.length > 1) return [];
  const fires = firesVendor(seen, vendors);
  const ends = fires || (ending.test(seen.text) && !peopleGo.test(seen.text));
  return events
    .filter(
      ([ring, attribute]) => (ring === 'end' ? ends : hasRing(seen, ring) && !fires) && !told(attribute),
    )
    .slice(0, 1)
    .map(([, attribute]) => ({ form: 'event' as const, subject: subjects[0] ?? '', attribute }));
};

type Unit = 'usd' | 'years' | 'people' | 'share';
const units: readonly (readonly [Unit, RegExp])[] = [
  [
    'usd',
    /\$\s?[\d.,]+|[\d.,]+\s?(?:million|billion|mn|bn|m|b|k)?\s?(?:dollars|usd|bucks)|\b[\d.,]+\s?(?:million|billion|mn|bn)\b/g,
  ],
  ['share', /[\d.]+\s?(?:%|percent|pct)/g],
  [
    'years',
    /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[ -]?(?:years?|yrs?)\b/g,
  ],
  [
    'people',
    /\b[\d.,]+k?\s?(?:\w+ ){0,2}?(?:jobs?|positions?|people|employees|workers|staff(?:ers)?|ppl|folks|layoffs)\b/g,
  ],
];

const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(Math.abs(b) * 0.02, 1e-9);

const figuresOf = (facts: readonly Fact[], unit: Unit): number[] =>
  facts.flatMap((fact) => (fact.values[unit] ?? []).flatMap((amount) => [amount.low, amount.high]));

/** The figures that were typed, by their units. */
const typedIn = (text: string): { readonly unit: Unit; readonly figures: readonly number[] }[] =>
  units
    .map(([unit, pattern]) => ({
      unit,
      figures: [...text.matchAll(pattern)].flatMap(([match]) => figuresIn(match).map(({ value }) => value)),
    }))
    .filter(({ figures }) => figures.length > 0);

/** What the library states of a subject and of its deals. */
const statedOf = (library: Library, subject: string): Fact[] => {
  const meant = new Set([subject, ...library.dealsOf(subject).map(({ id }) => id)]);
  return [...library.facts.values()].filter(
    (fact) => !isCaution(fact) && fact.subjects.some((id) => meant.has(id)),
  );
};

/** A figure of a kind that the subject has in the library, and that none of its facts gives. */
const figures = (library: Library, seen: Recognised, { clients, vendors }: Parties): Premise[] => {
  const subject = [...clients, ...vendors][0];
  const typed = typedIn(seen.text);
  if (subject === undefined || clients.length > 1 || typed.length === 0) return [];
  if (seen.cue('more than', 'over', 'longer than', 'at least', 'above', 'under', 'less than')) return [];
  const stated = statedOf(library, subject);
  const isMore = seen.cue('more', 'over', 'than', 'above');
  return typed.flatMap(({ unit, figures: said }) => {
    const own = figuresOf(stated, unit);
    const any = isMore ? figuresOf([...library.facts.values()], unit) : [];
    const strange = said.find((value) => ![...own, ...any].some((other) => same(value, other)));
    const fact = stated.find(({ values }) => (values[unit] ?? []).length > 0);
    return strange === undefined || fact === undefined
      ? []
      : [{ form: 'figure' as const, subject, attribute: fact.attribute, value: strange }];
  });
};

const roles: readonly (readonly [string, RegExp])[] = [
  ['ceo', /^ceos?$/],
  ['cfo', /^cfos?$/],
  ['cio', /^cios?$/],
  ['coo', /^coos?$/],
  ['cto', /^ctos?$/],
  ['chairman', /^chair(man|woman|person)?$/],
  ['president', /^president$/],
];

const gapBetween = (a: Mention, b: Mention): number => Math.max(a.from, b.from) - Math.min(a.to, b.to);

/** "Is he at IBM", "does she work for Optum": an employer is asked about, and no post. */
const asksEmployer =
  /^(?:is|was|does|did)\b.*\b(?:at|with|(?:work(?:s|ed|ing)?|employed) (?:for|at|by|with))\b/;

/** The post that is named beside somebody. */
const roleBeside = (seen: Recognised, { from, to }: Mention): string | undefined => {
  const near = [from - 1, from - 2, to, to + 1, to + 2].flatMap((at) => seen.words[at] ?? []);
  return roles.find(([, pattern]) => near.some((word) => pattern.test(word)))?.[0];
};

/** Whether the library gives somebody another post than this one. */
const isOtherPost = ({ post = '' }: Person, role: string | undefined): boolean =>
  role !== undefined && !post.toLowerCase().includes(role);

/** Whether the library gives somebody another employer than this one, and names it nowhere with them. */
const isOtherEmployer = (library: Library, { id, of }: Person, employer: string | undefined): boolean =>
  employer !== undefined &&
  employer !== of &&
  !library.about(id).some((fact) => fact.sentence.includes(library.nameOf(employer)));

/** A person given a post or an employer next to their name that the library gives otherwise. */
const posts = (library: Library, seen: Recognised): Premise[] =>
  seen.mentions
    .filter((mention) => mention.kind === 'person')
    .flatMap((mention): Premise[] => {
      const person = library.people.get(mention.ids[0] ?? '');
      const role = roleBeside(seen, mention);
      const employer = seen.mentions.find(
        (other) => other.kind === 'organisation' && gapBetween(mention, other) <= 4,
      )?.ids[0];
      if (person?.of === undefined || (role === undefined && !asksEmployer.test(seen.text))) return [];
      if (!isOtherPost(person, role) && !isOtherEmployer(library, person, employer)) return [];
      return [
        {
          form: 'post',
          person: person.id,
          ...(employer !== undefined && { organisation: employer }),
          ...(role !== undefined && { post: role }),
        },
      ];
    });

const handing =
  /\b(?:giv(?:e|en|ing)|gave|hand(?:ed|ing)?|turn(?:ed)? over|outsourc(?:e|ed|ing)|transfer(?:red)?|take over|took over|runs?|running|manages?)\b/;
const keeping =
  /\b(?:keep|kept|keeping|instead|not|retain\w*|hang|held|hold|stay\w*|remain\w*|without|except|who runs|who manages|n't|didnt|doesnt|isnt|wasnt)\b/;

/** A thing that the client kept, said to have gone to the vendor. */
const handedOver = (library: Library, seen: Recognised, { clients, vendors }: Parties): Premise[] => {
  if (vendors.length === 0 || clients.length > 1 || !handing.test(seen.text) || keeping.test(seen.text))
    return [];
  const candidates =
    clients.length > 0
      ? clients
      : vendors.flatMap((vendor) => library.dealsOf(vendor)).map((deal) => deal.client);
  return candidates
    .filter((client) =>
      library
        .find(client, 'kept-in-house')
        .facts.flatMap((fact) => fact.values.list ?? [])
        .some((item) => seen.text.includes(item.toLowerCase())),
    )
    .slice(0, 1)
    .map((subject) => ({ form: 'scope' as const, subject, attribute: 'kept-in-house' }));
};

/** What an utterance takes for granted and the library has otherwise, or not at all. Comparisons take nothing for granted. */
export const premisesOf = (library: Library, seen: Recognised, parties: Parties): Premise[] => {
  const named = { clients: parties.clients, vendors: parties.vendors };
  const apart = named.clients.length > 1 || named.vendors.length > 1;
  return [
    ...(apart ? [] : pairs(library, named)),
    ...posts(library, seen),
    ...moves(library, seen, named),
    ...handedOver(library, seen, named),
    ...figures(library, seen, named),
    ...untold(library, seen, named),
  ].slice(0, 2);
};

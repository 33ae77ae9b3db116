import type { Outcome, Section } from '../answer.ts';
import { type Fact, isCaution } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import { claimOf, claimOver, enumerate, remark } from './claim.ts';
import { headlineOf } from './deal.ts';
import { labelOf } from './fact.ts';

type Premise = Reading['premises'][number];

interface Correction {
  readonly outcome: Outcome;
  readonly lead: readonly ReturnType<typeof claimOf>[];
  readonly sections: readonly Section[];
}

const correct = (lead: readonly Fact[]): Correction => {
  const [first, second] = lead;
  if (!first) return { outcome: 'corrected', lead: [], sections: [] };
  return {
    outcome: 'corrected',
    lead: [claimOf(first), remark('The article does not say what the question assumes.', [first.article])],
    sections: second ? [{ kind: 'claims', claims: [claimOf(second)] }] : [],
  };
};

const headlinesOf = (library: Library, party: string): Fact[] =>
  library.dealsOf(party).flatMap((deal) => headlineOf(library, deal) ?? []);

const pair = (library: Library, client: string, vendor: string): Correction => {
  const own = library.dealsOf(client);
  const told = headlinesOf(library, client);
  const partners = [...new Set(own.flatMap((deal) => deal.vendors))].map(library.nameOf);
  const instead =
    partners.length === 0
      ? `${library.nameOf(client)} is listed as in-house`
      : `${library.nameOf(client)}'s is with ${enumerate(partners)}`;
  return {
    outcome: 'corrected',
    lead: [
      claimOver(
        `No deal between ${library.nameOf(client)} and ${library.nameOf(vendor)} is in the library; ${instead}.`,
        [...told, ...headlinesOf(library, vendor).slice(0, 1)],
      ),
    ],
    sections:
      told.length === 0
        ? []
        : [
            {
              kind: 'claims',
              title: `What the library has on ${library.nameOf(client)}`,
              claims: told.slice(0, 2).map(claimOf),
            },
          ],
  };
};

const untold: Readonly<Record<string, string>> = {
  ended: 'ended',
  renewed: 'was renewed or extended',
  'staff-cut': 'cut staff',
};

const event = (library: Library, subject: string, attribute: string): Correction => {
  const caution = library.find(subject, attribute).cautions[0];
  const told = headlinesOf(library, subject);
  const articles = told.map((fact) => fact.article);
  const deals = library.dealsOf(subject);
  const what = deals.length === 1 ? `the ${deals[0]?.name} deal` : `any deal of ${library.nameOf(subject)}`;
  const said = caution
    ? claimOf(caution)
    : remark(`The article does not say that ${what} ${untold[attribute] ?? labelOf(attribute)}.`, articles);
  return {
    outcome: 'not-stated',
    lead: [said],
    sections:
      told.length === 0
        ? []
        : [{ kind: 'claims', title: 'What it does say', claims: told.slice(0, 1).map(claimOf) }],
  };
};

const figure = (library: Library, subject: string, attribute: string): Correction =>
  correct(library.find(subject, attribute).facts.filter((fact) => !isCaution(fact)));

const move = (library: Library, from: string, to: string): Correction => {
  const facts = [...library.dealsOf(from), ...library.dealsOf(to)]
    .flatMap((deal) => library.about(deal.id))
    .filter((fact) => fact.values.moves !== undefined);
  const [first] = facts.filter((fact) => fact.values.as === 'caution');
  return correct([...new Set([...(first ? [first] : []), ...facts])]);
};

/** What is so, where a question takes something else for granted. The wrong figure or name is not repeated. */
export const correction = (library: Library, premise: Premise): Correction => {
  switch (premise.form) {
    case 'pair':
      return pair(library, premise.client, premise.vendor);
    case 'event':
      return event(library, premise.subject, premise.attribute);
    case 'figure':
      return figure(library, premise.subject, premise.attribute);
    case 'scope':
      return figure(library, premise.subject, premise.attribute);
    case 'move':
      return move(library, premise.from, premise.to);
    case 'post':
      return correct(library.find(premise.person, 'post').facts);
  }
};

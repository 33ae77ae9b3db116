import type { Outcome, Section } from '../answer.ts';
import { type Fact, isCaution } from '../corpus/fact.ts';
import type { Asked, Draft } from '../intent.ts';
import { asOf } from './coverage.ts';
import { nearest, notMentioned } from './decline.ts';
import { factLead, neighbours, siblings } from './fact.ts';

const formless = new Set(['organisation', 'choice', 'yes-no', 'person', 'place', 'reason']);

const hasForm = (
  { values, attribute, sentence }: Fact,
  wants: NonNullable<Asked['reading']['wants']>,
): boolean => {
  switch (wants) {
    case 'count':
      return (
        values.people !== undefined ||
        values.count !== undefined ||
        /\b(hundreds|dozen|several|some|most|majority)\b/.test(sentence)
      );
    case 'money':
      return (
        values.usd !== undefined ||
        values['withheld by'] !== undefined ||
        /\b(sav|reward|income|paid|financial|benefit|salar)/.test(sentence)
      );
    case 'share':
      return values.share !== undefined || /\b(most|majority|half|third)\b/.test(sentence);
    case 'duration':
      return values.years !== undefined || attribute === 'duration' || attribute === 'outlook';
    case 'date':
      return values.on !== undefined;
    default:
      return true;
  }
};

const outcomeOf = (lead: readonly Fact[]): Outcome => {
  const [first] = lead;
  if (first === undefined || isCaution(first)) return 'not-stated';
  return first.values['withheld by'] === undefined ? 'answered' : 'withheld';
};

/** The facts that a question came down to, answered: the first ones lead, the others stand beside. */
export const answerFacts = ({ reading, library, unheard }: Asked, facts: readonly Fact[]): Draft => {
  const { wants } = reading;
  const [best] = facts;
  if (best === undefined)
    return { outcome: 'not-stated', lead: [notMentioned(library, reading.subjects, reading.attributes)] };
  if (reading.missing.length > 0) {
    return {
      outcome: 'not-stated',
      lead: [notMentioned(library, reading.subjects, reading.missing, [best.article])],
      sections: nearest(facts),
    };
  }
  void unheard;
  const formed =
    wants === undefined || formless.has(wants)
      ? facts
      : [...facts].sort((a, b) => Number(hasForm(b, wants)) - Number(hasForm(a, wants)));
  const ordered = formed.some((fact) => wants !== undefined && hasForm(fact, wants)) ? formed : facts;
  const lead = factLead(ordered);
  const told = ordered.slice(0, lead.length);
  const sections: Section[] = [
    ...neighbours(library, told, [...ordered.slice(lead.length), ...siblings(library, best)]),
    ...asOf(library, told),
  ];
  return { outcome: outcomeOf(told), lead, sections };
};

import { citationText } from '../../blocks/text.ts';
import { type Checklist, openItems } from '../../checklist/record.ts';
import type { Desk } from '../parts.ts';

/** The articles that taught the items of a checklist, each once. */
export const sourcesOf = ({ asker }: Desk, checklist: Checklist): string[] => {
  const facts = openItems(checklist).flatMap(({ fact }) => fact ?? []);
  const sources = facts.flatMap((fact) => asker.transition.sourceOf(fact) ?? []);
  return [...new Set(sources.map(citationText))];
};

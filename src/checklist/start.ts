import { type Checklist, limits, type Step } from './record.ts';

/** Text on one line, without what could be mistaken for nothing. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The name of a checklist as it is kept, or nothing where none is left of it. */
export const nameOf = (typed: string): string | undefined => {
  const name = [...oneLine(typed)].slice(0, limits.name).join('').trim();
  return name === '' ? undefined : name;
};

/** A checklist that begins with the guide's steps, none of them done. `at` is in milliseconds since the epoch. */
export const startChecklist = (
  {
    id,
    name,
    by,
    at,
  }: { readonly id: string; readonly name: string; readonly by: string; readonly at: number },
  steps: readonly Step[],
): Checklist => ({
  id,
  name,
  started: { by, at },
  revision: 0,
  items: steps.slice(0, limits.items).map((step, index) => ({
    id: `s${index + 1}`,
    text: [...oneLine(step.text)].slice(0, limits.text).join(''),
    group: [...oneLine(step.group)].slice(0, limits.group).join(''),
    fact: step.fact,
  })),
  applied: [],
});

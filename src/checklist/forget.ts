import type { Checklist, Item } from './record.ts';

const withoutIn = (item: Item, person: string): Item => {
  const { assignee, ticked, removed, ...rest } = item;
  const nameless = <Done extends { by?: string | undefined; at: number }>(done: Done) =>
    done.by === person ? { at: done.at } : done;
  return {
    ...rest,
    ...(assignee !== undefined && assignee !== person && { assignee }),
    ...(ticked && { ticked: nameless(ticked) }),
    ...(removed && { removed: nameless(removed) }),
  };
};

const names = ({ assignee, ticked, removed }: Item, person: string): boolean =>
  assignee === person || ticked?.by === person || removed?.by === person;

/** The checklist without a person: what they did stays done, by nobody; what was theirs to do is nobody's. */
export const withoutPerson = (checklist: Checklist, person: string): Checklist => {
  const { started, items } = checklist;
  if (started.by !== person && !items.some((item) => names(item, person))) return checklist;
  return {
    ...checklist,
    revision: checklist.revision + 1,
    started: started.by === person ? { at: started.at } : started,
    items: items.map((item) => withoutIn(item, person)),
  };
};

import type { Screens } from './workspace/state.ts';
import type { View } from './workspace/view.ts';

/** A modal or Home view as the page draws it. */
export type ShownView = Pick<View, 'id' | 'hash' | 'view' | 'values' | 'errors' | 'offered'> & {
  readonly problem: string | null;
};

/** What a person has open beside the messages. */
export const showScreens = ({
  home,
  modals,
}: Screens): { readonly home: ShownView | null; readonly modals: readonly ShownView[] } => ({
  home: home ? showView(home) : null,
  modals: modals.map(showView),
});

const showView = ({ id, hash, view, values, errors, offered, problem }: View): ShownView => ({
  id,
  hash,
  view,
  values,
  errors,
  offered,
  problem: problem ?? null,
});

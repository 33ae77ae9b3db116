/** A shortcut as the manifest declares it. */
export interface Shortcut {
  readonly type: 'message' | 'global';
  readonly callback_id: string;
  /** What its menu item says, at most 24 characters. */
  readonly name: string;
  readonly description: string;
}

/** The shortcuts of an installation that was given none: those of our manifest. */
export const ourShortcuts: readonly Shortcut[] = [
  {
    type: 'message',
    callback_id: 'find_precedents',
    name: 'Find precedents',
    description: 'Looks up what a message is about.',
  },
  {
    type: 'global',
    callback_id: 'search_precedents',
    name: 'Search precedents',
    description: 'Opens a search that only you see.',
  },
];

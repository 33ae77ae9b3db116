import { byId, make, reconcile } from './dom.js';
import { viewRows } from './view.js';

/**
 * The bot's Home tab for one person.
 *
 * @param {import('../snapshot.ts').Snapshot} snapshot
 * @param {import('./view.js').Surroundings['act']} act
 */
export const drawHome = (snapshot, act) => {
  const view = snapshot.home;
  const nothing = {
    key: 'nothing',
    data: '',
    draw: () => make('p', { class: 'unknown' }, 'The bot has published nothing here yet.'),
  };
  const list = byId('home-blocks');
  const before = list.firstElementChild;
  reconcile(list, view ? viewRows(view, { snapshot, act }) : [nothing]);
  // Another page of Home begins at its top.
  if (list.firstElementChild !== before) byId('home').scrollTop = 0;
};

import { byId, icon, make, reconcile } from './dom.js';

/** @typedef {import('../traffic-view.ts').ShownPassage} ShownPassage */

/** @param {number} at */
const clock = (at) => {
  const time = new Date(at).toLocaleTimeString('en-GB');
  return `${time}.${String(at % 1000).padStart(3, '0')}`;
};

/** Names of JSON's keys stand out a little. @param {string} json */
const coloured = (json) =>
  json.split('\n').flatMap((line) => {
    const [, before = '', key, after = ''] = /^(\s*)("(?:[^"\\]|\\.)*")(:.*)$/s.exec(line) ?? [];
    return key ? [before, make('b', {}, key), `${after}\n`] : [`${line}\n`];
  });

/** @param {string} title @param {unknown} value */
const body = (title, value) =>
  make(
    'section',
    {},
    make('h3', {}, title),
    make(
      'pre',
      { tabindex: 0, 'aria-label': title },
      ...(value === null || value === '' ? ['nothing'] : coloured(JSON.stringify(value, null, 2))),
    ),
  );

/** @param {number} id @param {HTMLElement} into */
const fill = async (id, into) => {
  const response = await fetch(`/api/traffic?${new URLSearchParams({ id: String(id) })}`);
  const { sent, answered, problem } = await response.json();
  const shown = problem ? [make('p', {}, problem)] : [body('Sent', sent), body('Answered', answered)];
  into.replaceChildren(...shown);
};

/**
 * @param {ShownPassage} passage
 * @returns {HTMLElement}
 */
const draw = ({ id, at, direction, what, status, ms, outcome, isGood }) => {
  const isOut = direction === 'to the bot';
  const bodies = make('div', { class: 'bodies' });
  const details = make(
    'details',
    { class: isGood ? 'passage' : 'passage bad' },
    make(
      'summary',
      {},
      make('time', {}, clock(at)),
      make('span', { class: isOut ? 'way out' : 'way in' }, isOut ? 'to the bot' : 'to Slack'),
      make('code', {}, what),
      make('span', { class: 'status' }, status === null ? (isGood ? 'ws' : '–') : String(status)),
      make('span', { class: 'ms' }, `${ms} ms`),
      make('span', { class: 'outcome' }, isOut && isGood ? 'acknowledged' : outcome),
    ),
    bodies,
  );
  details.addEventListener('toggle', () => {
    if (!bodies.hasChildNodes()) void fill(id, bodies);
  });
  return details;
};

/** Looks at what went over the wire and draws it, newest first. */
const refresh = async () => {
  const response = await fetch('/api/traffic');
  /** @type {ShownPassage[]} */
  const passages = await response.json();
  byId('traffic-count').textContent = passages.length === 1 ? '1 request' : `${passages.length} requests`;
  reconcile(
    byId('traffic-list'),
    passages.map((one) => ({ key: String(one.id), data: one, draw: () => draw(one) })),
  );
};

/** Draws the pane when it is open. */
export const drawTraffic = () => {
  if (!byId('traffic').hidden) void refresh();
};

/** Opens the pane, or closes it; the button says which. */
export const toggleTraffic = () => {
  const pane = byId('traffic');
  pane.hidden = !pane.hidden;
  for (const button of document.querySelectorAll('[data-act=traffic]'))
    button.setAttribute('aria-expanded', String(!pane.hidden));
  drawTraffic();
  if (!pane.hidden) return pane.focus();
  const button = document.querySelector('[data-act=traffic]');
  if (button instanceof HTMLElement) button.focus();
};

/** What the pane is made of, once. */
export const setUpTraffic = () => {
  const close = make(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'Close the traffic',
      title: 'Close the traffic',
      onclick: toggleTraffic,
    },
    icon('close'),
  );
  byId('traffic-bar').replaceChildren(
    make('h2', {}, 'Traffic between Slack and the bot'),
    make('span', { id: 'traffic-count', class: 'soft-ink' }),
    close,
  );
  byId('traffic').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    toggleTraffic();
  });
};

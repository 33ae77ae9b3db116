import { once } from './buttons.js';
import { byId, icon, make, reconcile } from './dom.js';
import { typedTexts } from './entered.js';
import { viewRows } from './view.js';

/**
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {(act: 'press-view' | 'options' | 'submit' | 'close-modal', body: Record<string, unknown>) => Promise<any>} Act
 */

/** What is shown now, so that a new view takes the focus and one that only changed leaves it. */
let shown = '';
let marked = '';

const dialog = () => /** @type {HTMLDialogElement} */ (byId('modal'));

/**
 * Shows the topmost modal, or none. The browser keeps the focus inside and the rest of the page out of reach.
 *
 * @param {Snapshot} snapshot
 * @param {Act} act
 */
export const drawModal = (snapshot, act) => {
  const view = snapshot.modals.at(-1);
  if (!view) return hide();
  const submit = () => void once(byId('modal-submit'), () => act('submit', { typed: typedTexts(view.id) }));
  const close = () => void act('close-modal', {});
  drawFrame(view, snapshot.modals.length, { submit, close });
  reconcile(byId('modal-blocks'), viewRows(view, { snapshot, act, submit }));
  if (!dialog().open) dialog().showModal();
  settleFocus(view);
};

const hide = () => {
  shown = '';
  marked = '';
  if (!dialog().open) return;
  dialog().close();
  byId('modal-blocks').replaceChildren();
};

/**
 * @param {import('../shown-view.ts').ShownView} view
 * @param {number} depth how many stand above each other
 * @param {{ submit: () => void, close: () => void }} acts
 */
const drawFrame = (view, depth, { submit, close }) => {
  const {
    title,
    submit: submitText,
    close: closeText,
    submit_disabled: isDisabled,
  } = /** @type {any} */ (view.view);
  dialog().dataset.depth = String(depth);
  dialog().oncancel = (event) => {
    // Escape closes through the workspace, which tells the bot where it wants to know.
    event.preventDefault();
    close();
  };
  const rows = [
    {
      key: 'head',
      data: [view.id, title.text],
      draw: () =>
        make(
          'header',
          { class: 'modal-head' },
          make('h2', { id: 'modal-title' }, title.text),
          make(
            'button',
            { type: 'button', class: 'tool', 'aria-label': 'Close', title: 'Close', onclick: close },
            icon('close'),
          ),
        ),
    },
  ];
  reconcile(byId('modal-top'), rows);
  const problem = view.problem
    ? [make('p', { class: 'failure', role: 'alert' }, icon('warning'), make('span', {}, view.problem))]
    : [];
  const closing = make(
    'button',
    { type: 'button', class: 'button', onclick: close },
    closeText?.text ?? (depth > 1 ? 'Back' : 'Close'),
  );
  const submitting =
    submitText &&
    make(
      'button',
      {
        type: 'button',
        id: 'modal-submit',
        class: 'button primary',
        disabled: isDisabled === true,
        onclick: submit,
      },
      make('span', {}, submitText.text),
    );
  const foot = {
    key: 'foot',
    data: [view.id, view.problem, closeText, submitText, isDisabled, depth],
    draw: () => make('footer', { class: 'modal-foot' }, ...problem, closing, submitting),
  };
  reconcile(byId('modal-bottom'), [foot]);
};

/**
 * A view that is new takes the focus to its first input; errors that are new, to the first of them.
 *
 * @param {import('../shown-view.ts').ShownView} view
 */
const settleFocus = (view) => {
  const errors = JSON.stringify(view.errors);
  const isNew = shown !== view.id;
  const isWrong = errors !== marked && errors !== '{}';
  shown = view.id;
  marked = errors;
  if (isNew) byId('modal-blocks').scrollTop = 0;
  const first = isWrong ? '[aria-invalid]' : 'input:not([type=checkbox]):not([type=radio]), textarea, input';
  if (!isNew && !isWrong) return;
  // Where there is nothing to fill in, the arrow keys scroll what there is to read.
  const target = byId('modal-blocks').querySelector(first) ?? byId('modal-blocks');
  const inside = target?.matches('[role=group], [role=radiogroup]') ? target.querySelector('input') : target;
  if (inside instanceof HTMLElement) inside.focus();
};

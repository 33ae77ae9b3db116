import { icon, make } from './dom.js';
import { menuButton } from './menu.js';

/**
 * @typedef {{ insert: string, title: string, about: string }} Hint
 * @typedef {{ label: string, placeholder: string, shortcuts: readonly import('./menu.js').Item[], hints: (start: '/' | '@') => readonly Hint[] }} Words
 * @typedef {{ element: HTMLElement, focus: () => void, use: (words: Words) => void, fill: (text: string) => void, advise: (content: readonly (Node | string)[]) => void }} Composer
 */

let made = 0;

/**
 * What is being named just before the caret: a command at the start, or an @name.
 *
 * @param {string} before the text up to the caret
 * @returns {{ start: '/' | '@', typed: string } | undefined}
 */
const naming = (before) => {
  const found = /(?:^(\/)|(?:^|\s)(@))([\w.-]*)$/.exec(before);
  if (!found) return undefined;
  return { start: found[1] === '/' ? '/' : '@', typed: `${found[1] ?? found[2]}${found[3]}` };
};

/**
 * A message box: Enter sends, Shift+Enter breaks the line, `/` and `@` offer what can be named.
 *
 * @param {(text: string) => void} send
 * @param {string} [id]
 * @returns {Composer}
 */
export const makeComposer = (send, id) => {
  made += 1;
  const listId = `hints-${made}`;
  /** @type {Words} */
  let words = { label: '', placeholder: '', shortcuts: [], hints: () => [] };
  /** @type {readonly Hint[]} */
  let hints = [];
  let chosen = 0;

  const box = /** @type {HTMLTextAreaElement} */ (
    make('textarea', {
      id,
      rows: 1,
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      autocomplete: 'off',
      spellcheck: 'true',
      enterkeyhint: 'send',
    })
  );
  const list = make('ul', {
    id: listId,
    class: 'hints',
    role: 'listbox',
    'aria-label': 'What you can name',
    hidden: true,
  });
  const sendButton = make(
    'button',
    { type: 'button', class: 'send', 'aria-label': 'Send', title: 'Send', disabled: true },
    icon('send'),
  );
  // Holds the same text as the box: its height is the box's.
  const growing = make('div', { class: 'growing', 'data-text': '' }, box);
  const shortcuts = make(
    'span',
    { class: 'menu-place' },
    menuButton(
      { class: 'tool', 'data-opens': 'up' },
      'Shortcuts',
      () => words.shortcuts,
      icon('bolt'),
      make('span', { class: 'tool-name' }, 'Shortcuts'),
    ),
  );
  const advice = make('p', { class: 'advice', role: 'status', hidden: true });
  const element = make(
    'div',
    { class: 'composer' },
    list,
    make('div', { class: 'box' }, shortcuts, growing, sendButton),
    advice,
    make(
      'p',
      { class: 'keys', 'aria-hidden': 'true' },
      make('kbd', {}, 'Enter'),
      ' to send, ',
      make('kbd', {}, 'Shift'),
      ' + ',
      make('kbd', {}, 'Enter'),
      ' for a new line',
    ),
  );

  /** @param {readonly (Node | string)[]} content */
  const advise = (content) => {
    advice.replaceChildren(...content);
    advice.hidden = content.length === 0;
  };
  const grow = () => {
    growing.setAttribute('data-text', box.value);
    sendButton.toggleAttribute('disabled', box.value.trim() === '');
  };
  const drawHints = () => {
    list.hidden = hints.length === 0;
    list.replaceChildren(
      ...hints.map((hint, at) =>
        make(
          'li',
          {
            id: `${listId}-${at}`,
            role: 'option',
            'aria-selected': String(at === chosen),
            onmousedown: (/** @type {Event} */ event) => {
              event.preventDefault();
              accept(at);
            },
          },
          make('strong', {}, hint.title),
          make('span', {}, hint.about),
        ),
      ),
    );
    if (hints.length > 0) box.setAttribute('aria-activedescendant', `${listId}-${chosen}`);
    else box.removeAttribute('aria-activedescendant');
  };
  const suggest = () => {
    const found = naming(box.value.slice(0, box.selectionStart));
    const typed = found?.typed.toLowerCase() ?? '';
    hints = found
      ? words.hints(found.start).filter((hint) => hint.insert.toLowerCase().startsWith(typed))
      : [];
    chosen = 0;
    drawHints();
  };
  /** @param {number} at */
  const accept = (at) => {
    const hint = hints[at];
    const found = naming(box.value.slice(0, box.selectionStart));
    if (!hint || !found) return;
    const from = box.selectionStart - found.typed.length;
    box.setRangeText(`${hint.insert} `, from, box.selectionStart, 'end');
    hints = [];
    drawHints();
    grow();
    box.focus();
  };
  const submit = () => {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    hints = [];
    drawHints();
    grow();
    advise([]);
    send(text);
  };
  /** @param {KeyboardEvent} event */
  const onHintKey = (event) => {
    const steps = { ArrowDown: 1, ArrowUp: hints.length - 1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step !== undefined) chosen = (chosen + step) % hints.length;
    else if (event.key === 'Escape') hints = [];
    else if (event.key === 'Tab' || event.key === 'Enter') return accept(chosen);
    drawHints();
  };
  box.addEventListener('input', () => {
    advise([]);
    grow();
    suggest();
  });
  box.addEventListener('blur', () => {
    hints = [];
    drawHints();
  });
  /** A name that stands there in full needs no completion: Enter sends. */
  const isComplete = () => hints[chosen]?.insert === naming(box.value.slice(0, box.selectionStart))?.typed;
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const sends = event.key === 'Enter' && !event.shiftKey;
    if (sends && isComplete()) hints = [];
    if (hints.length > 0 && ['ArrowDown', 'ArrowUp', 'Escape', 'Tab', 'Enter'].includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      onHintKey(event);
    } else if (sends) {
      event.preventDefault();
      submit();
    }
  });
  sendButton.addEventListener('click', submit);

  return {
    element,
    advise,
    focus: () => box.focus(),
    fill: (text) => {
      box.value = text;
      grow();
      box.focus();
    },
    use: (next) => {
      words = next;
      shortcuts.hidden = next.shortcuts.length === 0;
      box.setAttribute('aria-label', next.label);
      box.placeholder = next.placeholder;
    },
  };
};

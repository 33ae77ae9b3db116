import { icon, make } from './dom.js';
import { drawOptions, optionsNamed } from './listbox.js';
import { closePopup, isOpen, makePopup, openPopup } from './popup.js';

/**
 * @typedef {import('./options.js').Option} Option
 * @typedef {import('./options.js').Group} Group
 * @typedef {{
 *   act: string,
 *   properties: Record<string, unknown>,
 *   placeholder: string,
 *   isMulti: boolean,
 *   most?: number | undefined,
 *   groups: readonly Group[],
 *   chosen: readonly Option[],
 *   search?: ((query: string) => Promise<readonly Option[]>) | undefined,
 *   leastQuery?: number,
 *   change: (values: readonly string[]) => void,
 * }} Settings
 */

let made = 0;
/** How long typing rests before options are looked for, in milliseconds. */
const restMs = 200;

/** A select that is searched by typing, for one option or several; with `search`, the options come from the bot. */
class Combobox {
  #groups;
  #chosen;
  #settings;
  #active = 0;
  #id;
  /** What the list says where it has nothing to offer. */
  #says = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /** @param {Settings} settings */
  constructor(settings) {
    made += 1;
    this.#id = `options-${made}`;
    this.#settings = settings;
    this.#groups = settings.groups;
    this.#chosen = [...settings.chosen];
    this.box = this.#makeBox();
    this.chips = make('span', { class: 'chips-in' });
    const { isMulti } = settings;
    this.field = make(
      'div',
      { class: isMulti ? 'combo multi' : 'combo' },
      this.chips,
      this.box,
      icon('down'),
    );
    this.list = makePopup({
      id: this.#id,
      class: 'options',
      role: 'listbox',
      'aria-multiselectable': isMulti && 'true',
    });
    this.element = make('div', { class: 'combo-place' }, this.field, this.list);
    this.#listen();
    this.#drawChips();
    this.#rest();
  }

  #makeBox() {
    const properties = {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#id,
      'data-act': this.#settings.act,
      ...this.#settings.properties,
    };
    return /** @type {HTMLInputElement} */ (make('input', properties));
  }

  #listen() {
    this.box.addEventListener('input', () => this.#type());
    this.box.addEventListener('click', () => this.#press());
    this.box.addEventListener('blur', () => this.#leave());
    this.box.addEventListener('keydown', (event) => {
      if (!this.#key(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.field.addEventListener('pointerdown', (event) => {
      if (event.target === this.box || (event.target instanceof Element && event.target.closest('button')))
        return;
      event.preventDefault();
      this.box.focus();
      this.#press();
    });
  }

  #type() {
    this.#active = 0;
    this.#look();
    this.#open();
  }

  #press() {
    if (isOpen(this.list)) return;
    if (!this.#settings.isMulti) this.box.select();
    this.#look();
    this.#open();
  }

  #leave() {
    this.#close();
    this.#rest();
  }

  /** Gives whether the key meant something here. @param {string} key */
  #key(key) {
    const wasOpen = isOpen(this.list);
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#step(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && wasOpen) this.#toggle(this.#offered()[this.#active]);
    else if (key === 'Escape' && wasOpen) this.#leave();
    else if (key === 'Backspace' && this.#settings.isMulti && this.box.value === '')
      this.#toggle(this.#chosen.at(-1));
    else return false;
    return true;
  }

  /** @param {number} by */
  #step(by) {
    const count = Math.max(1, this.#offered().length);
    if (isOpen(this.list)) this.#active = (this.#active + by + count) % count;
    else this.#look();
    this.#open();
  }

  #query() {
    const text = this.box.value;
    return !this.#settings.isMulti && text === this.#chosen[0]?.text ? '' : text.trim().toLowerCase();
  }

  #shownGroups() {
    return this.#settings.search ? this.#groups : optionsNamed(this.#groups, this.#query());
  }

  #offered() {
    return this.#shownGroups().flatMap(({ options }) => [...options]);
  }

  /** Chooses an option, or takes it out again. @param {Option | undefined} option */
  #toggle(option) {
    if (!option) return;
    const { isMulti, most = Number.POSITIVE_INFINITY, change } = this.#settings;
    const others = this.#chosen.filter(({ value }) => value !== option.value);
    const isNew = others.length === this.#chosen.length;
    if (isNew && isMulti && others.length >= most) return;
    this.#chosen = isNew ? [...(isMulti ? others : []), option] : others;
    this.#drawChips();
    this.#rest();
    if (isMulti && isOpen(this.list)) this.#open();
    else this.#close();
    change(this.#chosen.map(({ value }) => value));
  }

  /** Asks the bot, once the typing rests. */
  #look() {
    const { search, leastQuery = 3 } = this.#settings;
    if (!search) return;
    clearTimeout(this.#resting);
    const asked = this.#query();
    this.#groups = [];
    const isEnough = asked.length >= leastQuery;
    this.#says = isEnough
      ? 'Searching…'
      : `Type ${leastQuery <= 1 ? 'a letter' : `${leastQuery} letters`} to search.`;
    if (!isEnough) return;
    this.#resting = setTimeout(async () => {
      const options = await search(asked);
      if (asked !== this.#query()) return;
      this.#groups = [{ options }];
      this.#says = '';
      if (isOpen(this.list)) this.#open();
    }, restMs);
  }

  #open() {
    this.#active = Math.min(this.#active, Math.max(0, this.#offered().length - 1));
    const around = {
      id: this.#id,
      active: this.#active,
      isChosen: (/** @type {Option} */ option) => this.#chosen.some(({ value }) => value === option.value),
      choose: (/** @type {Option} */ option) => this.#toggle(option),
    };
    const rows = drawOptions(this.#shownGroups(), around);
    const nothing = make('div', { class: 'none' }, this.#says || 'Nothing by that name.');
    this.list.replaceChildren(...(rows.length > 0 ? rows : [nothing]));
    openPopup(this.list, this.field, { isWide: true });
    this.box.setAttribute('aria-expanded', 'true');
    const current = this.list.querySelector('.active');
    current?.scrollIntoView({ block: 'nearest' });
    if (current) this.box.setAttribute('aria-activedescendant', current.id);
    else this.box.removeAttribute('aria-activedescendant');
  }

  #close() {
    closePopup(this.list);
    this.box.setAttribute('aria-expanded', 'false');
    this.box.removeAttribute('aria-activedescendant');
    this.#active = 0;
  }

  /** Brings the words in the box back to what is chosen. The chips stay: a press on one may be under way. */
  #rest() {
    const { isMulti, placeholder } = this.#settings;
    this.box.value = isMulti ? '' : (this.#chosen[0]?.text ?? '');
    this.box.placeholder = isMulti && this.#chosen.length > 0 ? '' : placeholder;
  }

  #drawChips() {
    if (this.#settings.isMulti) this.chips.replaceChildren(...this.#chosen.map((one) => this.#chip(one)));
  }

  /** Takes a chip out; the keyboard, where it stood on its cross, goes on to the next one. @param {Option} option */
  #remove(option) {
    const crosses = () => [...this.chips.querySelectorAll('button')];
    const at = crosses().findIndex((one) => one.matches(':focus'));
    this.#toggle(option);
    if (at >= 0) (crosses()[at] ?? this.box).focus();
  }

  /** @param {Option} option */
  #chip(option) {
    const label = `Remove ${option.text}`;
    const remove = make(
      'button',
      {
        type: 'button',
        'aria-label': label,
        title: label,
        // The focus stays where it is, so that a press closes and moves nothing before it counts.
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: () => this.#remove(option),
      },
      icon('close'),
    );
    return make('span', { class: 'chip-in' }, option.text, remove);
  }
}

/**
 * @param {Settings} settings
 * @returns {HTMLElement}
 */
export const makeCombobox = (settings) => new Combobox(settings).element;

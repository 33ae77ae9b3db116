import { confirmed } from './confirm.js';
import { icon, make } from './dom.js';
import { choiceIn, enter } from './entered.js';
import { menuButton } from './menu.js';
import { follow } from './mrkdwn.js';

/** @typedef {import('./blocks.js').Surroundings} Surroundings */

/**
 * Does something once at a time: while it lasts, the button says so and takes no more.
 *
 * @param {HTMLElement} button
 * @param {() => Promise<unknown>} act
 */
export const once = async (button, act) => {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('busy');
  await act();
  button.removeAttribute('aria-disabled');
  button.classList.remove('busy');
};

/** @param {any} element @param {Surroundings} around */
const button = (element, around) => {
  const press = async () => {
    if (!(await confirmed(element.confirm))) return;
    follow(element.url);
    await once(node, () => around.use(element.action_id));
  };
  const style = element.style ? ` ${element.style}` : '';
  const node = make(
    'button',
    {
      type: 'button',
      class: `button${style}`,
      'aria-label': element.accessibility_label,
      'data-act': element.action_id,
      onclick: press,
    },
    make('span', {}, element.text.text),
  );
  return node;
};

/** @param {any} element @param {Surroundings} around */
const overflow = (element, around) => {
  const items = () =>
    element.options.map((/** @type {any} */ { text, description, value, url }) => ({
      title: text.text,
      about: description?.text,
      choose: async () => {
        if (!(await confirmed(element.confirm))) return;
        follow(url);
        await around.use(element.action_id, value);
      },
    }));
  const label = element.accessibility_label ?? 'More actions';
  const node = menuButton(
    { class: 'button round', 'data-act': element.action_id },
    label,
    items,
    icon('more'),
  );
  return make('span', { class: 'menu-place' }, node);
};

/** @param {any} element @param {Surroundings} around */
const feedback = (element, around) => {
  const given = choiceIn(around.surface, element.action_id, undefined);
  const pair = [
    { ...element.positive_button, drawing: icon('up_thumb') },
    { ...element.negative_button, drawing: icon('down_thumb') },
  ];
  const nodes = pair.map(({ text, value, accessibility_label: label, drawing }) => {
    const node = make(
      'button',
      {
        type: 'button',
        class: 'verdict',
        title: text.text,
        'aria-label': label ?? text.text,
        'aria-pressed': String(given === value),
        'data-act': `${element.action_id} ${value}`,
        onclick: () => {
          enter(around.surface, element.action_id, value);
          for (const one of nodes) one.setAttribute('aria-pressed', String(one === node));
          return once(node, () => around.use(element.action_id, value));
        },
      },
      drawing,
    );
    return node;
  });
  return make('span', { class: 'verdicts', role: 'group', 'aria-label': 'Feedback' }, ...nodes);
};

/** @param {any} element @param {Surroundings} around */
const iconButton = (element, around) => {
  const label = element.accessibility_label ?? element.text.text;
  const press = async () => {
    if (await confirmed(element.confirm)) await once(node, () => around.use(element.action_id));
  };
  const node = make(
    'button',
    {
      type: 'button',
      class: 'verdict',
      title: label,
      'aria-label': label,
      'data-act': element.action_id,
      onclick: press,
    },
    icon('trash'),
  );
  return node;
};

/** Elements that are pressed and keep nothing. @type {Record<string, (element: any, around: Surroundings) => HTMLElement>} */
export const pressed = { button, overflow, feedback_buttons: feedback, icon_button: iconButton };

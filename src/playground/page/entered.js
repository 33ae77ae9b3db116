/**
 * What a person put into the inputs of this window and the workspace may not know yet, so that a drawing anew never
 * takes it away. By surface (a view's id, or a message's place), then by action id.
 *
 * @typedef {string | readonly string[]} Choice
 * @typedef {{ value?: unknown, [field: string]: unknown }} Value
 * @typedef {Readonly<Record<string, Readonly<Record<string, Value>>>>} Values
 */

/** @type {Map<string, Map<string, { choice: Choice, isText: boolean }>>} */
const own = new Map();

/**
 * @param {string} surface
 * @param {string} actionId
 * @param {Choice} choice
 * @param {{ isText?: boolean }} [options] whether it is text that is sent only with the next act
 */
export const enter = (surface, actionId, choice, { isText = false } = {}) => {
  const entries = own.get(surface) ?? new Map();
  own.set(surface, entries.set(actionId, { choice, isText }));
};

/**
 * The texts that were typed there and not sent.
 *
 * @param {string} surface
 * @returns {Record<string, string>}
 */
export const typedTexts = (surface) => {
  const texts = [...(own.get(surface) ?? [])].filter(([, { isText }]) => isText);
  return Object.fromEntries(texts.map(([actionId, { choice }]) => [actionId, String(choice)]));
};

/**
 * Forgets texts that the workspace now has, so that what the bot makes of them is shown.
 *
 * @param {string} surface
 * @param {Readonly<Record<string, string>>} texts
 */
export const forgetSent = (surface, texts) => {
  const entries = own.get(surface);
  for (const [actionId, text] of Object.entries(texts))
    if (entries?.get(actionId)?.choice === text) entries.delete(actionId);
};

/**
 * What stands in an element: what the person did last, or else what the workspace says.
 *
 * @param {string} surface
 * @param {string} actionId
 * @param {Value | undefined} value
 * @returns {Choice}
 */
export const choiceIn = (surface, actionId, value) => {
  const entries = own.get(surface);
  const mine = entries?.get(actionId);
  const known = choiceOf(value);
  if (mine === undefined) return known;
  if (JSON.stringify(mine.choice) === JSON.stringify(known)) entries?.delete(actionId);
  return mine.choice;
};

/**
 * A value of the workspace as what a person would choose to get it.
 *
 * @param {Value | undefined} value
 * @returns {Choice}
 */
const choiceOf = (value = {}) => {
  const [, held] = Object.entries(value).find(([field]) => field !== 'type') ?? [];
  if (Array.isArray(held)) return held.map((one) => (typeof one === 'string' ? one : one.value));
  if (held === null || held === undefined) return '';
  return typeof held === 'object' && 'value' in held ? String(held.value) : String(held);
};

/**
 * The values of all inputs by action id, which is unique in a view or message.
 *
 * @param {Values} values
 * @returns {Record<string, Value>}
 */
export const flat = (values) => Object.assign({}, ...Object.values(values));

/**
 * Forgets what was put into views that are closed, and into inputs that an update took out of a view. Messages stay.
 *
 * @param {readonly { readonly id: string, readonly values: Values }[]} views
 */
export const forgetGone = (views) => {
  for (const [surface, entries] of own) {
    if (surface.includes(' ')) continue;
    const there = flat(views.find(({ id }) => id === surface)?.values ?? {});
    for (const actionId of entries.keys()) if (!(actionId in there)) entries.delete(actionId);
  }
};

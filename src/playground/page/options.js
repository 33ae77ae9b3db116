/**
 * @typedef {{ value: string, text: string, about?: string | undefined }} Option
 * @typedef {{ label?: string, options: readonly Option[] }} Group
 */

/**
 * @param {any} option
 * @returns {Option}
 */
export const shownOption = (option) => ({
  value: option.value,
  text: option.text.text,
  about: option.description?.text,
});

/**
 * What an element of choice offers: its own options, or people, or conversations.
 *
 * @param {any} element
 * @param {import('../snapshot.ts').Snapshot} snapshot
 * @returns {readonly Group[]}
 */
export const groupsOf = (element, snapshot) => {
  const type = String(element.type).replace(/^multi_/, '');
  if (type === 'users_select')
    return [
      { options: snapshot.people.map(({ id, name, title }) => ({ value: id, text: name, about: title })) },
    ];
  if (type === 'conversations_select' || type === 'channels_select')
    return [{ options: places(element, snapshot) }];
  if (element.option_groups)
    return element.option_groups.map((/** @type {any} */ group) => ({
      label: group.label.text,
      options: group.options.map(shownOption),
    }));
  return [{ options: (element.options ?? []).map(shownOption) }];
};

/**
 * @param {any} element
 * @param {import('../snapshot.ts').Snapshot} snapshot
 * @returns {Option[]}
 */
const places = (element, { channels }) => {
  /** @type {string[] | undefined} */
  const included = element.filter?.include;
  const takesDirect = element.type.endsWith('conversations_select') && (included?.includes('im') ?? true);
  return channels
    .filter(({ kind }) => kind === 'channel' || takesDirect)
    .map(({ id, kind, name }) => ({ value: id, text: kind === 'channel' ? `# ${name}` : name }));
};

/**
 * The options that are chosen, with their words as far as anybody knows them.
 *
 * @param {import('./entered.js').Choice} choice
 * @param {readonly Group[]} groups
 * @param {readonly Option[]} others
 * @returns {Option[]}
 */
export const chosenOptions = (choice, groups, others) => {
  const known = [...groups.flatMap(({ options }) => options), ...others];
  const values = typeof choice === 'string' ? (choice === '' ? [] : [choice]) : choice;
  return values.map((value) => known.find((one) => one.value === value) ?? { value, text: value });
};

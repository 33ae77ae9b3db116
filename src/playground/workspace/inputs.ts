import { z } from 'zod';

/** What a person puts into an element: a text, a date, an option's value, an id, or several. Empty takes it out again. */
export type Choice = string | readonly string[];

/** What stands in an element, as `state.values` carries it: its type and one field more. */
export type Value = Readonly<Record<string, unknown>>;

type Element = Readonly<Record<string, unknown>>;

interface Kind {
  /** The field that holds what was chosen. */
  readonly field: string;
  /** The field of the element that holds what stands there at first. */
  readonly initial: string;
  readonly holds: 'text' | 'number' | 'option' | 'options' | 'texts';
}

const text = (field: string, initial: string): Kind => ({ field, initial, holds: 'text' });
const typed = text('value', 'initial_value');
const option: Kind = { field: 'selected_option', initial: 'initial_option', holds: 'option' };
const options: Kind = { field: 'selected_options', initial: 'initial_options', holds: 'options' };
const ids = (field: string, initial: string): Kind => ({ field, initial, holds: 'texts' });

/** Every element that keeps what a person put into it. */
const kinds: Readonly<Record<string, Kind>> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  datepicker: text('selected_date', 'initial_date'),
  timepicker: text('selected_time', 'initial_time'),
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time', holds: 'number' },
  users_select: text('selected_user', 'initial_user'),
  conversations_select: text('selected_conversation', 'initial_conversation'),
  channels_select: text('selected_channel', 'initial_channel'),
  multi_users_select: ids('selected_users', 'initial_users'),
  multi_conversations_select: ids('selected_conversations', 'initial_conversations'),
  multi_channels_select: ids('selected_channels', 'initial_channels'),
};

const kindOf = (element: Element): Kind | undefined => kinds[String(element.type)];

export const keepsValue = (element: Element): boolean => kindOf(element) !== undefined;

/** What stands in an element before anybody touched it. */
export const startingValue = (element: Element): Value => {
  const kind = kindOf(element);
  if (!kind) return { type: element.type };
  const nothing = kind.holds === 'options' || kind.holds === 'texts' ? [] : null;
  return { type: element.type, [kind.field]: element[kind.initial] ?? nothing };
};

/** What is chosen at first may be chosen again, also where options are searched for. */
const startingOptions = (element: Element): readonly unknown[] =>
  [element.initial_option, element.initial_options].flat().filter((one) => one !== undefined);

/** What stands in an element after a choice. Throws when it offers no such option. */
export const chosenValue = (element: Element, choice: Choice, offered: readonly unknown[] = []): Value => {
  const kind = kindOf(element);
  if (!kind) throw new Error(`A ${String(element.type)} keeps nothing.`);
  return {
    type: element.type,
    [kind.field]: held(kind, choice, [...optionsOf(element), ...startingOptions(element), ...offered]),
  };
};

const held = (kind: Kind, choice: Choice, offered: readonly unknown[]): unknown => {
  const chosen = [choice].flat().filter((one) => one !== '');
  if (kind.holds === 'texts') return chosen;
  if (kind.holds === 'options') return chosen.map((one) => optionNamed(offered, one));
  const [first] = chosen;
  if (first === undefined) return null;
  if (kind.holds === 'number') return Number(first);
  return kind.holds === 'option' ? optionNamed(offered, first) : first;
};

/** Whether nothing stands there. */
export const isEmptyValue = (element: Element, value: Value): boolean => {
  const kind = kindOf(element);
  const found = kind && value[kind.field];
  if (Array.isArray(found)) return found.length === 0;
  return found === null || found === undefined || found === '';
};

/** What was typed into a text input; undefined for every other element. */
export const typedText = (element: Element, value: Value): string | undefined => {
  const found = kindOf(element) === typed ? value.value : undefined;
  return typeof found === 'string' ? found : undefined;
};

const withOptions = z.looseObject({
  options: z.array(z.looseObject({})).default([]),
  option_groups: z.array(z.looseObject({ options: z.array(z.looseObject({})) })).default([]),
});

/** The options that an element (or an answer to a search for options) offers, groups dissolved. */
export const optionsOf = (element: unknown): readonly Element[] => {
  const parsed = withOptions.safeParse(element);
  if (!parsed.success) return [];
  return [...parsed.data.options, ...parsed.data.option_groups.flatMap((group) => group.options)];
};

/** The option with this value. Throws when there is none. */
export const optionNamed = (offered: readonly unknown[], value: string): unknown => {
  const found = offered.find((one) => z.looseObject({ value: z.literal(value) }).safeParse(one).success);
  if (!found) throw new Error(`There is no option ${value} to choose.`);
  return found;
};

import type { PlainTextElement, PlainTextOption } from '@slack/types';
import { maxOf } from './grammar.ts';
import { plain } from './kit.ts';
import { codePoints } from './measure.ts';

/** One thing to choose. Only an id in `value`, at most 75 characters. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second line below the label. */
  readonly about?: string;
}

/** Choices under a heading. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** A group of a select as Slack takes it. */
export interface OptionGroup {
  readonly label: PlainTextElement;
  readonly options: PlainTextOption[];
}

const optionMax = maxOf('option', 'text');

/** A choice as Slack takes it, or nothing where its value is too long: a value cannot be shortened. */
const optionOf = ({ value, label, about }: Choice): PlainTextOption[] =>
  codePoints(value) > maxOf('option', 'value')
    ? []
    : [
        {
          text: plain(label, optionMax, '…'),
          value,
          ...(about === undefined ? {} : { description: plain(about, optionMax, '…') }),
        },
      ];

/** Each value once, as many as Slack takes. */
export const optionsOf = (choices: readonly Choice[], most: number): PlainTextOption[] =>
  [...new Map(choices.map((choice) => [choice.value, choice])).values()].flatMap(optionOf).slice(0, most);

/** The choices of an external select, as its options request is answered: at most 100, in the order given. */
export const suggestedOptions = (choices: readonly Choice[]): PlainTextOption[] =>
  optionsOf(choices, maxOf('static_select', 'options'));

/** Groups of an external select, as its options request is answered. Groups without choices are left out. */
export const suggestedGroups = (groups: readonly ChoiceGroup[]): OptionGroup[] =>
  groups
    .map(({ label, choices }) => ({
      label: plain(label, optionMax, '…'),
      options: suggestedOptions(choices),
    }))
    .filter(({ options }) => options.length > 0)
    .slice(0, maxOf('static_select', 'option_groups'));

/** What a select offers. */
interface Listed {
  readonly options?: PlainTextOption[];
  readonly option_groups?: OptionGroup[];
}

const isGroup = (one: Choice | ChoiceGroup): one is ChoiceGroup => 'choices' in one;

/** A list of choices, grouped or not, as far as Slack takes it. */
export const listed = (choices: readonly Choice[] | readonly ChoiceGroup[]): Listed => {
  const groups = choices.filter(isGroup);
  return groups.length > 0
    ? { option_groups: suggestedGroups(groups) }
    : { options: suggestedOptions(choices.flatMap((one) => (isGroup(one) ? [] : [one]))) };
};

/** Of what is offered, what has one of the values. */
export const chosen = (
  { options = [], option_groups: groups = [] }: Listed,
  values: readonly string[],
): PlainTextOption[] =>
  [...options, ...groups.flatMap((group) => group.options)].filter(
    ({ value }) => value !== undefined && values.includes(value),
  );

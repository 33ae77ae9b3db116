import { z } from 'zod';
import { elementsIn, type FoundElement } from './element.ts';
import {
  type Choice,
  chosenValue,
  isEmptyValue,
  keepsValue,
  startingValue,
  typedText,
  type Value,
} from './inputs.ts';

/** What stands in the inputs of a message or view, by block id and action id: `state.values` of the payloads. */
export type Values = Readonly<Record<string, Readonly<Record<string, Value>>>>;

export const noValues: Values = {};

/** Options that a search brought, by action id. */
export type Offered = Readonly<Record<string, readonly unknown[]>>;

/** What one person has put into the inputs of a message, and what they found to choose from. */
export interface Form {
  readonly values: Values;
  readonly offered: Offered;
}

export const emptyForm: Form = { values: noValues, offered: {} };

/** What was found before, and more for one element. */
export const offerMore = (offered: Offered, actionId: string, options: readonly unknown[]): Offered => ({
  ...offered,
  [actionId]: [...(offered[actionId] ?? []), ...options],
});

/** The values of all inputs in the blocks; what was entered before stays where block and element are the same. */
export const valuesIn = (blocks: unknown, entered: Values = noValues): Values => {
  const values: Record<string, Record<string, Value>> = {};
  for (const { element, blockId } of elementsIn(blocks)) {
    if (!keepsValue(element)) continue;
    const actionId = String(element.action_id);
    const before = entered[blockId]?.[actionId];
    const kept = before?.type === element.type ? before : undefined;
    values[blockId] = { ...values[blockId], [actionId]: kept ?? startingValue(element) };
  }
  return values;
};

/** The conversation that a modal is opened from, in the selects that begin with it. */
export const hereIn = (blocks: unknown, channel: string): Values =>
  elementsIn(blocks)
    .filter(({ element }) => element.default_to_current_conversation === true)
    .reduce((values, found) => {
      const isMulti = String(found.element.type).startsWith('multi_');
      return enter(values, found, isMulti ? [channel] : channel);
    }, noValues);

/** The values after a choice in one element; `offered` are options that a search brought. */
export const enter = (
  values: Values,
  { element, blockId }: FoundElement,
  choice: Choice,
  offered: readonly unknown[] = [],
): Values => ({
  ...values,
  [blockId]: { ...values[blockId], [String(element.action_id)]: chosenValue(element, choice, offered) },
});

const input = z.looseObject({ type: z.literal('input'), optional: z.boolean().optional() });

/** What Slack itself objects to before it sends a modal: an error by block id. */
export const objectionsTo = (blocks: unknown, values: Values): Readonly<Record<string, string>> => {
  const objections: Record<string, string> = {};
  for (const each of Array.isArray(blocks) ? blocks : []) {
    const block = input.safeParse(each);
    const [found] = block.success ? elementsIn([block.data]) : [];
    const value = found && values[found.blockId]?.[String(found.element.action_id)];
    const objection = found && value && objectionTo(found, value, block.data?.optional === true);
    if (objection) objections[found.blockId] = objection;
  }
  return objections;
};

const objectionTo = ({ element }: FoundElement, value: Value, isOptional: boolean): string | undefined => {
  if (isEmptyValue(element, value)) return isOptional ? undefined : 'Please complete this required field.';
  const text = typedText(element, value);
  if (text === undefined) return undefined;
  const { min_length: least, max_length: most } = element;
  if (typeof least === 'number' && text.length < least) return `At least ${least} characters, please.`;
  if (typeof most === 'number' && text.length > most) return `At most ${most} characters, please.`;
  return element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)
    ? 'That is no address that mail can reach.'
    : undefined;
};

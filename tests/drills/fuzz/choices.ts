import { isRecord, places } from '../../../src/blocks/problem.ts';
import { below, pick } from '../../fixtures/chance.ts';
import { oneOf } from './entries.ts';
import { channelOf, crowd, userOf } from './people.ts';
import { type Chance, hostile } from './texts.ts';

type Element = Readonly<Record<string, unknown>>;

/** The options that stand in an element, alone or in groups. */
const optionsIn = (element: Element): unknown[] => {
  const found = [...places([element.options, element.option_groups])]
    .map(({ value }) => value)
    .filter((value) => isRecord(value) && typeof value.value === 'string');
  return found.length > 0 ? found : [{ text: { type: 'plain_text', text: 'x' }, value: 'allina-optum' }];
};

const heldIn = (button: unknown): unknown => (isRecord(button) ? button.value : undefined);

const days = ['2026-12-03', '2024-02-29', '1999-01-01'] as const;

/** What a person does to an element as Slack reports it: pressed, chosen, typed. `write` gives what they type. */
const wellFormed = (chance: Chance, element: Element, write: () => string): Element => {
  const option = (): unknown => oneOf(chance, optionsIn(element));
  switch (element.type) {
    case 'button':
      return { value: element.value };
    case 'feedback_buttons':
      return { value: heldIn(chance() < 0.5 ? element.positive_button : element.negative_button) };
    case 'plain_text_input':
      return { value: write() };
    case 'datepicker':
      return { selected_date: pick(chance, days) };
    case 'users_select':
      return { selected_user: userOf(below(chance, crowd.people)) };
    case 'conversations_select':
    case 'channels_select':
      return { selected_conversation: channelOf(below(chance, crowd.channels)) };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { selected_options: Array.from({ length: 1 + below(chance, 4) }, option) };
    default:
      return { selected_option: option() };
  }
};

/** Nothing, the wrong kind of thing, or something with a purpose. */
const illFormed = (chance: Chance): Element =>
  pick<Element>(chance, [
    {},
    { value: null, selected_option: null, selected_options: null, selected_date: null },
    { value: 7, selected_option: 'x', selected_options: {}, selected_user: [] },
    { value: { toString: 'x' }, selected_options: [null, 7, { value: 7 }] },
    { value: pick(chance, hostile), selected_option: { value: pick(chance, hostile) } },
    { selected_options: Array.from({ length: 300 }, () => ({ value: 'allina-optum' })) },
    { selected_date: '2026-02-31', selected_user: 'U0<!channel>', selected_conversation: 'D0U0P10' },
    { value: 'x'.repeat(5_000) },
  ]);

/** What a person did to an element, or somebody says they did. */
export const doneTo = (chance: Chance, element: Element, write: () => string): Element => ({
  type: element.type,
  ...(chance() < 0.8 ? wellFormed(chance, element, write) : illFormed(chance)),
});

const elementOf = (block: unknown): Element | undefined =>
  isRecord(block) && block.type === 'input' && isRecord(block.element) ? block.element : undefined;

/** `state.values` of a view: what was entered into each of its inputs; some of them may not be there at all. */
export const stateOf = (chance: Chance, blocks: readonly unknown[], write: () => string): unknown => {
  if (chance() < 0.04) return pick(chance, [undefined, null, [], 'x', { values: 7 }, { values: { a: [] } }]);
  const values = blocks.flatMap((block) => {
    const element = elementOf(block);
    if (element === undefined || !isRecord(block) || chance() < 0.05) return [];
    const id = String(element.action_id);
    return [[String(block.block_id), { [id]: doneTo(chance, element, write) }]] as const;
  });
  return { values: Object.fromEntries(values) };
};

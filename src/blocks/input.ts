import type { InputBlock, PlainTextElement } from '@slack/types';
import { type Choice, type ChoiceGroup, chosen, listed, optionsOf, suggestedOptions } from './choices.ts';
import { maxOf } from './grammar.ts';
import { plain } from './kit.ts';
import { defuse } from './mrkdwn.ts';

/** What every input of a modal has. */
export interface Field {
  /** Names the input: its block, its action, what comes back of it, and its error. Once in a modal. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly isOptional?: boolean;
  /** The cursor stands here when the modal opens; one input of a modal. */
  readonly hasFocus?: boolean;
}

interface WithPlaceholder extends Field {
  /** What stands in it while it is empty. */
  readonly placeholder?: string;
}

const focusOf = ({ hasFocus }: Field): { focus_on_load?: true } =>
  hasFocus === true ? { focus_on_load: true } : {};

/** What is shown of a field inside its element. */
const shownOf = ({
  placeholder,
  ...field
}: WithPlaceholder): { focus_on_load?: true; placeholder?: PlainTextElement } => ({
  ...focusOf(field),
  ...(placeholder === undefined
    ? {}
    : { placeholder: plain(placeholder, maxOf('static_select', 'placeholder'), '…') }),
});

const inputOf = (
  { id, label, hint, isOptional }: Field,
  element: InputBlock['element'],
  dispatch = false,
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label, maxOf('input', 'label')),
  element: { ...element, action_id: id },
  ...(hint === undefined ? {} : { hint: plain(hint, maxOf('input', 'hint')) }),
  optional: isOptional ?? false,
  ...(dispatch ? { dispatch_action: true } : {}),
});

const textMax = maxOf('plain_text_input', 'initial_value');

export interface TextField extends WithPlaceholder {
  /** Several lines. */
  readonly isLong?: boolean;
  /** What stands in it at first; more than it takes is cut off. */
  readonly initial?: string;
  /** Characters; 3,000 at most and by default. */
  readonly most?: number;
  /** Tells the bot when Enter is pressed, as the action `id`. Not in messages. */
  readonly reports?: boolean;
}

/** A line of text, or several. */
export const textInput = (field: TextField): InputBlock => {
  const most = Math.min(field.most ?? textMax, textMax);
  const element = {
    type: 'plain_text_input' as const,
    max_length: most,
    ...(field.isLong === true ? { multiline: true } : {}),
    ...(field.initial === undefined
      ? {}
      : { initial_value: [...defuse(field.initial)].slice(0, most).join('') }),
    ...shownOf(field),
  };
  return field.reports === true
    ? inputOf(
        field,
        { ...element, dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
        true,
      )
    : inputOf(field, element);
};

interface FromList extends WithPlaceholder {
  /** At least one; more than 100, or 100 groups of 100, are for `searchOne` and `searchSeveral`. */
  readonly choices: readonly Choice[] | readonly ChoiceGroup[];
}

/** One of a list. */
export const selectOne = (field: FromList & { readonly initial?: string }): InputBlock => {
  const list = listed(field.choices);
  const [initial] = chosen(list, field.initial === undefined ? [] : [field.initial]);
  return inputOf(field, {
    type: 'static_select',
    ...list,
    ...(initial === undefined ? {} : { initial_option: initial }),
    ...shownOf(field),
  });
};

interface Several {
  /** Values that are chosen at first. */
  readonly initial?: readonly string[];
  /** How many may be chosen. */
  readonly most?: number;
}

const mostOf = ({ most }: Several): { max_selected_items?: number } =>
  most === undefined ? {} : { max_selected_items: most };

/** Several of a list. */
export const selectSeveral = (field: FromList & Several): InputBlock => {
  const list = listed(field.choices);
  const initial = chosen(list, field.initial ?? []);
  return inputOf(field, {
    type: 'multi_static_select',
    ...list,
    ...(initial.length === 0 ? {} : { initial_options: initial }),
    ...mostOf(field),
    ...shownOf(field),
  });
};

interface FromSearch extends WithPlaceholder {
  /** Characters before the search begins; 0 offers something at once. */
  readonly searchFrom?: number;
}

/** One of what the bot finds for what is typed, whatever the size of the library: `options` in `register.ts`. */
export const searchOne = (field: FromSearch & { readonly initial?: Choice }): InputBlock => {
  const [initial] = suggestedOptions(field.initial === undefined ? [] : [field.initial]);
  return inputOf(field, {
    type: 'external_select',
    min_query_length: field.searchFrom ?? 0,
    ...(initial === undefined ? {} : { initial_option: initial }),
    ...shownOf(field),
  });
};

/** Several of what the bot finds for what is typed: `options` in `register.ts`. */
export const searchSeveral = (
  field: FromSearch & { readonly initial?: readonly Choice[]; readonly most?: number },
): InputBlock => {
  const initial = suggestedOptions(field.initial ?? []);
  return inputOf(field, {
    type: 'multi_external_select',
    min_query_length: field.searchFrom ?? 0,
    ...(initial.length === 0 ? {} : { initial_options: initial }),
    ...(field.most === undefined ? {} : { max_selected_items: field.most }),
    ...shownOf(field),
  });
};

interface Few extends Field {
  /** One to ten. */
  readonly choices: readonly Choice[];
}

/** Boxes to tick, ten at most. */
export const checkboxes = (field: Few & { readonly initial?: readonly string[] }): InputBlock => {
  const options = optionsOf(field.choices, maxOf('checkboxes', 'options'));
  const initial = chosen({ options }, field.initial ?? []);
  return inputOf(field, {
    type: 'checkboxes',
    options,
    ...(initial.length === 0 ? {} : { initial_options: initial }),
    ...focusOf(field),
  });
};

/** One of a few that all stand there, ten at most. `reports` tells the bot of each change, as the action `id`. */
export const radioButtons = (
  field: Few & { readonly initial?: string; readonly reports?: boolean },
): InputBlock => {
  const options = optionsOf(field.choices, maxOf('radio_buttons', 'options'));
  const [initial] = chosen({ options }, field.initial === undefined ? [] : [field.initial]);
  return inputOf(
    field,
    {
      type: 'radio_buttons',
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
      ...focusOf(field),
    },
    field.reports,
  );
};

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** A day; `initial` as `2024-07-01`. */
export const datePicker = (field: WithPlaceholder & { readonly initial?: string }): InputBlock =>
  inputOf(field, {
    type: 'datepicker',
    ...(field.initial !== undefined && isoDate.test(field.initial) ? { initial_date: field.initial } : {}),
    ...shownOf(field),
  });

/** A person of the workspace; `initial` is a user id. */
export const userSelect = (field: WithPlaceholder & { readonly initial?: string }): InputBlock =>
  inputOf(field, {
    type: 'users_select',
    ...(field.initial === undefined ? {} : { initial_user: field.initial }),
    ...shownOf(field),
  });

/** A channel or conversation, of this workspace alone and without bots; where the person is, unless `initial` is given. */
export const conversationSelect = (
  field: WithPlaceholder & {
    readonly initial?: string;
    readonly kinds?: ('public' | 'private' | 'im' | 'mpim')[];
  },
): InputBlock =>
  inputOf(field, {
    type: 'conversations_select',
    filter: {
      include: field.kinds ?? ['public', 'private'],
      exclude_bot_users: true,
      exclude_external_shared_channels: true,
    },
    ...(field.initial === undefined
      ? { default_to_current_conversation: true }
      : { initial_conversation: field.initial }),
    ...shownOf(field),
  });

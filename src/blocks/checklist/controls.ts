import type { ActionsBlockElement, Button, ConfirmationDialog, Overflow, StaticSelect } from '@slack/types';
import { type Place, placeValue } from '../../checklist/place.ts';
import { type Choice, suggestedOptions } from '../choices.ts';
import { maxOf } from '../grammar.ts';
import { plain } from '../kit.ts';

/** Ids of what can be pressed. A number behind it keeps it apart from others of its kind in the same message. */
export const press = (what: string, number?: number): string =>
  `checklist:${what}${number === undefined ? '' : `:${number}`}`;

/** A small button that acts on a place. */
export const placeButton = (
  actionId: string,
  label: string,
  place: Place,
  what?: string | number,
  more: Pick<Button, 'style' | 'confirm' | 'accessibility_label'> = {},
): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label, maxOf('button', 'text')),
  value: placeValue(place, what),
  ...more,
});

/** A menu whose choices are places. */
export const placeMenu = (
  actionId: string,
  placeholder: string,
  choices: readonly Choice[],
): StaticSelect[] =>
  choices.length === 0
    ? []
    : [
        {
          type: 'static_select',
          action_id: actionId,
          placeholder: plain(placeholder, maxOf('static_select', 'placeholder')),
          options: suggestedOptions(choices),
        },
      ];

/** Seldom needed things behind three dots; two to five of them. */
export const more = (actionId: string, choices: readonly Choice[]): Overflow => ({
  type: 'overflow',
  action_id: actionId,
  options: suggestedOptions(choices).slice(0, maxOf('overflow', 'options')),
});

/** Asks before something is done that cannot be undone. */
export const question = (title: string, text: string, confirm: string): ConfirmationDialog => ({
  title: plain(title, maxOf('confirm', 'title')),
  text: plain(text, maxOf('confirm', 'text')),
  confirm: plain(confirm, maxOf('confirm', 'confirm')),
  deny: plain('Cancel', maxOf('confirm', 'deny')),
  style: 'danger',
});

export type Control = ActionsBlockElement;

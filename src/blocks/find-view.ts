import type { ModalView } from '@slack/types';
import type { Opening } from '../holdings.ts';
import { searchOne, textInput } from './input.ts';
import { modal } from './modal.ts';

/** What the input of the search window is called when it comes back. */
export const findField = 'find:text';

/** What the choice of a vendor or client is called; its options come from `options` in `listeners/register.ts`. */
export const partyField = 'find:party';

/** The window to search from, wherever it was opened. `initial` is what stands in it at first. */
export const findView = (openings: readonly Opening[], initial?: string): ModalView =>
  modal({
    callbackId: 'find:ask',
    title: 'Find precedents',
    submit: 'Find',
    blocks: [
      textInput({
        id: findField,
        label: 'What do you want to know?',
        hint: 'A vendor, a hospital, or a question in your own words. Only you see the answer.',
        hasFocus: true,
        isOptional: true,
        ...(openings[0] === undefined ? {} : { placeholder: `For example: ${openings[0].text}` }),
        ...(initial === undefined ? {} : { initial }),
      }),
      searchOne({
        id: partyField,
        label: 'Of whom',
        hint: 'A vendor or a client, if it is about one. Alone, it shows all that is known of them.',
        placeholder: 'Any vendor or client',
        isOptional: true,
      }),
    ],
  });

import { make } from './dom.js';

/**
 * What the bot suggests to ask, above the message box of the conversation with it.
 *
 * @param {import('../snapshot.ts').Snapshot} snapshot
 * @param {(text: string) => void} send
 * @returns {import('./messages.js').Row[]}
 */
export const promptRow = ({ prompts: { title, prompts } }, send) => {
  if (prompts.length === 0) return [];
  const buttons = prompts.map(({ title: words, message }) =>
    make(
      'li',
      {},
      make(
        'button',
        { type: 'button', class: 'prompt', title: message, onclick: () => send(message) },
        words,
      ),
    ),
  );
  const draw = () => make('ul', { class: 'prompts', 'aria-label': title ?? 'Suggestions' }, ...buttons);
  return [{ key: 'prompts', data: [title, prompts], draw }];
};

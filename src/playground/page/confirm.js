import { make } from './dom.js';

/**
 * Asks before an element is used, in the words that the bot gave for it. Resolves at once where it gave none.
 *
 * @param {any} confirm Slack's confirmation object
 * @returns {Promise<boolean>}
 */
export const confirmed = async (confirm) => {
  if (!confirm) return true;
  const style = confirm.style === 'danger' ? 'danger' : 'primary';
  const no = make('button', { value: 'no', class: 'button' }, confirm.deny?.text ?? 'Cancel');
  const yes = make('button', { value: 'yes', class: `button ${style}` }, confirm.confirm?.text ?? 'Yes');
  const dialog = /** @type {HTMLDialogElement} */ (
    make(
      'dialog',
      { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      make('h2', { id: 'confirm-title' }, confirm.title?.text ?? 'Are you sure?'),
      make('p', {}, confirm.text?.text ?? ''),
      make('form', { method: 'dialog', class: 'modal-foot' }, no, yes),
    )
  );
  (document.querySelector('dialog[open]') ?? document.body).append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === 'yes';
};

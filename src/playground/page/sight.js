/**
 * Draws into a scrolled list: the end stays in sight when it was in sight, and a new message taller than the window
 * shows its beginning, which is where an answer stands.
 *
 * @param {HTMLElement} scroll
 * @param {() => void} draw
 */
export const keepInSight = (scroll, draw) => {
  const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
  const before = scroll.querySelector('ol')?.lastElementChild;
  draw();
  const last = scroll.querySelector('ol')?.lastElementChild;
  if (!last || last === before || !(wasAtEnd || last.matches('.waiting, .private'))) return;
  if (last.clientHeight > scroll.clientHeight - 40) last.scrollIntoView({ block: 'start' });
  else scroll.scrollTop = scroll.scrollHeight;
};

/**
 * Brings the end into sight, for whoever just wrote there.
 *
 * @param {HTMLElement} scroll
 */
export const toEnd = (scroll) => {
  scroll.scrollTop = scroll.scrollHeight;
};

/**
 * Brings a message into sight and marks it for a moment, for whoever followed a link to it.
 *
 * @param {string} ts
 */
export const showMessage = (ts) => {
  const row = document.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  row?.scrollIntoView({ block: 'center' });
  row?.classList.add('found');
  row?.addEventListener('animationend', () => row.classList.remove('found'), { once: true });
};

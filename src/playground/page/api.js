/**
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {'type' | 'press' | 'press-view' | 'options' | 'submit' | 'close-modal' | 'shortcut' | 'message-shortcut' | 'tab'} Act
 */

/**
 * What one window shows.
 *
 * @param {string} as
 * @param {string} channel
 * @returns {Promise<Snapshot>}
 */
export const look = async (as, channel) => {
  const response = await fetch(`/api/state?${new URLSearchParams({ as, channel })}`);
  return response.json();
};

/**
 * Does something in the workspace. Resolves with a sentence when it could not be done; typing, with the thread in which
 * the bot answers, if it does; a search for options, with those.
 *
 * @param {Act} act
 * @param {Record<string, unknown>} body
 * @returns {Promise<{ problem?: string, thread?: string, options?: readonly unknown[] }>}
 */
export const perform = async (act, body) => {
  try {
    const response = await fetch(`/api/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { problem: 'The page lost its workspace. Is the program still running?' };
  }
};

/**
 * Calls back after every change in the workspace, and with `false` while the connection is lost.
 *
 * @param {(isConnected: boolean) => void} listener
 */
export const watch = (listener) => {
  const source = new EventSource('/api/changes');
  source.addEventListener('message', () => listener(true));
  source.addEventListener('error', () => listener(false));
};

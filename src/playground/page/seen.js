/** @typedef {import('../snapshot.ts').ShownChannel} ShownChannel */

/** @param {string} person @param {ShownChannel} channel */
const keyOf = (person, { id }) => `seen ${person} ${id}`;

/**
 * Remembers that a person saw all of a conversation, as long as the window is there, so that loading it anew marks nothing
 * as unread.
 *
 * @param {string} person
 * @param {ShownChannel} channel
 */
export const markSeen = (person, channel) => sessionStorage.setItem(keyOf(person, channel), channel.latest);

/**
 * Whether a conversation holds something that the person has not seen.
 *
 * @param {string} person
 * @param {ShownChannel} channel
 */
export const isNew = (person, channel) =>
  channel.latest > (sessionStorage.getItem(keyOf(person, channel)) ?? '');

/** @typedef {import('../snapshot.ts').Snapshot} Snapshot */

/**
 * What people, the bot and conversations are called, by their ids.
 *
 * @param {Snapshot} snapshot
 * @returns {(id: string) => string}
 */
export const naming = (snapshot) => (id) =>
  (id === snapshot.bot.id ? snapshot.bot.handle : undefined) ??
  snapshot.people.find((person) => person.id === id)?.name ??
  snapshot.channels.find((channel) => channel.id === id)?.name ??
  id;

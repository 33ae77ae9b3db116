/** Where this window stands; the address holds it, so that a reload and a second window can stand elsewhere. */
export const place = { as: '', channel: '', thread: '', tab: 'messages' };

/** Reads the address. One that names no person, as a link in a message, leaves the person who reads it. */
export const readAddress = () => {
  const address = new URLSearchParams(location.hash.slice(1));
  place.as = address.get('as') ?? place.as;
  place.channel = address.get('in') ?? '';
  place.thread = address.get('thread') ?? '';
  place.tab = address.get('tab') ?? 'messages';
  return address.get('at') ?? undefined;
};

/**
 * The address of a place.
 *
 * @param {typeof place} there
 */
export const addressOf = ({ as, channel, thread, tab }) => {
  const parts = { as, in: channel, ...(thread && { thread }), ...(tab !== 'messages' && { tab }) };
  return `#${new URLSearchParams(parts)}`;
};

/** @param {Partial<typeof place>} next */
export const moveTo = (next) => {
  Object.assign(place, next);
  history.replaceState(null, '', addressOf(place));
};

/**
 * Falls back to the first person and conversation when the address names none that exist.
 *
 * @param {import('../snapshot.ts').Snapshot} now
 */
export const settle = (now) => {
  if (!now.people.some(({ id }) => id === place.as)) place.as = now.people[0]?.id ?? '';
  if (!now.channels.some(({ id }) => id === place.channel)) place.channel = now.channels[0]?.id ?? '';
};

/**
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {import('../snapshot.ts').ShownChannel} ShownChannel
 * @typedef {import('./composer.js').Words} Words
 */

/**
 * Whom one can name with an @: the bot first, and never oneself.
 *
 * @param {Snapshot} snapshot
 * @param {string} as
 */
const handles = ({ bot, people }, as) => [
  { insert: `@${bot.handle}`, title: `@${bot.handle}`, about: 'ask in the open; it answers in a thread' },
  ...people
    .filter(({ id }) => id !== as)
    .map(({ handle, name, title }) => ({
      insert: `@${handle}`,
      title: `@${handle}`,
      about: `${name}, ${title}`,
    })),
];

/**
 * @param {Snapshot} snapshot
 * @param {ShownChannel} channel
 */
const commands = ({ bot }, channel) => {
  const ask = {
    insert: bot.command,
    title: `${bot.command} your question`,
    about: 'only you see the answer',
  };
  const call = `/invite @${bot.handle}`;
  return channel.hasBot ? [ask] : [ask, { insert: call, title: call, about: `add it to #${channel.name}` }];
};

/**
 * The app's shortcuts that need no message.
 *
 * @param {Snapshot} snapshot
 * @param {(callbackId: string) => void} run
 */
const globalShortcuts = ({ bot, shortcuts }, run) =>
  shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, callback_id: id }) => ({ title: name, about: bot.name, choose: () => run(id) }));

/**
 * The words of the message box in a conversation.
 *
 * @param {Snapshot} snapshot
 * @param {ShownChannel} channel
 * @param {{ as: string, run: (callbackId: string) => void }} around
 * @returns {Words}
 */
export const channelWords = (snapshot, channel, { as, run }) => {
  const { bot } = snapshot;
  const isDm = channel.kind === 'im';
  return {
    label: `Message ${isDm ? bot.name : `#${channel.name}`}`,
    placeholder: isDm ? `Ask ${bot.name}` : `${bot.command} your question`,
    shortcuts: globalShortcuts(snapshot, run),
    hints: (start) => (start === '/' ? commands(snapshot, channel) : handles(snapshot, as)),
  };
};

/**
 * The words of the message box in a thread, where commands do not run.
 *
 * @param {Snapshot} snapshot
 * @param {ShownChannel} channel
 * @param {{ as: string, run: (callbackId: string) => void }} around
 * @returns {Words}
 */
export const threadWords = (snapshot, channel, { as, run }) => ({
  label: 'Reply in this thread',
  placeholder: channel.kind === 'im' ? 'Ask on' : `Ask with @${snapshot.bot.handle}`,
  shortcuts: globalShortcuts(snapshot, run),
  hints: (start) => (start === '@' ? handles(snapshot, as) : []),
});

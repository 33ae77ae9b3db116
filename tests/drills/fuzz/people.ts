/** How many people there are, and channels that they are in. */
export const crowd = { people: 40, channels: 6 } as const;

/** All of one length: an id that was cut off is nobody’s. */
export const userOf = (number: number): string => `U0P${10 + number}`;
export const channelOf = (number: number): string => `C0${number}X`;

const numberIn = (id: string): number => Number(/\d\d?(?=X?$)/.exec(id)?.[0] ?? 0);

/** Who is in which channel: two thirds of all people in each, others in every one. */
export const isMember = (user: string, channel: string): boolean =>
  /^C0\dX$/.test(channel) && (numberIn(user) + numberIn(channel)) % 3 !== 0;

export const membersOf = (channel: string): string[] =>
  Array.from({ length: crowd.people }, (_, at) => userOf(at)).filter((user) => isMember(user, channel));

/** A word that one person alone types: found in what somebody else reads, it was leaked. */
export const wordOf = (user: string): string => `zq${user.toLowerCase()}qz`;

/** A word that one person writes into what a channel shares, a checklist: it is for the members of that channel. */
export const sharedWordOf = (user: string, channel: string): string =>
  `zl${user.toLowerCase()}i${channel.toLowerCase()}lz`;

const ownWord = /zq(u0p\d\d)qz/g;
const sharedWord = /zl(u0p\d\d)i(c0\dx)lz/g;

/** A word found somewhere: who wrote it, and the channel that it was meant for, where it was. */
export interface Written {
  readonly by: string;
  readonly channel?: string;
}

/** Everybody's words in a text. */
export const wordsIn = (text: string): Written[] => [
  ...[...text.matchAll(ownWord)].map(([, by = '']) => ({ by: by.toUpperCase() })),
  ...[...text.matchAll(sharedWord)].map(([, by = '', channel = '']) => ({
    by: by.toUpperCase(),
    channel: channel.toUpperCase(),
  })),
];

/** The same text as if this person had written all of it: nobody sends words that they do not know. */
export const inWordsOf = (user: string, text: string): string =>
  text
    .replace(ownWord, wordOf(user))
    .replace(sharedWord, (_, _by, channel: string) => sharedWordOf(user, channel.toUpperCase()));

/** When a message was written, as Slack has it. It tells who wrote it, so that nobody has to remember. */
export const stampOf = (seconds: string, user: string): string => `18${seconds}00.5521${numberIn(user)}`;

const nextTo = (user: string): string => userOf((numberIn(user) - 10 + 1) % crowd.people);
const before = (user: string): string => userOf((numberIn(user) - 10 + crowd.people - 1) % crowd.people);

/** In whose thread a person may write: their own, and that of the one before them. */
export const hostsOf = (user: string): readonly [string, string] => [user, before(user)];

const stamp = /^1[78]\d{8}\.5521(\d\d)$/;

/** Who wrote a message of this stamp; undefined where nobody of the crowd did. */
export const authorOf = (ts: string): string | undefined => {
  const number = stamp.exec(ts)?.[1];
  return number === undefined ? undefined : `U0P${number}`;
};

/** Who writes in the thread below a message of this stamp: its author, and the one who may write there too. */
export const participantsOf = (ts: string): readonly string[] => {
  const author = authorOf(ts);
  return author === undefined ? [] : [author, nextTo(author)];
};

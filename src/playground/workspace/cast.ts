export interface Person {
  readonly id: string;
  /** `Dana Whitfield` */
  readonly name: string;
  /** What stands behind an @: `dana`. */
  readonly handle: string;
  /** `CIO office` */
  readonly title: string;
}

export interface Channel {
  readonly id: string;
  /** Without the #. For a direct message, the handle of the person the bot talks to. */
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly purpose: string;
  /** Ids of people and of the bot. */
  readonly members: Set<string>;
}

export const team = { id: 'T0PRECEDENT', domain: 'riverside-health', name: 'Riverside Health' } as const;

/** The app as this workspace has installed it. */
export const bot = {
  appId: 'A0PRECEDENT',
  userId: 'U0PRECEDENT',
  botId: 'B0PRECEDENT',
  handle: 'outsourcing',
  name: 'Outsourcing Precedents',
  command: '/outsourcing',
} as const;

/** Slack's own voice: it explains what the workspace itself refused. */
export const slackbot = { id: 'USLACKBOT', name: 'Slackbot' } as const;

export const startingPeople: readonly Person[] = [
  { id: 'U0DANA', name: 'Dana Whitfield', handle: 'dana', title: 'CIO office' },
  { id: 'U0LUIS', name: 'Luis Ortega', handle: 'luis', title: 'Human resources' },
];

/** User groups by id, with the people in them: here, whoever looks after the library. */
export const userGroups: ReadonlyMap<string, readonly string[]> = new Map([['S0LIBRARY', ['U0DANA']]]);

const humans = startingPeople.map((person) => person.id);

/** The bot is in the two working channels and not in #general, where it has to be invited first. */
export const startingChannels = (): Channel[] => [
  {
    id: 'C0SOURCING',
    name: 'it-sourcing',
    kind: 'channel',
    purpose: 'What others did, before we decide',
    members: new Set([...humans, bot.userId]),
  },
  {
    id: 'C0TRANSITION',
    name: 'transition-office',
    kind: 'channel',
    purpose: 'People, knowledge and dates',
    members: new Set([...humans, bot.userId]),
  },
  {
    id: 'C0GENERAL',
    name: 'general',
    kind: 'channel',
    purpose: 'Everyone at Riverside Health',
    members: new Set(humans),
  },
  ...startingPeople.map(
    (person): Channel => ({
      id: `D0${person.handle.toUpperCase()}`,
      name: person.handle,
      kind: 'im',
      purpose: 'Just you and the app',
      members: new Set([person.id, bot.userId]),
    }),
  ),
];

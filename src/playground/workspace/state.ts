import type { Channel, Person } from './cast.ts';
import { bot, slackbot, startingChannels, startingPeople } from './cast.ts';
import type { Clock } from './clock.ts';
import type { StoredFile } from './file.ts';
import { emptyForm, type Form } from './form.ts';
import type { View } from './view.ts';

export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** Id of the person, of the bot, or of Slackbot. */
  readonly user: string;
  readonly botId?: string;
  /** As Slack stores it: escaped, mentions as `<@U…>`. */
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly threadTs?: string;
  /** Set on an ephemeral message: the one person who sees it. */
  readonly visibleTo?: string;
  readonly clientMsgId?: string;
  readonly metadata?: unknown;
  readonly edited?: boolean;
  /** Ids of the files shared with it. */
  readonly files?: readonly string[];
  /** Names of the emoji the bot reacted with. */
  readonly reactions?: readonly string[];
  /** The exchange that this message answers, where it is known. */
  readonly exchange?: string;
}

/** What one person has open beside the messages. */
export interface Screens {
  readonly home?: View;
  /** Modals, lowest first; at most three. */
  readonly modals: readonly View[];
}

/** What a bot suggests to ask in a conversation with it. */
export interface Prompts {
  readonly title?: string | undefined;
  readonly prompts: readonly Prompt[];
}

export interface Prompt {
  readonly title: string;
  /** What is sent when it is chosen. */
  readonly message: string;
}

/** Everything the pretend workspace remembers. Changes are announced through `changed`. */
export class State {
  readonly people: readonly Person[] = startingPeople;
  readonly channels: readonly Channel[] = startingChannels();
  /** The line an app shows while it works, by channel and thread: `C1 1700.1` -> `is looking…`. */
  readonly statuses = new Map<string, string>();
  /** What the bot suggests to ask, by channel. */
  readonly prompts = new Map<string, Prompts>();
  readonly files = new Map<string, StoredFile>();
  readonly #screens = new Map<string, Screens>();
  readonly #forms = new Map<string, Form>();
  #messages: readonly Message[] = [];
  readonly #listeners = new Set<() => void>();
  readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  add(draft: Omit<Message, 'ts'>): Message {
    const message: Message = { ...draft, ts: this.clock.ts() };
    this.#messages = [...this.#messages, message];
    if (message.user === bot.userId) this.statuses.delete(statusKey(message.channel, message.threadTs));
    this.changed();
    return message;
  }

  replace(message: Message): void {
    this.#messages = this.#messages.map((one) => (isSame(one, message) ? message : one));
    this.changed();
  }

  remove(message: Message): void {
    this.#messages = this.#messages.filter((one) => !isSame(one, message));
    this.changed();
  }

  message(channel: string, ts: string): Message | undefined {
    return this.#messages.find((one) => one.channel === channel && one.ts === ts);
  }

  /** What a person (or the bot, who sees no ephemeral message) finds in a channel, oldest first. */
  visible(channel: string, viewer: string): readonly Message[] {
    return this.#messages.filter(
      (one) => one.channel === channel && (one.visibleTo === undefined || one.visibleTo === viewer),
    );
  }

  screens(person: string): Screens {
    return this.#screens.get(person) ?? { modals: [] };
  }

  setScreens(person: string, screens: Screens): void {
    this.#screens.set(person, screens);
    this.changed();
  }

  /** What a person put into the inputs of a message. */
  form(person: string, { channel, ts }: Message): Form {
    return this.#forms.get(`${person} ${channel} ${ts}`) ?? emptyForm;
  }

  setForm(person: string, { channel, ts }: Message, form: Form): void {
    this.#forms.set(`${person} ${channel} ${ts}`, form);
    this.changed();
  }

  /** By id, handle or full name. */
  person(name: string): Person | undefined {
    return this.people.find((one) => one.id === name || one.handle === name || one.name === name);
  }

  /** By id, or by name with or without the #. */
  channel(name: string): Channel | undefined {
    const bare = name.replace(/^#/, '');
    return this.channels.find((one) => one.id === name || (one.kind === 'channel' && one.name === bare));
  }

  /** The direct message between the bot and a person. */
  directMessage(person: string): Channel | undefined {
    return this.channels.find((one) => one.kind === 'im' && one.members.has(person));
  }

  /** The name shown for whoever wrote a message. */
  nameOf(user: string): string {
    if (user === bot.userId) return bot.name;
    if (user === slackbot.id) return slackbot.name;
    return this.person(user)?.name ?? user;
  }
}

export const statusKey = (channel: string, threadTs: string | undefined): string =>
  `${channel} ${threadTs ?? ''}`;

const isSame = (one: Message, other: Message): boolean =>
  one.ts === other.ts && one.channel === other.channel;

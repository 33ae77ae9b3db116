import type { Act } from './act.ts';
import { bot, type Channel, type Person } from './cast.ts';
import { runCommand } from './command-act.ts';
import type { Receipt, Retry } from './delivery.ts';
import { eventPayload } from './event.ts';
import type { Exchange } from './exchange.ts';
import type { Choice } from './inputs.ts';
import { writeMessage } from './message-act.ts';
import { closeModal, submitModal } from './modal-act.ts';
import { searchMessageOptions, searchViewOptions } from './options-act.ts';
import type { Parts } from './parts.ts';
import { clickMessage, clickView, fillView, openTab } from './press-act.ts';
import type { Refused } from './refusal.ts';
import { runMessageShortcut, runShortcut } from './shortcut-act.ts';
import type { Message } from './state.ts';
import type { View } from './view.ts';

/** How long tests wait for something to happen before they fail, in milliseconds. */
const patience = 8000;

/**
 * What people do in the workspace. People are named by id, handle or name; conversations by id, by `#name`, or by
 * `@outsourcing` for a person's direct message with the bot. An act resolves once what it sends to the bot has been
 * acknowledged or given up; it rejects only for an act that is impossible.
 */
export interface Driver {
  /** `/outsourcing Optum`; without the leading slash, what stands behind `/outsourcing`. */
  command(person: string, channel: string, line: string): Promise<Exchange>;
  /** Writes a message; `thread` is the timestamp of the message it replies to. */
  say(
    person: string,
    channel: string,
    text: string,
    options?: { readonly thread?: string | undefined },
  ): Promise<Exchange>;
  /** What the composer does: a command when the text starts with a slash, a message otherwise. */
  type(
    person: string,
    channel: string,
    text: string,
    options?: { readonly thread?: string | undefined },
  ): Promise<Exchange>;
  /**
   * Uses the element with this action id on a message: presses a button, or makes the `choice` in a select, a date
   * picker, an overflow menu, feedback buttons: the value of an option, a date, an id, or several.
   */
  click(person: string, message: Message, actionId: string, choice?: Choice): Promise<Exchange>;
  /**
   * The same on the person's topmost modal or, with none open, Home view. In an input it stands for typing and Enter:
   * the bot hears of it only where the input's block says `dispatch_action`.
   */
  clickView(person: string, actionId: string, choice?: Choice): Promise<Exchange>;
  /** Puts something into an input of the topmost modal or Home view, as typing without Enter does: nobody is told. */
  fill(person: string, actionId: string, choice: Choice): void;
  /**
   * Searches the options of an external select, of the topmost modal or Home view or else of a `message`. They can be
   * chosen afterwards. Gives them as the bot sent them.
   */
  searchOptions(
    person: string,
    actionId: string,
    query: string,
    message?: Message,
  ): Promise<readonly unknown[]>;
  /**
   * Submits the topmost modal. Look at `modals` for what came of it: an error beside an input, another view, none.
   */
  submit(person: string): Promise<Exchange>;
  /** Closes the topmost modal, or with `everything` all that are open. */
  closeModal(person: string, options?: { readonly everything?: boolean }): Promise<void>;
  /** What a person has open above the messages, lowest first. */
  modals(person: string): readonly View[];
  /** Runs a global shortcut. */
  shortcut(person: string, callbackId: string): Promise<Exchange>;
  /** Runs a message shortcut on any message that the person sees and others can see too. */
  messageShortcut(person: string, message: Message, callbackId: string): Promise<Exchange>;
  /** Opens the bot's tab: `home` shows its Home view, `messages` the direct message. */
  openTab(person: string, tab: 'home' | 'messages'): Promise<void>;
  /** Sends any event as it is; give the `eventId` of an earlier one, or a `retry`, to send it again. */
  event(
    event: Readonly<Record<string, unknown>>,
    options?: { readonly eventId?: string; readonly retry?: Retry },
  ): Promise<Receipt>;

  /** What a person sees in a conversation, oldest first, ephemeral messages to others left out. */
  messages(channel: string, options: { readonly as: string }): readonly Message[];
  /** The bot's first answer to an act; rejects with the reason when there is none. */
  answer(exchange: Exchange): Promise<Message>;
  /** What `look` finds, now or after a change to come. `what` names it in the error when patience ends. */
  until<Found>(look: () => Found | undefined, what: string): Promise<Found>;
  /** The first message, there already or still to come, that the predicate accepts. */
  nextMessage(predicate: (message: Message) => boolean): Promise<Message>;
  /**
   * Resolves when every delivery is acknowledged or given up and no answer is owed. A bot may still be working on a
   * second answer that nobody asked for: stop it first, then count.
   */
  settled(): Promise<void>;
  /** The exchange as it stands now. */
  exchange(id: string): Exchange | undefined;
  /** Calls the listener after every change; returns how to stop that. */
  onChange(listener: () => void): () => void;
}

export const createDriver = (parts: Parts): Driver => {
  const act = (person: string, channel: string): Act => {
    const found = personNamed(parts, person);
    return { person: found, channel: channelNamed(parts, found, channel) };
  };
  const alone = (person: string): Act => act(person, `@${bot.handle}`);
  const driver: Driver = {
    command: (person, channel, line) => runCommand(parts, act(person, channel), line),
    say: (person, channel, text, options = {}) =>
      writeMessage(parts, act(person, channel), text, options.thread),
    type: (person, channel, text, options = {}) =>
      text.startsWith('/')
        ? runCommand(parts, act(person, channel), text, options.thread)
        : writeMessage(parts, act(person, channel), text, options.thread),
    click: (person, message, actionId, choice) =>
      clickMessage(parts, act(person, message.channel), message, { actionId, choice }),
    clickView: (person, actionId, choice) => clickView(parts, alone(person), { actionId, choice }),
    fill: (person, actionId, choice) => fillView(parts, alone(person), { actionId, choice }),
    searchOptions: (person, actionId, query, message) =>
      message
        ? searchMessageOptions(parts, act(person, message.channel), message, { actionId, query })
        : searchViewOptions(parts, alone(person), { actionId, query }),
    submit: (person) => submitModal(parts, alone(person)),
    closeModal: (person, { everything } = {}) => closeModal(parts, alone(person), everything),
    modals: (person) => parts.state.screens(personNamed(parts, person).id).modals,
    shortcut: (person, callbackId) => runShortcut(parts, alone(person), callbackId),
    messageShortcut: (person, message, callbackId) =>
      runMessageShortcut(parts, act(person, message.channel), message, callbackId),
    openTab: (person, tab) => openTab(parts, alone(person), tab),
    event: (event, { eventId, retry } = {}) =>
      parts.deliveries.send(
        {
          kind: 'event',
          what: `event ${String(event.type)}`,
          payload: eventPayload(parts, event, eventId),
        },
        retry,
      ),
    ...observer(parts),
    messages: (channel, { as }) => {
      const on = act(as, channel);
      return parts.state.visible(on.channel.id, on.person.id);
    },
  };
  return driver;
};

type Observer = Pick<Driver, 'answer' | 'until' | 'nextMessage' | 'settled' | 'exchange' | 'onChange'>;

const observer = ({ state, exchanges, deliveries, refusals }: Parts): Observer => {
  const until = <Found>(look: () => Found | undefined, what: string) =>
    waitFor(
      look,
      () => inVain(what, refusals),
      (on) => state.onChange(on),
    );
  return {
    answer: ({ id, label }) =>
      until(() => {
        const now = exchanges.get(id);
        if (now?.state === 'failed') throw new Error(`The bot did not answer ${label}: ${now.problem}`);
        const ts = now?.answers[0];
        return ts === undefined ? undefined : state.message(now?.channel ?? '', ts);
      }, `an answer to ${label}`),
    until,
    nextMessage: (predicate) => until(() => state.messages.find(predicate), 'a message'),
    settled: async () => {
      const isQuiet = () =>
        deliveries.inFlight === 0 && exchanges.all.every((one) => one.state !== 'waiting');
      await until(() => (isQuiet() ? true : undefined), 'the workspace to settle');
    },
    exchange: (id) => exchanges.get(id),
    onChange: (listener) => state.onChange(listener),
  };
};

const inVain = (what: string, refusals: readonly Refused[]): string => {
  const refused = refusals.map(({ method, error, details }) => `${method} ${[error, ...details].join('; ')}`);
  return [`Waited in vain for ${what}.`, ...refused.map((one) => `Refused: ${one}`)].join('\n');
};

/** Looks now and after every change, until something is found. Rejects when `look` throws, or when patience ends. */
const waitFor = <Found>(
  look: () => Found | undefined,
  complaint: () => string,
  onChange: (listener: () => void) => () => void,
): Promise<Found> =>
  new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      stop();
      end();
    };
    const check = () => {
      try {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => finish(() => reject(new Error(complaint()))), patience);
    const stop = onChange(check);
    check();
  });

const personNamed = ({ state }: Parts, name: string): Person => {
  const person = state.person(name);
  if (!person) throw new Error(`Nobody here is called ${name}.`);
  return person;
};

const channelNamed = ({ state }: Parts, person: Person, name: string): Channel => {
  const channel = name === `@${bot.handle}` ? state.directMessage(person.id) : state.channel(name);
  if (!channel?.members.has(person.id))
    throw new Error(`${person.name} is in no conversation called ${name}.`);
  return channel;
};

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { places } from '../../src/blocks/problem.ts';
import { hintFor } from '../../src/listeners/deliver.ts';
import type { Message } from '../../src/playground/workspace/state.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { type Bot, openBot, type Way } from '../harness/open-bot.ts';
import { type Act, type Fault, forAll, forAllLater, ticked, why } from './fault.ts';

/** How a fault ended. */
export interface Ending {
  readonly fault: Fault;
  readonly way: Way;
  /** What the person got, in words. */
  readonly outcome: string;
  /** What the operator finds in the log, each line once. */
  readonly log: readonly string[];
  /** The causes that the log gives, for whoever looks into an outcome that should not be. */
  readonly causes: string;
}

const sorry = /the reference ([0-9a-f]{8})\./;
const hints = ['not_in_channel', 'is_archived', 'restricted_action'].map(hintFor);

const readable = makeAsker({
  ask: (utterance, turns) => {
    const turn = makeAsker().ask(utterance, turns);
    return { ...turn, answer: { ...turn.answer, readAs: 'fact', about: 'About it' } };
  },
  answerReading: (reading) => {
    const turn = makeAsker().answerReading(reading);
    return { ...turn, answer: { ...turn.answer, readAs: 'fact', about: 'About it' } };
  },
});

const fromBot = ({ workspace }: Bot): readonly Message[] =>
  workspace.state.messages.filter(({ user }) => user === 'U0PRECEDENT');

const mention = '@outsourcing Optum';

/** Acts on an answer that one person alone has. */
const onPrivate: ReadonlySet<Act> = new Set([
  'click',
  'double click',
  'share',
  'double share',
  'sources',
  'dislike',
]);

const ticking: ReadonlySet<Act> = new Set(['tick', 'double tick']);
const boardText = /^Transition checklist Riverside: (\d+) of/;

/** How many items of the checklist the message says are done; undefined where there is none. */
const doneIn = ({ workspace }: Bot): number | undefined => {
  const texts = workspace.state.messages.map(({ text }) => boardText.exec(text)?.[1]);
  const shown = texts.find((count) => count !== undefined);
  return shown === undefined ? undefined : Number(shown);
};

/** Makes what has to be there before a click can be one. */
const prepare = async ({ workspace }: Bot, act: Act): Promise<Message | undefined> => {
  if (act === 'shortcut') {
    await workspace.say('luis', '#it-sourcing', 'Optum');
    return workspace.nextMessage(({ text }) => text === 'Optum');
  }
  if (ticking.has(act)) {
    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'checklist start Riverside'));
    return workspace.state.messages.find(({ text }) => boardText.test(text));
  }
  if (onPrivate.has(act)) return workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
  if (act === 'shared click' || act === 'shared double click')
    return workspace.answer(await workspace.say('dana', '#it-sourcing', mention));
  return undefined;
};

const thumbs = z.object({ negative_button: z.object({ value: z.string() }) });

const thumbDown = ({ blocks }: Message): string => {
  for (const { value } of places(blocks)) {
    const found = thumbs.safeParse(value).data;
    if (found !== undefined) return found.negative_button.value;
  }
  throw new Error('no thumbs under the answer');
};

const sharing: ReadonlySet<Act> = new Set(['share', 'double share']);
const opening: ReadonlySet<Act> = new Set(['sources', 'dislike']);

/** Whether what was prepared is an answer, which the bot notes a moment after it stands. */
const isAnswer = (act: Act): boolean => act !== 'shortcut' && !ticking.has(act);

const pressedBy = (act: Act): string => {
  if (ticking.has(act)) return 'checklist:tick:1';
  return sharing.has(act) ? 'share:post' : 'suggest:1';
};

const perform = async ({ workspace }: Bot, act: Act, message: Message | undefined): Promise<unknown> => {
  if (act === 'home') return workspace.openTab('dana', 'home');
  if (act === 'mention') return workspace.say('dana', '#it-sourcing', mention);
  if (act === 'direct') return workspace.say('dana', '@outsourcing', 'Optum');
  if (act === 'command') return workspace.command('dana', '#it-sourcing', 'Optum');
  if (act === 'forget me') return workspace.command('dana', '#it-sourcing', 'forget me');
  if (message === undefined) throw new Error('nothing to click on');
  if (act === 'shortcut') return workspace.messageShortcut('dana', message, 'find_precedents');
  if (act === 'sources') return workspace.click('dana', message, 'source:open');
  if (act === 'dislike') return workspace.click('dana', message, 'feedback:vote', thumbDown(message));
  const click = () => workspace.click('dana', message, pressedBy(act));
  return act.includes('double') ? Promise.all([click(), click()]) : click();
};

const isPublicAct = (act: Act): boolean => act === 'mention' || act.startsWith('shared');

/** Every message the person got, in words. */
const describe = (bot: Bot, { act, recover }: Fault, messages: readonly Message[]): string => {
  if (act === 'home') return homeOf(bot);
  if (ticking.has(act)) return doneIn(bot) === 1 && messages.length === 0 ? ticked : saying(bot, messages);
  if (sharing.has(act)) return sharedOf(bot, { recover }, messages);
  if (opening.has(act)) return openedOf(bot, messages);
  const sentences = messages.filter(({ text }) => sorry.test(text));
  const answers = messages.filter(({ text }) => /You asked|More on/.test(text));
  const [answer] = answers;
  if (answers.length === 0 && sentences.length === 1) return sentenceOf(bot, sentences[0]);
  if (answer === undefined || messages.length > answers.length)
    return `${messages.length} messages, ${answers.length} answers`;
  if (answers.length === 2 && answers.every(({ visibleTo }) => visibleTo !== undefined))
    return 'one answer, here twice: nobody can look up what one person sees';
  if (answers.length > 1) return `${answers.length} ANSWERS`;
  const isPrivate = answer.visibleTo !== undefined || (act !== 'direct' && answer.channel.startsWith('D'));
  return [
    'one answer',
    ...(isPrivate ? ['privately'] : []),
    ...(isPublicAct(act) && hints.some((hint) => answer.text.includes(hint)) ? ['with the reason'] : []),
    ...(answer.blocks.length === 0 ? ['as text alone'] : []),
    ...(recover === undefined ? [] : ['once the trouble is over']),
  ].join(', ');
};

const reasons = /could not share the answer|too slow this time\. Please try again/;

const saying = (bot: Bot, messages: readonly Message[]): string => {
  const [message, ...more] = messages;
  if (message === undefined || more.length > 0) return `${messages.length} MESSAGES`;
  return reasons.test(message.text) ? why : sentenceOf(bot, message);
};

/** What everybody sees of a shared answer, or else what the sharer was told. */
const sharedOf = (
  bot: Bot,
  { recover }: { readonly recover?: Fault['recover'] | undefined },
  messages: readonly Message[],
): string => {
  const copies = messages.filter(({ text }) => text.startsWith('About it'));
  if (copies.length === 0) return saying(bot, messages);
  if (copies.length > 1 || messages.length > 1) return `${copies.length} COPIES, ${messages.length} messages`;
  return recover === undefined ? forAll : forAllLater;
};

const openedOf = (bot: Bot, messages: readonly Message[]): string =>
  bot.workspace.modals('dana').length > 0 && messages.length === 0 ? 'a window' : saying(bot, messages);

/** A reference counts only where the log has the cause under it. */
const sentenceOf = ({ lines }: Bot, message: Message | undefined): string => {
  const reference = sorry.exec(message?.text ?? '')?.[1];
  const isKnown = lines.some((line) => line.reference === reference && line.err !== undefined);
  return isKnown
    ? 'one sentence with a reference'
    : 'one sentence with a REFERENCE THAT THE LOG DOES NOT KNOW';
};

const homeOf = ({ workspace }: Bot): string => {
  const blocks = workspace.state.screens('U0DANA').home?.view.blocks;
  if (!Array.isArray(blocks)) return 'NO HOME';
  return JSON.stringify(blocks).includes('Browse the deals') ? 'Home' : 'a plain Home';
};

/** Lines after which the bot has done what it can. */
const last =
  /^(?:answered|shared|may not share|could not open a modal|a listener failed|Slack refused the blocks of Home)/;
/** Lines after which nothing more is to come until somebody sweeps. */
const kept = /^(?:Slack is out of order|could not tell)/;

/** Milliseconds after which Slack’s minute is over: nobody waits for it here. */
const slackWaits = 7_000;

/** Slack sends an event that was not acknowledged again, after a minute and after five. */
const retryOfSlack = (bot: Bot): void => {
  bot.pass(5 * 60_000);
  void bot.workspace.tick();
};

const enough = async (bot: Bot, from: number, end: RegExp): Promise<void> => {
  for (let waited = 0; waited < 25_000; waited += 25) {
    if (doneIn(bot) === 1) return;
    if (bot.lines.slice(from).some(({ msg }) => end.test(String(msg)))) return;
    await pause(25);
    if (waited % slackWaits === slackWaits - 25) retryOfSlack(bot);
  }
};

const operatorLines = (bot: Bot, from: number): string[] => {
  const told = bot.lines
    .slice(from)
    .filter(({ level, from: origin }) => (level === 'warn' || level === 'error') && origin === undefined)
    .map(({ msg }) => String(msg));
  return [...new Set(told)];
};

const causesIn = (bot: Bot, from: number): string =>
  JSON.stringify(bot.lines.slice(from).flatMap(({ err }) => (err === undefined ? [] : [err])));

/** Lets a fault happen to a bot of its own and says how it ended. Takes up to half a minute; leaves nothing behind. */
export const suffer = async (fault: Fault, way: Way): Promise<Ending> => {
  const bot = await openBot({ way, asker: readable, ...(fault.store && { store: fault.store }) });
  try {
    const message = await prepare(bot, fault.act);
    if (message !== undefined && isAnswer(fault.act)) await enough(bot, 0, last);
    const before = fromBot(bot).length;
    const from = bot.lines.length;
    await fault.arrange?.(bot);
    const act = perform(bot, fault.act, message);
    if (fault.during !== undefined) {
      await pause(100);
      await fault.during(bot);
    }
    await act;
    await enough(bot, from, fault.until ?? (fault.recover === undefined ? last : kept));
    await fault.recover?.(bot);
    await fault.after?.(bot);
    await bot.app.stop();
    const messages = fromBot(bot).slice(before);
    return {
      fault,
      way,
      outcome: describe(bot, fault, messages),
      log: operatorLines(bot, from),
      causes: causesIn(bot, from),
    };
  } finally {
    await bot.close();
  }
};

/** The ways in which a fault can happen. */
export const waysOf = ({ way }: Fault): readonly Way[] => (way === undefined ? ['http', 'socket'] : [way]);

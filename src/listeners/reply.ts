import { setImmediate } from 'node:timers/promises';
import { isAnswered, type Turn } from '../answer.ts';
import { startMessage } from '../blocks/checklist/offer.ts';
import { askBlocks } from '../blocks/desk/request.ts';
import { defuse, unmarked } from '../blocks/mrkdwn.ts';
import { nameOf } from '../checklist/start.ts';
import { decodeReading, toReading } from '../reading.ts';
import { ownersOf, type Settings } from '../settings/record.ts';
import { withChecklist } from './checklist/under-answer.ts';
import { deedOf } from './deeds.ts';
import { deliver } from './deliver.ts';
import { addGap, gapName, gapsOf, isDecline, senderOf } from './gaps.ts';
import type { AskedTicket, Ticket } from './hold.ts';
import { isChannel } from './members.ts';
import type { Desk } from './parts.ts';
import type { Outgoing } from './post.ts';
import { type Asked, readingIn, saidIn, typedIn } from './question.ts';
import { isForOthers } from './quiet.ts';
import { addRecent, recentKey } from './recent.ts';
import { rendered } from './rendered.ts';
import { settingsFor } from './settings/kept.ts';
import { share } from './share.ts';
import { staleButton } from './stale.ts';
import { withStatus } from './status.ts';
import { earlierQuestions } from './thread-history.ts';
import { addTurn, conversationsOf, recall } from './turns.ts';
import { guessed, meantBy, nameToStart } from './words.ts';

const wordless =
  'That message has no words that I can read. Try it on a message of text, or type `/outsourcing` and your question.';

const replay = ({ asker }: Desk, utterances: readonly string[]): Turn[] => {
  const turns: Turn[] = [];
  for (const utterance of utterances) turns.push(asker.ask(utterance, turns));
  return turns;
};

const earlierTurns = async (desk: Desk, { question, run }: AskedTicket): Promise<Turn[]> => {
  const stored = await recall(desk, question, run);
  if (stored.length > 0 || question.kind !== 'message') return stored;
  return replay(desk, await earlierQuestions(desk, question));
};

/** Keeps what is kept of an answered question, in one transaction. A store that fails keeps nobody from the answer. */
const remember = async (
  desk: Desk,
  ticket: AskedTicket,
  earlier: readonly Turn[],
  turn: Turn,
): Promise<void> => {
  const { question, run } = ticket;
  const { team, user } = question;
  const conversations = conversationsOf(question);
  const recent = recentKey(team, user);
  const gap = `${gapsOf(team)}${gapName(run)}`;
  const added = { run, earlier: earlier.map(({ reading }) => reading), reading: turn.reading };
  try {
    await desk.store.update([...conversations.map(({ key }) => key), recent, gap], (entries) => {
      for (const conversation of conversations) addTurn(desk, entries, conversation, added);
      if (turn.answer.readAs !== '') addRecent(desk, entries, recent, added);
      // Somebody else's words are nobody's question to us.
      if (saidIn(question) !== undefined) addGap(entries, gap, turn, desk.clock(), senderOf(question, run));
    });
  } catch (err) {
    desk.log.error({ err }, 'the store did not keep a turn');
  }
};

/** Runs `work` once the request that was just made is out, and lets whoever recalls the conversation wait for it. */
const underWay = async (desk: Desk, question: Asked, work: () => Promise<void>): Promise<void> => {
  const keys = conversationsOf(question).map(({ key }) => key);
  const done = setImmediate().then(work);
  for (const key of keys) desk.remembering.set(key, done);
  await done;
  for (const key of keys) if (desk.remembering.get(key) === done) desk.remembering.delete(key);
};

type Surface = 'command' | 'action' | 'message' | 'mention' | 'modal' | 'shortcut';

const surfaceOf = (question: Asked): Surface => {
  if (question.kind === 'message') return question.direct ? 'message' : 'mention';
  if (question.kind === 'submission') return 'modal';
  if (question.kind === 'shortcut') return 'shortcut';
  return question.kind === 'click' ? 'action' : 'command';
};

/** The messages that need no heart: words that act are carried out, a button of an older version is explained. */
const exactReply = async (desk: Desk, ticket: AskedTicket): Promise<readonly Outgoing[] | undefined> => {
  const { question } = ticket;
  const deed = deedOf(question);
  if (deed !== undefined) return deed(desk, ticket);
  if (question.kind === 'message' && question.text === '')
    return rendered(desk, question, {
      reading: toReading({ intent: 'help' }),
      answer: desk.asker.greeting(),
    });
  if (question.kind === 'shortcut' && question.text.trim() === '') return [{ text: wordless }];
  if (typedIn(question) === undefined && decodeReading(readingIn(question)) === undefined)
    return [{ text: staleButton }];
  return undefined;
};

const answer = (desk: Desk, question: Asked, earlier: readonly Turn[]): Turn => {
  const typed = typedIn(question);
  if (typed !== undefined) return desk.asker.ask(typed, earlier);
  const reading = decodeReading(readingIn(question));
  if (reading === undefined) throw new Error('the button holds no reading');
  return desk.asker.answerReading(reading);
};

const note = (desk: Desk, { question, began }: AskedTicket, { reading, answer: given }: Turn): void => {
  const surface = surfaceOf(question);
  const { intent } = reading;
  const { outcome, citations } = given;
  const ms = desk.now() - began;
  // What a button says it means is counted only where it could be answered.
  desk.metrics.answered({
    surface,
    intent: outcome === 'unclear' ? 'none' : intent,
    outcome,
    seconds: ms / 1000,
  });
  desk.log.info({ surface, intent, outcome, citations: citations.length, ms }, 'answered');
};

/** A mention in a channel that wants answers for the asker alone is shown like what a window asks: to nobody else. */
const asWanted = (question: Asked, { answers }: Settings): Asked => {
  if (question.kind !== 'message' || question.direct || answers === 'thread') return question;
  const { id, team, channel, user, text, thread, ts } = question;
  return { kind: 'submission', id, team, channel, user, text, ...(thread !== ts && { thread }) };
};

/** Under what the library does not say: people who may know. `run` leads to its words. */
const withPeople = (
  messages: readonly Outgoing[],
  { utterance, answer: given }: Turn,
  run: string | undefined,
): readonly Outgoing[] => {
  const last = messages.at(-1);
  if (run === undefined || utterance === undefined || !isDecline(given.outcome) || last?.blocks === undefined)
    return messages;
  return [...messages.slice(0, -1), { ...last, blocks: [...last.blocks, ...askBlocks(run, last.blocks)] }];
};

/** The name under which somebody wants a checklist started here; never more than offered. */
const wantedHere = (question: Asked): string | undefined => {
  const said = isChannel(question.channel) ? saidIn(question) : undefined;
  const name = said === undefined ? undefined : nameToStart(said);
  return name === undefined ? undefined : nameOf(defuse(unmarked(name)));
};

const answerAsked = async (
  desk: Desk,
  ticket: AskedTicket,
  isOurs: () => Promise<boolean>,
): Promise<void> => {
  const { question } = ticket;
  const exact = await exactReply(desk, ticket);
  if (exact !== undefined) return deliver(desk, ticket, exact, isOurs);
  const [earlier, settings] = await Promise.all([
    earlierTurns(desk, ticket),
    settingsFor(desk, question.team, question.channel),
  ]);
  const turn = answer(desk, question, earlier);
  const word = saidIn(question) === undefined ? undefined : meantBy(turn);
  const shown = asWanted(question, settings);
  const wanted = wantedHere(question);
  if (wanted !== undefined && !isAnswered(turn.answer.outcome))
    return deliver(desk, { ...ticket, question: shown }, [startMessage(wanted)], isOurs);
  if (word !== undefined) return deliver(desk, { ...ticket, question: shown }, [guessed(word)], isOurs);
  const answered = rendered(desk, shown, turn, settings);
  const people = withPeople(answered, turn, ownersOf(settings, desk.named?.owners) && ticket.run);
  const messages = withChecklist(people, turn, shown, wanted);
  const delivered = deliver(desk, { ...ticket, question: shown }, messages, isOurs);
  // Beside the sending, which waits for Slack; a quick follow-up waits for it in turn.
  await Promise.all([delivered, underWay(desk, question, () => remember(desk, ticket, earlier, turn))]);
  note(desk, ticket, turn);
};

/** The one way from a question to its answer, whichever way it came in and whoever began to answer it. */
export const reply = async (desk: Desk, ticket: Ticket, isOurs: () => Promise<boolean>): Promise<void> => {
  const { question } = ticket;
  if (question.kind === 'share') return share(desk, { ...ticket, question }, isOurs);
  if (await isForOthers(desk, question)) return;
  return withStatus(desk, question, () => answerAsked(desk, { ...ticket, question }, isOurs));
};

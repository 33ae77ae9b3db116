import { words } from '../../../src/listeners/words.ts';
import { below, pick } from '../../fixtures/chance.ts';
import { sharedWordOf, wordOf } from './people.ts';

export type Chance = () => number;

export const hostile = [
  '<!channel> <!here|here> <!subteam^S1>',
  '<@U0BOT> <@U0OTHER|x>',
  '<https://evil.example|click>',
  '```code``` *bold* _it_ ~no~ > quote',
  '&amp;&lt;&gt; & < >',
  '\u202Egnp\u202C \u200B\u0000\u0007',
  '😀👩\u200D💻\uD83D',
  "'; DROP TABLE entries; --",
  '{"intent":"help"}',
  '__proto__ constructor toString',
  '%s %d %n %{process.env}',
  '../../../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  '(a+)+$'.repeat(20),
] as const;

const ordinary = [
  'Optum',
  'how long is the Kaiser contract',
  'compare kaiser vs allina',
  'which deals ended badly?',
  'which deals are there',
  'transition checklist',
  'why',
  'and the term?',
  'thanks',
  'hlep',
  '',
] as const;

const longOf = (chance: Chance): string =>
  pick(chance, ['word ', 'Kaiser ', '&', '漢', '\n']).repeat(below(chance, 1_500));

/** What somebody types, with the word that is theirs alone. */
export const typedBy = (chance: Chance, user: string): string => {
  const kind = chance();
  const text = kind < 0.6 ? pick(chance, ordinary) : kind < 0.95 ? pick(chance, hostile) : longOf(chance);
  return text === '' ? text : `${text} ${wordOf(user)}`;
};

/** What somebody writes for a channel: on one line, as names and items are. */
export const writtenFor = (chance: Chance, user: string, channel: string): string =>
  `${chance() < 0.8 ? 'Move the desk' : pick(chance, hostile)} ${sharedWordOf(user, channel)}`;

/** The exact words that act, some of them misspelt; what follows them is for the channel. */
export const orderedBy = (chance: Chance, user: string, channel: string): string => {
  const word = pick(chance, words);
  const rest = word.endsWith(' start') && chance() < 0.9 ? ` ${writtenFor(chance, user, channel)}` : '';
  return `${chance() < 0.9 ? word : word.replace(/(.)(.)$/, '$2$1')}${rest}`;
};

/** What a button or a window may carry, made up by somebody. */
export const forgedBy = (chance: Chance, user: string, channel: string): string =>
  pick(chance, [
    '{"intent":"deal-profile","subjects":["allina-optum"]}',
    '{"intent":"compare-deals","subjects":["allina-optum","kaiser-ibm"]}',
    `{"intent":"fact","subjects":["${wordOf(user)}"]}`,
    '{"vote":"down","reading":"{\\"intent\\":\\"deal-profile\\",\\"subjects\\":[\\"allina-optum\\"]}"}',
    '{"at":"shelf","kind":"vendor","id":"optum","page":0}',
    '{"answer":"x","reading":"{\\"intent\\":\\"help\\"}"}',
    `{"by":"${user}","share":"x"}`,
    '{"depth":2}',
    `${channel}/nothere`,
    `csv/${channel}/nothere`,
    `{"channel":"${channel}","thread":"1800000000.552110"}`,
    '{"intent":"__proto__"}',
    '{"__proto__":{"intent":"help"}}',
    '[]',
    'null',
    'nonsense',
    '',
    `{"intent":"${'x'.repeat(2_000)}"}`,
  ]);

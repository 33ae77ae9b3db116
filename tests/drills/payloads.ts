import { below, pick } from '../fixtures/chance.ts';
import type { PlainSlack } from '../harness/plain-slack.ts';

/** A request as somebody might send it to the bot's address. */
export interface Payload {
  readonly kind: 'command' | 'event' | 'action' | 'view' | 'broken';
  readonly body: string;
  readonly type: string;
  /** Who is behind it. A word that only this person typed stands in it. */
  readonly user: string;
  /** The name of its response address, where it has one. */
  readonly address: string;
  /** Milliseconds by which its stamp is off; signed all the same. */
  readonly skewMs: number;
  readonly isSigned: boolean;
}

type Chance = () => number;

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const people = 40;

/** A word that one person alone types: found in anybody else's reply, it was leaked. */
export const wordOf = (user: string): string => `zq${user.toLowerCase()}qz`;

const hostile = [
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
  'transition checklist',
  'why',
  'and the term?',
  'thanks',
  'help',
  'forget me',
  '',
] as const;

const longOf = (chance: Chance): string =>
  pick(chance, ['word ', 'Kaiser ', '&', '漢', '\n']).repeat(below(chance, 1_500));

const textOf = (chance: Chance, user: string): string => {
  const kind = chance();
  const text = kind < 0.6 ? pick(chance, ordinary) : kind < 0.95 ? pick(chance, hostile) : longOf(chance);
  return text === 'forget me' || text === '' ? text : `${text} ${wordOf(user)}`;
};

const values = (user: string): readonly [string, ...string[]] => [
  '{"intent":"deal-profile","subjects":["allina-optum"]}',
  '{"intent":"compare-deals","subjects":["allina-optum","kaiser-ibm"]}',
  `{"intent":"fact","subjects":["${wordOf(user)}"]}`,
  '{"intent":"__proto__"}',
  '{"__proto__":{"intent":"help"}}',
  '[]',
  'null',
  'nonsense',
  `{"intent":"${'x'.repeat(2_000)}"}`,
];

const numberOf = (chance: Chance): string => String(below(chance, 1_000_000)).padStart(6, '0');

const commandOf = (chance: Chance, slack: PlainSlack, user: string, address: string): string =>
  new URLSearchParams({
    command: '/outsourcing',
    text: textOf(chance, user),
    team_id: 'T0PLAIN',
    channel_id: `C0${below(chance, 20)}X`,
    user_id: user,
    trigger_id: `t${numberOf(chance)}.${address}`,
    response_url: slack.addressOf(address),
  }).toString();

const eventOf = (chance: Chance, user: string): object => {
  const ts = `17${numberOf(chance)}00.${numberOf(chance)}`;
  const type = pick(chance, [
    'app_mention',
    'message',
    'message',
    'app_home_opened',
    'tokens_revoked',
    'no_such_event',
  ]);
  return {
    type,
    user,
    channel: type === 'app_mention' ? `C0${below(chance, 20)}X` : `D0${user}`,
    channel_type: type === 'app_mention' ? 'channel' : 'im',
    text: `<@U0BOT> ${textOf(chance, user)}`,
    ts,
    ...(chance() < 0.1 && { subtype: pick(chance, ['message_changed', 'bot_message', 'channel_join']) }),
    ...(chance() < 0.05 && { bot_id: 'B0OTHER' }),
    ...(type === 'app_home_opened' && { tab: pick(chance, ['home', 'messages', 'other']) }),
    ...(type === 'tokens_revoked' && { tokens: { oauth: [user] } }),
  };
};

const envelopeOf = (chance: Chance, user: string): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: chance() < 0.97 ? 'T0PLAIN' : 'T0ELSEWHERE',
    event_id: `Ev${numberOf(chance)}${numberOf(chance)}`,
    event: eventOf(chance, user),
  });

const clickOf = (chance: Chance, slack: PlainSlack, user: string, address: string): string => {
  const action = {
    type: 'button',
    action_id: pick(chance, ['suggest:1', 'suggest:2', 'feedback:up', 'suggest:', '']),
    block_id: 'suggestions',
    value: pick(chance, values(user)),
    action_ts: `1700000000.${numberOf(chance)}`,
  };
  const payload = {
    type: 'block_actions',
    user: { id: user },
    team: { id: chance() < 0.97 ? 'T0PLAIN' : 'T0ELSEWHERE' },
    trigger_id: `t${numberOf(chance)}.${address}`,
    response_url: slack.addressOf(address),
    container: {
      type: 'message',
      channel_id: `D0${user}`,
      message_ts: `1700000000.${numberOf(chance)}`,
      is_ephemeral: chance() < 0.5,
    },
    actions: [action],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
};

const viewOf = (chance: Chance, user: string): string =>
  new URLSearchParams({
    payload: JSON.stringify({
      type: pick(chance, [
        'view_submission',
        'view_closed',
        'block_suggestion',
        'shortcut',
        'message_action',
      ]),
      user: { id: user },
      team: { id: 'T0PLAIN' },
      trigger_id: `t${numberOf(chance)}`,
      callback_id: textOf(chance, user),
      view: {
        id: 'V1',
        callback_id: 'x',
        private_metadata: pick(chance, values(user)),
        state: { values: {} },
      },
    }),
  }).toString();

/** A good body with a part of it gone, doubled or turned into something else. */
const brokenOf = (chance: Chance, body: string): string => {
  const at = below(chance, body.length);
  const kind = below(chance, 5);
  if (kind === 0) return body.slice(0, at);
  if (kind === 1) return body.slice(at);
  if (kind === 2) return `${body}${body}`;
  if (kind === 3) return body.replaceAll('"', '%');
  return pick(chance, [
    '',
    '{}',
    '[]',
    'null',
    '"x"',
    '0',
    'payload=',
    'payload=null',
    'payload=%7B',
    'ssl_check=1',
  ]);
};

const types = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  `${json}; charset=utf-8`,
  '',
] as const;

/** The `at`th payload: valid, broken or hostile, from one of forty people. */
export const payloadAt = (chance: Chance, slack: PlainSlack, at: number): Payload => {
  // All of one length: an id that was cut off is nobody’s.
  const user = `U0P${10 + below(chance, people)}`;
  const address = `${user}-${at}`;
  const kind = pick(chance, ['command', 'command', 'event', 'event', 'action', 'view'] as const);
  const bodies = {
    command: () => commandOf(chance, slack, user, address),
    event: () => envelopeOf(chance, user),
    action: () => clickOf(chance, slack, user, address),
    view: () => viewOf(chance, user),
  };
  const body = bodies[kind]();
  const isBroken = chance() < 0.15;
  const isSigned = chance() < 0.97;
  return {
    kind: isBroken ? 'broken' : kind,
    body: isBroken ? brokenOf(chance, body) : body,
    type: chance() < 0.05 ? pick(chance, types) : kind === 'event' ? json : form,
    user,
    address,
    skewMs: chance() < 0.05 ? pick(chance, [-360_000, 360_000, 3_600_000, -86_400_000]) : 0,
    isSigned,
  };
};

import { below, pick } from '../../fixtures/chance.ts';
import type { PlainSlack } from '../../harness/plain-slack.ts';
import {
  commandOf,
  eventOf,
  type Made,
  pressOf,
  type Sender,
  searchOf,
  shortcutOf,
  submissionOf,
} from './bodies.ts';
import { crowd, inWordsOf, userOf } from './people.ts';
import type { Seen } from './seen.ts';
import type { Chance } from './texts.ts';

/** A request as somebody might send it to the bot's address. */
export interface Payload extends Pick<Made, 'sendsOn'> {
  /** The way in that it is for, as `names` has it; `broken` where it was broken. */
  readonly name: string;
  readonly body: string;
  readonly type: string;
  /** Who is behind it. A word that only this person typed stands in it. */
  readonly user: string;
  /** Milliseconds by which its stamp is off; signed all the same. */
  readonly skewMs: number;
  readonly isSigned: boolean;
}

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

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

const makers: readonly [(sender: Sender) => Made, ...((sender: Sender) => Made)[]] = [
  commandOf,
  commandOf,
  eventOf,
  eventOf,
  pressOf,
  pressOf,
  pressOf,
  submissionOf,
  submissionOf,
  shortcutOf,
  searchOf,
];

/** The `at`th payload: valid, broken or hostile, from one of forty people. */
export const payloadAt = (chance: Chance, slack: PlainSlack, seen: Seen, at: number): Payload => {
  const user = userOf(below(chance, crowd.people));
  const make = pick(chance, makers);
  const made = make({ chance, slack, seen, user, address: `${user}-${at}` });
  const body = inWordsOf(user, made.body);
  const isBroken = chance() < 0.12;
  return {
    ...(made.sendsOn && { sendsOn: made.sendsOn }),
    name: isBroken ? 'broken' : made.name,
    body: isBroken ? brokenOf(chance, body) : body,
    type: chance() < 0.05 ? pick(chance, types) : make === eventOf ? json : form,
    user,
    skewMs: chance() < 0.05 ? pick(chance, [-360_000, 360_000, 3_600_000, -86_400_000]) : 0,
    isSigned: chance() < 0.97,
  };
};

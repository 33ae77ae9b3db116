import { createHash } from 'node:crypto';

/** A key that one delivery of a message, click or command takes, so that no other one answers as well. */
export interface Claim {
  readonly key: string;
  readonly expiresInMs: number;
}

/** Longer than Slack delivers anything again, its delayed events included. */
const day = 24 * 60 * 60 * 1000;

/** Claims are compared and never read, so that no channel, message or person can be read from them. */
const claimOn = (team: string, what: readonly string[], expiresInMs = day): Claim => {
  const digest = createHash('sha256').update(JSON.stringify(what)).digest('base64url');
  return { key: `claim/${team}/${digest}`, expiresInMs };
};

/** A mention arrives as two events with two ids, a redelivery with the same id, a client's re-send with a new ts. */
export const messageClaims = (message: {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly eventId: string | undefined;
  readonly clientMessageId: string | undefined;
}): Claim[] => {
  const { team, channel, ts, eventId, clientMessageId } = message;
  return [
    claimOn(team, ['message', channel, ts]),
    ...(eventId ? [claimOn(team, ['event', eventId])] : []),
    ...(clientMessageId ? [claimOn(team, ['client-message', channel, clientMessageId])] : []),
  ];
};

/** What Slack gives a command or click of its own. */
export interface Press {
  readonly team: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** Typing the same command twice is two questions; only the same delivery is one. */
export const commandClaims = ({ team, triggerId, responseUrl }: Press): Claim[] => [
  claimOn(team, ['press', triggerId, responseUrl]),
];

/** Somebody is greeted once a day at most; whether ever before, their conversation with us tells. */
export const greetingClaims = (team: string, user: string): Claim[] => [claimOn(team, ['greeting', user])];

/** A modal is sent once as it stands; sent again after a change it has another hash. */
export const submissionClaims = (
  team: string,
  view: { readonly id: string; readonly hash: string },
): Claim[] => [claimOn(team, ['submission', view.id, view.hash])];

/** Each click of a double click has its own trigger, so that the button counts once in three seconds as well. */
export const clickClaims = (
  click: Press & { readonly user: string; readonly messageTs: string; readonly actionId: string },
): Claim[] => [
  ...commandClaims(click),
  claimOn(click.team, ['click', click.user, click.messageTs, click.actionId], 3000),
];

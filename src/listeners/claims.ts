import type { Parts } from './parts.ts';

/** A key that one delivery of a message, click or command takes, so that no other one answers as well. */
export interface Claim {
  readonly key: string;
  readonly expiresInMs: number;
}

const day = 24 * 60 * 60 * 1000;

/** A mention arrives as two events with two ids, a redelivery with the same id, a client's re-send with a new ts. */
export const messageClaims = (message: {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly eventId: string | undefined;
  readonly clientMessageId: string | undefined;
}): Claim[] => {
  const { team, channel, ts, eventId, clientMessageId } = message;
  const keys = [
    eventId && `claim/event/${eventId}`,
    `claim/message/${team}/${channel}/${ts}`,
    clientMessageId && `claim/client-message/${team}/${channel}/${clientMessageId}`,
  ];
  return keys.flatMap((key) => (key ? [{ key, expiresInMs: day }] : []));
};

/** Typing the same command twice is two questions; only the same delivery is one. */
export const commandClaims = (triggerId: string): Claim[] => [
  { key: `claim/trigger/${triggerId}`, expiresInMs: day },
];

/** Each click of a double click has its own trigger, so that the button counts once in three seconds as well. */
export const clickClaims = (click: {
  readonly triggerId: string;
  readonly user: string;
  readonly messageTs: string;
  readonly actionId: string;
}): Claim[] => [
  ...commandClaims(click.triggerId),
  { key: `claim/click/${click.user}/${click.messageTs}/${click.actionId}`, expiresInMs: 3000 },
];

/** Whether this delivery is the one to answer. A store that fails does not keep anyone from an answer. */
export const isFirst = async ({ store, log }: Parts, claims: readonly Claim[]): Promise<boolean> => {
  try {
    for (const { key, expiresInMs } of claims) if (!(await store.claim(key, { expiresInMs }))) return false;
  } catch (err) {
    log.error({ err }, 'the store did not take a claim; answering without one');
  }
  return true;
};

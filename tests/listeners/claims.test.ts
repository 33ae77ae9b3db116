import { expect, it } from 'vitest';
import { clickClaims, commandClaims, messageClaims } from '../../src/listeners/claims.ts';

const day = 86_400_000;

it('claims a message by its event, by its place and by what its client calls it', () => {
  const message = { team: 'T1', channel: 'C1', ts: '1.2', eventId: 'Ev1', clientMessageId: 'c-1' };
  expect(messageClaims(message)).toEqual([
    { key: 'claim/event/Ev1', expiresInMs: day },
    { key: 'claim/message/T1/C1/1.2', expiresInMs: day },
    { key: 'claim/client-message/T1/C1/c-1', expiresInMs: day },
  ]);
});

it('claims a message by its place alone when nothing else is known', () => {
  const message = { team: 'T1', channel: 'C1', ts: '1.2', eventId: undefined, clientMessageId: undefined };
  expect(messageClaims(message)).toEqual([{ key: 'claim/message/T1/C1/1.2', expiresInMs: day }]);
});

it('claims a command by its trigger, and a click by its trigger for a day and by its button for three seconds', () => {
  expect(commandClaims('t1')).toEqual([{ key: 'claim/trigger/t1', expiresInMs: day }]);
  expect(clickClaims({ triggerId: 't1', user: 'U1', messageTs: '1.2', actionId: 'suggest:1' })).toEqual([
    { key: 'claim/trigger/t1', expiresInMs: day },
    { key: 'claim/click/U1/1.2/suggest:1', expiresInMs: 3000 },
  ]);
});

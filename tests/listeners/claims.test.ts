import { expect, it } from 'vitest';
import { clickClaims, commandClaims, messageClaims } from '../../src/listeners/claims.ts';

const day = 86_400_000;
const keysOf = (claims: readonly { readonly key: string }[]): string[] => claims.map(({ key }) => key);
const message = { team: 'T1', channel: 'C1', ts: '1.2', eventId: 'Ev1', clientMessageId: 'c-1' };

const click = {
  team: 'T1',
  triggerId: 't1',
  responseUrl: 'https://r/1',
  user: 'U1',
  messageTs: '1.2',
  actionId: 'suggest:1',
};

it('claims a message for a day by its place, by its event and by what its client calls it', () => {
  const claims = messageClaims(message);
  expect(claims.map(({ expiresInMs }) => expiresInMs)).toEqual([day, day, day]);
  expect(new Set(keysOf(claims)).size).toBe(3);
  const [place, event, client] = keysOf(claims);
  expect(keysOf(messageClaims({ ...message, eventId: 'Ev2' }))).toEqual([
    place,
    expect.not.stringMatching(event!),
    client,
  ]);
  expect(keysOf(messageClaims({ ...message, ts: '9.9' }))).toEqual([
    expect.not.stringMatching(place!),
    event,
    client,
  ]);
  expect(keysOf(messageClaims({ ...message, eventId: undefined, clientMessageId: undefined }))).toEqual([
    place,
  ]);
});

it('keeps the messages of two workspaces, channels and clients apart', () => {
  const others = [{ team: 'T2' }, { channel: 'C2' }, { ts: '1.3', eventId: 'Ev2', clientMessageId: 'c-2' }];
  const keys = [{}, ...others].map((other) => keysOf(messageClaims({ ...message, ...other }))[0]);
  expect(new Set(keys).size).toBe(4);
});

it('claims a command by its trigger, and a click by its trigger for a day and by its button for three seconds', () => {
  const [trigger] = commandClaims(click);
  expect(clickClaims(click)).toEqual([trigger, { key: expect.any(String), expiresInMs: 3000 }]);
  const again = clickClaims({ ...click, triggerId: 't2' });
  expect(again[0]).not.toEqual(trigger);
  expect(again[1]).toEqual(clickClaims(click)[1]);
});

it('shows nobody in a claim', () => {
  for (const key of keysOf([...messageClaims(message), ...clickClaims(click)]))
    expect(key).toMatch(/^claim\/T1\/[\w-]{43}$/);
});

import { expect, it } from 'vitest';
import { applyTo, objectionTo, type Request, requestSchema, withoutOwner } from '../../src/desk/request.ts';

const at = Date.UTC(2026, 10, 22);
const open: Request = requestSchema.parse({
  id: 'r',
  text: 'Did Kaiser pay severance?',
  asker: 'U0DANA',
  asked: at,
  channel: 'C0SOURCING',
  owners: 'C0TRANSITION',
  isForLibrary: false,
  told: [],
  isHeard: false,
});
const resolve = (by: string) =>
  ({ type: 'resolve', by, at, text: 'Yes, two weeks.', isForLibrary: true }) as const;

it('a request is taken by one, given back by them, and answered once', () => {
  const taken = applyTo(open, { type: 'take', by: 'U0LUIS', at });
  expect(taken.taken).toEqual({ by: 'U0LUIS', at });
  expect(objectionTo(taken, { type: 'take', by: 'U0EVE', at })).toBe('taken');
  expect(objectionTo(taken, { type: 'give-back', by: 'U0EVE', at })).toBe('taken');
  expect(applyTo(taken, { type: 'take', by: 'U0LUIS', at: at + 1 })).toEqual(taken);
  expect(applyTo(taken, { type: 'give-back', by: 'U0LUIS', at })).toEqual(open);
  const resolved = applyTo(taken, resolve('U0EVE'));
  expect(resolved).toMatchObject({
    taken: { by: 'U0LUIS' },
    resolved: { by: 'U0EVE', text: 'Yes, two weeks.' },
  });
  expect(objectionTo(resolved, resolve('U0LUIS'))).toBe('resolved');
  expect(applyTo(resolved, { ...resolve('U0EVE'), text: 'again' })).toEqual(resolved);
  expect(applyTo(resolved, { type: 'take', by: 'U0EVE', at })).toEqual(resolved);
});

it('what was marked for the library is closed, and stays answered', () => {
  const resolved = applyTo(open, resolve('U0LUIS'));
  expect(resolved.isForLibrary).toBe(true);
  expect(applyTo(resolved, { type: 'shelve' })).toEqual({ ...resolved, isForLibrary: false });
});

it('whoever dealt with it can be forgotten', () => {
  const resolved = applyTo(applyTo(open, { type: 'take', by: 'U0LUIS', at }), resolve('U0LUIS'));
  expect(JSON.stringify(withoutOwner(resolved, 'U0LUIS'))).not.toContain('U0LUIS');
  expect(requestSchema.parse(withoutOwner(resolved, 'U0LUIS')).resolved?.text).toBe('Yes, two weeks.');
});

import { expect, it } from 'vitest';
import { change, defaults, ownersOf, settingsSchema, withoutPerson } from '../../src/settings/record.ts';

it('what a channel chose counts before what is configured; nobody is a choice', () => {
  const by = { by: 'U0DANA', at: 1 };
  const chosen = change({
    answers: 'private',
    feedback: false,
    assignments: true,
    owners: 'C0TRANSITION',
    ...by,
  });
  expect(settingsSchema.parse(chosen)).toEqual(chosen);
  expect(ownersOf(chosen, 'S0LIBRARY')).toBe('C0TRANSITION');
  expect(ownersOf(change({ ...defaults, owners: null, ...by }), 'S0LIBRARY')).toBeUndefined();
  expect(ownersOf(change({ ...defaults, owners: undefined, ...by }), 'S0LIBRARY')).toBe('S0LIBRARY');
  expect(ownersOf(defaults, undefined)).toBeUndefined();
  expect(withoutPerson(chosen, 'U0DANA').changed).toEqual({ at: 1 });
  expect(withoutPerson(chosen, 'U0LUIS')).toBe(chosen);
});

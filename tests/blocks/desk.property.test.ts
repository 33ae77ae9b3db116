import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMessage, checkView } from '../../src/blocks/checker.ts';
import { gapsMessage, pageSize } from '../../src/blocks/desk/gaps.ts';
import {
  answerModal,
  heardMessage,
  requestMessage,
  withdrawnMessage,
} from '../../src/blocks/desk/request.ts';
import { isRecord, places } from '../../src/blocks/problem.ts';
import { settingsMessage, settingsModal } from '../../src/blocks/settings.ts';
import { type Gap, groupGaps, mostText } from '../../src/desk/gap.ts';
import { limits, type Request } from '../../src/desk/request.ts';

const nasty = fc.constantFrom(
  '<!channel>',
  '<@U0LUIS>',
  '<https://evil.example|our intranet>',
  '*bold* `code`',
  '\n> quoted',
  '&&&&&&&&',
  '🏥',
);
const typed = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 60 })), { maxLength: 30 })
    .map((parts) => `x${parts.join(' ')}`.slice(0, most));

const deed = fc.record({ by: fc.constantFrom('U0DANA', '<!here>'), at: fc.constant(0) });
const requests: fc.Arbitrary<Request> = fc.record(
  {
    id: fc.constant('abcdefghijklmnop'),
    text: typed(limits.text),
    asker: fc.constantFrom('U0DANA', 'U0LUIS'),
    asked: fc.constant(0),
    channel: fc.constantFrom('C0SOURCING', 'D0DANA'),
    owners: fc.constant('C0TRANSITION'),
    taken: deed,
    resolved: fc.record({ by: fc.constant('U0LUIS'), at: fc.constant(0), text: typed(limits.answer) }),
    isForLibrary: fc.boolean(),
    told: fc.constant([]),
    isHeard: fc.boolean(),
  },
  { requiredKeys: ['id', 'text', 'asker', 'asked', 'channel', 'owners', 'isForLibrary', 'told', 'isHeard'] },
);
const gaps: fc.Arbitrary<Gap> = fc.record(
  {
    text: typed(mostText),
    why: fc.constantFrom('not-stated', 'not-held', 'unclear', 'disliked'),
    remark: typed(mostText),
    day: fc.constant('2026-11-22'),
  },
  { requiredKeys: ['text', 'why', 'day'] },
);

/** No text that Slack reads as markup calls or links anybody but those whom we mean. */
const harmless = (payload: unknown): void => {
  const texts = [...places(payload)].flatMap(({ value }) =>
    isRecord(value) && value.type === 'mrkdwn' ? [String(value.text)] : [],
  );
  if (isRecord(payload) && typeof payload.text === 'string') texts.push(payload.text);
  for (const text of texts) {
    expect(text).not.toMatch(/<!|<https?:\/\/evil/);
    for (const [, id] of text.matchAll(/<@([^>]*)>/g)) expect(id).toMatch(/^U0(?:DANA|LUIS)$/);
  }
};

it('a question for people is within the limits of Slack, and notifies nobody when it is new', () => {
  fc.assert(
    fc.property(requests, typed(400), (request, name) => {
      const named = requestMessage(request, { isNamed: true });
      expect(checkMessage(named, { allowMentions: true })).toEqual([]);
      const fresh = [
        requestMessage(request, { isNamed: false }),
        withdrawnMessage(request),
        heardMessage(request, name.slice(0, 80)),
      ];
      for (const message of fresh) expect(checkMessage(message)).toEqual([]);
      for (const message of [named, ...fresh]) harmless(message);
      expect(checkView(answerModal(request))).toEqual([]);
    }),
    { numRuns: 100, seed: 7 },
  );
});

it('so is every page of what the library lacks', () => {
  fc.assert(
    fc.property(fc.array(gaps, { maxLength: 60 }), fc.array(requests, { maxLength: 8 }), (all, answered) => {
      const groups = groupGaps(all);
      const readAs = new Map(groups.map(({ id }) => [id, '<!channel> · '.repeat(30)]));
      for (let page = 0; page <= groups.length / pageSize; page += 1) {
        const list = gapsMessage({ groups, readAs, answered, page });
        expect(checkMessage(list)).toEqual([]);
        harmless(list);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

it('so are the settings, whatever a channel chose', () => {
  for (const owners of [undefined, null, 'C0TRANSITION', 'S0LIBRARY'])
    for (const answers of ['thread', 'private'] as const) {
      const settings = {
        answers,
        feedback: true,
        assignments: true,
        changed: { by: 'U0DANA', at: 0 },
        ...(owners !== undefined && { owners }),
      };
      expect(checkMessage(settingsMessage(settings, owners ?? undefined, 'C0SOURCING'))).toEqual([]);
      for (const whom of ['usual', 'channel', 'group', 'nobody'] as const)
        for (const usual of [undefined, 'C0TRANSITION', 'S0LIBRARY']) {
          const window = settingsModal(settings, { channel: 'C0SOURCING', usual, whom });
          expect(checkView(window, { allowMentions: true })).toEqual([]);
        }
    }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../src/blocks/answer.ts';
import { feedbackView } from '../../src/blocks/feedback-view.ts';
import { shareView } from '../../src/blocks/share-view.ts';
import { sharedMessages } from '../../src/blocks/shared-copy.ts';
import { sourceView } from '../../src/blocks/source-view.ts';
import { answerOf, expectTame, hostile, reading, runs, strings } from './tame.ts';

describe('whatever a text holds, under an answer and in its windows', () => {
  const url = 'https://news.example/a?b=1&c=2';

  it('the menu of other readings and the buttons ping and link nobody', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const others = (['question', 'deal', 'attribute'] as const).map((changes) => ({
          changes,
          label: text,
          reading,
        }));
        const foot = {
          reading,
          others,
          share: 'thread',
          thread: '1700000000.000100',
          comparable: true,
        } as const;
        expectTame(answerMessages(answerOf(text, url), foot), [url]);
      }),
      runs,
    );
  });

  it('a shared copy names whoever shared it once, and nobody else', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('U0DANA', '<!channel>', 'U0DANA> <!here', 'u0dana'),
        (text, by) => {
          const messages = sharedMessages(answerOf(text, url), reading, { by, share: 'id' });
          expectTame(messages, [url]);
          const named = strings(messages).filter(
            ({ value, pointer }) => value.includes('<@') && !pointer.endsWith('/value'),
          );
          expect(named.map(({ value }) => value)).toEqual(by === 'U0DANA' ? ['Shared by <@U0DANA>'] : []);
        },
      ),
      runs,
    );
  });

  it('a source, the question of a thumb and the window to share from are words alone', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = {
          citation: { article: 'a', title: text, publisher: text, published: text, url, remark: text },
          kind: text,
          author: text,
          headings: [{ title: text, facts: [{ sentence: text, isCited: true }], left: text }],
        };
        expectTame(sourceView({ sources: [source, source], at: 0, reading: 'r' }), [url]);
        expectTame(feedbackView({ answer: 'a', reading: 'r' }, text));
        expectTame(shareView(answerOf(text, url), { reading: 'r' }));
      }),
      runs,
    );
  });
});

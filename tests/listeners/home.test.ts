import { expect, it } from 'vitest';
import { checkView } from '../../src/blocks/checker.ts';
import { homeView } from '../../src/listeners/home.ts';

it('shows each example as it is typed, with what comes of it', () => {
  const { blocks } = homeView([{ text: 'compare a vs b', about: 'two deals side by side' }]);
  expect(blocks.at(-1)).toEqual({
    type: 'section',
    text: { type: 'mrkdwn', verbatim: true, text: '`/outsourcing compare a vs b`\ntwo deals side by side' },
  });
});

it('passes the checker whatever the examples are', () => {
  const hostile = { text: '`<!channel>` '.repeat(200), about: '<@U123> & *x* '.repeat(200) };
  expect(checkView(homeView(Array.from({ length: 90 }, () => hostile)))).toEqual([]);
  expect(checkView(homeView([]))).toEqual([]);
});

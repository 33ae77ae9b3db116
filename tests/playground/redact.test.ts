import { expect, test } from 'vitest';
import { redacted } from '../../src/playground/redact.ts';

test('tokens go, wherever they stand', () => {
  expect(
    redacted({ token: 'verification-token', text: 'my xoxb-12-ab and xapp-1-A', list: ['xoxp-9'] }),
  ).toEqual({
    token: '[hidden]',
    text: 'my [hidden] and [hidden]',
    list: ['[hidden]'],
  });
});

test('what makes an address a right goes, the rest of it stays', () => {
  expect(
    redacted({
      response_url: 'http://127.0.0.1:1/respond/reply-0001',
      upload_url: 'http://127.0.0.1:1/upload/F0001',
      url: 'ws://127.0.0.1:1/socket?ticket=ticket0001',
      article: 'https://example.com/uploads/of/an-article',
    }),
  ).toEqual({
    response_url: 'http://127.0.0.1:1/respond/[hidden]',
    upload_url: 'http://127.0.0.1:1/upload/[hidden]',
    url: 'ws://127.0.0.1:1/socket?ticket=[hidden]',
    article: 'https://example.com/uploads/of/an-article',
  });
});

test('lists that a form carries as text are shown as lists, their secrets hidden too', () => {
  expect(redacted({ blocks: '[{"type":"divider","token":"x"}]', text: '{not JSON' })).toEqual({
    blocks: [{ type: 'divider', token: '[hidden]' }],
    text: '{not JSON',
  });
});

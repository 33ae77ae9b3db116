import { LogLevel } from '@slack/bolt';
import { expect, it } from 'vitest';
import { slackLogger } from '../../src/app/slack-logger.ts';
import { createLog } from '../../src/log.ts';

it("writes what Slack's libraries say as our own lines, errors with their stack, tokens hidden", () => {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const logger = slackLogger(createLog({ level: 'info', secrets: [], destination }));
  logger.debug('every word of every payload');
  logger.warn('token', 'xoxb-1', 7);
  logger.error(new Error('away'));
  const from = { time: expect.any(String), from: 'slack-sdk' };
  expect(lines).toEqual([
    { ...from, level: 'warn', msg: 'token [redacted] 7' },
    {
      ...from,
      level: 'error',
      msg: 'away',
      err: { type: 'Error', message: 'away', stack: expect.any(String) },
    },
  ]);
});

it('keeps its level when Bolt sets another', () => {
  const logger = slackLogger(createLog({ level: 'warn', secrets: [], destination: { write: () => {} } }));
  logger.setLevel(LogLevel.DEBUG);
  expect(logger.getLevel()).toBe(LogLevel.WARN);
  expect(slackLogger(createLog({ level: 'silent', secrets: [] })).getLevel()).toBe(LogLevel.ERROR);
});

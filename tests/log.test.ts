import { describe, expect, it } from 'vitest';
import { createLog, redact } from '../src/log.ts';

const logged = (
  write: (log: ReturnType<typeof createLog>) => void,
  level = 'info',
): Record<string, unknown>[] => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  write(createLog({ level, secrets: ['5ecret"quoted', ''], destination }));
  return lines.map((line) => JSON.parse(line));
};

describe('redact', () => {
  it.each([
    ['token xoxb-12-ab_cd.e, then', 'token [redacted], then'],
    ['xoxe.xoxp-1-abc', '[redacted]'],
    ['xapp-1-A0-9-ff', '[redacted]'],
    ['wss://h/link/?ticket=abc-1&app_id=2', 'wss://h/link/?ticket=[redacted]&app_id=2'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer [redacted]'],
    ['postgres://bot:hunter2@db/x', 'postgres://bot:[redacted]@db/x'],
    ['https://hooks.slack.com/commands/T1/2/abc', 'https://hooks.slack.com/commands/[redacted]'],
    ['/app/src/listeners/reply.ts:12:3', '/app/src/listeners/reply.ts:12:3'],
    ['no secret here', 'no secret here'],
  ])('writes %s as %s', (text, safe) => {
    expect(redact(text)).toBe(safe);
  });
});

describe('createLog', () => {
  it('writes JSON lines with a level by name', () => {
    const [line] = logged((log) => log.info({ intent: 'help', ms: 2 }, 'answered'));
    expect(line).toEqual({ level: 'info', time: expect.any(String), intent: 'help', ms: 2, msg: 'answered' });
  });

  it('hides secrets in messages, fields, errors and causes', () => {
    const cause = new Error('because of xoxb-deep');
    const lines = logged((log) => {
      log.info({ token: 'xoxb-1', nested: { secret: '5ecret"quoted' } }, 'sent 5ecret"quoted');
      log.error({ err: new Error('refused xapp-1-2', { cause }) }, 'failed');
    });
    expect(JSON.stringify(lines)).not.toMatch(/xox|xapp|5ecret/);
    expect(lines[0]).toMatchObject({
      token: '[redacted]',
      nested: { secret: '[redacted]' },
      msg: 'sent [redacted]',
    });
    expect(lines[1]).toMatchObject({
      err: { message: 'refused [redacted]', cause: { message: 'because of [redacted]' } },
    });
  });

  it.each(['', 'a', 'ab', 'user:'])('hides a secret in the base64 of “%s” and it', (before) => {
    const secret = 'fe3+/9c0ffee"b0b=1';
    const lines: string[] = [];
    const log = createLog({
      level: 'info',
      secrets: [secret],
      destination: { write: (line) => void lines.push(line) },
    });
    for (const kind of ['base64', 'base64url'] as const)
      log.info(`Basic ${Buffer.from(`${before}${secret}, and more`).toString(kind)}`);
    for (const line of lines) {
      expect(line).toContain('[redacted]');
      const left = line.replace(/.*Basic /, '').replace('[redacted]', '');
      expect(Buffer.from(left, 'base64').toString()).not.toContain('c0ffee');
    }
  });

  it('leaves what an error carries beside its message out of the log', () => {
    const error = Object.assign(new Error('no'), { code: 'E1', data: { text: 'what the person typed' } });
    const [line] = logged((log) => log.error({ err: error }));
    expect(line?.err).toEqual({ type: 'Error', message: 'no', code: 'E1', stack: expect.any(String) });
  });

  it('keeps quiet below its level', () => {
    expect(logged((log) => log.info('x'), 'warn')).toEqual([]);
  });
});

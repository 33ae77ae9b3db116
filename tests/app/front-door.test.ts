import { describe, expect, it, onTestFinished } from 'vitest';
import { holdsObject, objectionTo } from '../../src/app/front-door.ts';
import { signature } from '../../src/playground/workspace/signing.ts';
import { makeSlack } from '../fixtures/make-slack.ts';

const nowMs = 1_700_000_000_000;
const stamped = (seconds: number | string, type = 'application/json') =>
  objectionTo(
    {
      headers: {
        'content-type': type,
        'x-slack-signature': 'v0=0',
        'x-slack-request-timestamp': String(seconds),
      },
    },
    nowMs,
  );

describe('the front door', () => {
  it('lets in what is at most five minutes ahead', () => {
    expect([0, 299, 300].map((ahead) => stamped(nowMs / 1000 + ahead))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([301, 3_600, 10 ** 9].map((ahead) => stamped(nowMs / 1000 + ahead))).toEqual([401, 401, 401]);
  });

  it.each(['soon', '', '-1', '1e9', 'NaN', '9'.repeat(20)])('refuses the stamp "%s"', (stamp) => {
    expect(stamped(stamp)).toBe(401);
  });

  it('knows two types, whatever a proxy adds to them', () => {
    const stamp = nowMs / 1000;
    expect(stamped(stamp, 'application/x-www-form-urlencoded; charset=utf-8')).toBeUndefined();
    expect(stamped(stamp, 'Application/JSON;charset=UTF-8')).toBeUndefined();
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', ''])
      expect(stamped(stamp, type)).toBe(415);
  });

  it('sees whether a body holds an object', () => {
    const form = 'application/x-www-form-urlencoded';
    expect(holdsObject(' {"a":1}', 'application/json')).toBe(true);
    for (const body of ['null', '[]', '"x"', '0', ''])
      expect(holdsObject(body, 'application/json')).toBe(false);
    expect(holdsObject('command=%2Foutsourcing', form)).toBe(true);
    expect(holdsObject('payload=%7B%7D', form)).toBe(true);
    for (const body of ['payload=null', 'payload=', 'payload=%5B%5D'])
      expect(holdsObject(body, form)).toBe(false);
  });
});

describe('signed requests', () => {
  const open = async () => {
    const { app } = await makeSlack();
    const { port } = await app.start();
    onTestFinished(() => app.stop());
    return async (body: string, options: { readonly type?: string; readonly ahead?: number } = {}) => {
      const stamp = Math.floor(Date.now() / 1000) + (options.ahead ?? 0);
      const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': options.type ?? 'application/json',
          'x-slack-request-timestamp': String(stamp),
          'x-slack-signature': signature('pretend-secret', stamp, body),
        },
      });
      return response.status;
    };
  };

  it('are refused when they are old, of the future, too large, or hold nothing', async () => {
    const post = await open();
    const challenge = '{"type":"url_verification","challenge":"x"}';
    expect(await post(challenge)).toBe(200);
    expect(await post(challenge, { type: 'application/json; charset=utf-8' })).toBe(200);
    expect(await post(challenge, { ahead: -360 })).toBe(401);
    expect(await post(challenge, { ahead: 3_600 })).toBe(401);
    expect(await post(challenge, { type: 'text/plain' })).toBe(415);
    expect(await post('null')).toBe(400);
    expect(await post('payload=null', { type: 'application/x-www-form-urlencoded' })).toBe(400);
    expect(await post(`{"type":"${'x'.repeat(1_100_000)}"}`)).toBe(413);
  });

  it('that no listener is there for are acknowledged at once', async () => {
    const post = await open();
    const submission = { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T0PRECEDENT' }, view: {} };
    const body = new URLSearchParams({ payload: JSON.stringify(submission) }).toString();
    const began = performance.now();
    expect(await post(body, { type: 'application/x-www-form-urlencoded' })).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_500);
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { isAtHome, notInstalled } from '../../src/listeners/at-home.ts';
import { isSlackAddress } from '../../src/listeners/respond.ts';
import { makeSlack } from '../fixtures/make-slack.ts';
import { commandBody, createPoster } from '../harness/asker-of-commands.ts';
import { openPlainSlack } from '../harness/plain-slack.ts';

const one = { team: 'T1', enterprise: undefined, isOrgWide: false };
const orgWide = { team: 'E1', enterprise: 'E1', isOrgWide: true };
const at = (home: typeof one | typeof orgWide, body: unknown): boolean =>
  isAtHome({ home: () => home }, body);

describe('a request is for our installation', () => {
  it('when it names our workspace, however it says so', () => {
    expect(at(one, { team_id: 'T1' })).toBe(true);
    expect(at(one, { team: { id: 'T1' } })).toBe(true);
    expect(at(one, { team_id: 'T9', authorizations: [{ team_id: 'T1' }] })).toBe(true);
    expect(at(orgWide, { team: null, enterprise: { id: 'E1' } })).toBe(true);
    expect(at(orgWide, { team_id: 'T7', enterprise_id: 'E1' })).toBe(true);
  });

  it('and not when it names another', () => {
    expect(at(one, { team_id: 'T2' })).toBe(false);
    expect(at(one, { team: { id: 'T2' } })).toBe(false);
    expect(at(one, { team_id: 'T1', authorizations: [{ team_id: 'T2' }] })).toBe(false);
    expect(at(orgWide, { team_id: 'T7', enterprise_id: 'E2' })).toBe(false);
    expect(at(one, { team_id: 7 })).toBe(false);
  });
});

it('answers go to addresses of Slack alone', () => {
  const slack = 'https://slack.com/api/';
  expect(isSlackAddress('https://hooks.slack.com/commands/T1/1/x', slack)).toBe(true);
  for (const url of [
    'http://hooks.slack.com/commands/T1/1/x',
    'https://hooks.slack.com.evil.example/x',
    'https://evil.example/hooks.slack.com',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:80/',
    'file:///etc/passwd',
    'nonsense',
  ])
    expect(isSlackAddress(url, slack)).toBe(false);
  expect(isSlackAddress('http://127.0.0.1:4000/respond/1', 'http://127.0.0.1:3000/api/')).toBe(true);
});

it('a command of another workspace is told so, and not answered with our token', async () => {
  const sent: unknown[] = [];
  const slack = await openPlainSlack(({ method, body }) => method === 'response_url' && sent.push(body.text));
  onTestFinished(() => slack.close());
  const { app } = await makeSlack({ config: { apiUrl: slack.apiUrl } });
  const { port } = await app.start();
  const poster = createPoster(`http://127.0.0.1:${port}/slack/events`);
  const body = commandBody(slack, { name: 'a', text: 'Optum' });
  expect(await poster.post(body.replace('T0PLAIN', 'T0ELSEWHERE'))).toBe(200);
  await expect.poll(() => sent).toEqual([notInstalled]);
  expect(await poster.post(body)).toBe(200);
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toMatch(/^You asked Optum\./);
  await poster.close();
  await app.stop();
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerMessages } from '../../src/blocks/answer.ts';
import { leaseMs } from '../../src/listeners/hold.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { makeSlack, openSlack, type Slack, type SlackOptions, ways } from '../fixtures/make-slack.ts';

const answersIn = ({ workspace }: Slack, channel: string): string[] =>
  workspace
    .messages(channel, { as: 'dana' })
    .filter(({ user }) => user === 'U0PRECEDENT')
    .map(({ text }) => text.split('\n')[0] ?? '');

const heldIn = async (store: Store): Promise<number> => (await store.list('held/')).entries.length;

/** When a process dies: while it reads the conversation, or in its third transaction, which notes that it has answered. */
type Moment = 'beforeAnswering' | 'afterAnswering';

/** The store as a process sees it that dies then: nothing it does after that is kept. */
const dyingAt = (store: Store, moment: Moment): Store => {
  let count = 0;
  let end = (): void => {};
  const never = new Promise<never>((_, reject) => {
    end = () => reject(new Error('the process is gone'));
  });
  never.catch(() => {});
  onTestFinished(() => end());
  return {
    ...store,
    get: (key) => (moment === 'beforeAnswering' ? never : store.get(key)),
    update: (keys, change) => {
      count += 1;
      return count < 3 ? store.update(keys, change) : never;
    },
  };
};

/** A replica that dies at some point, and one beside it that lives, with one store. */
const twoReplicas = async (moment: Moment, options: Partial<SlackOptions> = {}) => {
  const clock = makeClock();
  const store = createMemoryStore({ now: clock.now });
  const shared = { ...options, clock: clock.now, drainWithinMs: 10 };
  const dying = await openSlack({ ...shared, store: dyingAt(store, moment) });
  const living = await makeSlack({ ...shared, store, beside: dying });
  await living.app.start();
  onTestFinished(() => living.app.stop());
  return { workspace: dying.workspace, living, store, clock };
};

/** A way to the Web API that hands the first calls of a method on and then breaks the connection instead of answering. */
const breakingAfter = async (apiUrl: string, method: string, times: number) => {
  let broken = 0;
  const proxy = createServer(async (request, response) => {
    const name = request.url?.split('/').at(-1)?.split('?')[0] ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${apiUrl}${name}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
    const text = await answer.text();
    if (name === method && broken < times) {
      broken += 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  return { apiUrl: `http://127.0.0.1:${port}/api/`, broken: () => broken };
};

/** Answers with more than one message can hold. */
const longWinded = makeAsker({
  ask: (utterance, turns) => {
    const { reading, answer } = makeAsker().ask(utterance, turns);
    const claims = Array.from({ length: 40 }, (_, at) => ({
      text: `${at + 1}. ${'A fact. '.repeat(240)}`,
      facts: ['a#1'],
      cites: ['a'],
    }));
    return { utterance, reading, answer: { ...answer, sections: [{ kind: 'claims', claims }] } };
  },
});

describe('a question that a process left unanswered', () => {
  it('is answered by another one when its lease is over, not before, and once', async () => {
    const { workspace, living, store, clock } = await twoReplicas('beforeAnswering');
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await expect.poll(() => heldIn(store)).toBe(1);
    clock.pass(leaseMs - 1);
    await living.app.sweep();
    expect(answersIn(living, '#it-sourcing')).toEqual([]);
    clock.pass(1);
    await Promise.all([living.app.sweep(), living.app.sweep()]);
    expect(answersIn(living, '#it-sourcing')).toEqual(['You asked Optum. [1]']);
    expect(workspace.messages('#it-sourcing', { as: 'luis' }).at(-1)?.threadTs).toBe(asked.ts);
    expect(await heldIn(store)).toBe(0);
    expect(living.lines.map(({ msg }) => msg)).toEqual([
      'took over a question that was left unanswered',
      'answered',
    ]);
  });

  it('is not answered again when its answer stands in the thread', async () => {
    const { workspace, living, store, clock } = await twoReplicas('afterAnswering');
    await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    expect(await heldIn(store)).toBe(1);
    clock.pass(leaseMs);
    await living.app.sweep();
    expect(answersIn(living, '#it-sourcing')).toEqual(['You asked Optum. [1]']);
    expect(await heldIn(store)).toBe(0);
  });

  it('is answered with the messages that are missing, and no other', async () => {
    const { workspace, living, clock } = await twoReplicas('afterAnswering', { asker: longWinded });
    await workspace.answer(await workspace.say('dana', '@outsourcing', 'everything'));
    const { length } = answerMessages(longWinded.ask('everything', []).answer);
    await expect.poll(() => answersIn(living, '@outsourcing').length).toBe(length);
    const whole = answersIn(living, '@outsourcing');
    const sent = workspace
      .messages('@outsourcing', { as: 'dana' })
      .filter(({ user }) => user === 'U0PRECEDENT');
    workspace.state.remove(sent.at(1)!);
    clock.pass(leaseMs);
    await living.app.sweep();
    const answers = answersIn(living, '@outsourcing');
    expect([...answers].sort()).toEqual([...whole].sort());
    expect(answers.at(-1)).toBe(whole[1]);
  });

  it('goes on with the same conversation, which then has it once', async () => {
    const { workspace, living, store, clock } = await twoReplicas('afterAnswering');
    const first = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await workspace.answer(first);
    for (const { ts } of workspace.state.messages.filter(({ user }) => user === 'U0PRECEDENT'))
      workspace.state.remove(workspace.state.message('C0SOURCING', ts)!);
    clock.pass(leaseMs);
    await living.app.sweep();
    expect(answersIn(living, '#it-sourcing')).toEqual(['You asked Optum. [1]']);
    const { entries } = await store.list('turns/');
    expect(entries.map(({ value }) => value)).toEqual([
      [expect.objectContaining({ at: expect.any(Number) })],
    ]);
  });

  it('is kept for later while Slack cannot say what stands in the thread', async () => {
    const { workspace, living, store, clock } = await twoReplicas('afterAnswering');
    await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    workspace.faults.always('conversations.replies', { error: 'fatal_error' });
    workspace.faults.always('chat.postEphemeral', { error: 'fatal_error' });
    clock.pass(leaseMs);
    await living.app.sweep();
    expect([answersIn(living, '#it-sourcing').length, await heldIn(store)]).toEqual([1, 1]);
    workspace.faults.clear();
    clock.pass(60_000);
    await living.app.sweep();
    expect([answersIn(living, '#it-sourcing').length, await heldIn(store)]).toEqual([1, 0]);
  });

  it('is given up after some tries, and the log says so', async () => {
    const { workspace, living, store, clock } = await twoReplicas('beforeAnswering');
    await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await expect.poll(() => heldIn(store)).toBe(1);
    for (const method of ['chat.postMessage', 'chat.postEphemeral'])
      workspace.faults.always(method, { error: 'account_inactive' });
    for (let tries = 0; tries < 6; tries += 1) {
      clock.pass(3_600_000);
      await living.app.sweep();
    }
    expect(await heldIn(store)).toBe(0);
    expect(living.lines.filter(({ msg }) => msg === 'could not tell the person either')).toHaveLength(6);
  });

  it.each(['#it-sourcing', '#general'])(
    'is answered privately when it was a command in %s',
    async (channel) => {
      const { workspace, living, store, clock } = await twoReplicas('beforeAnswering');
      const exchange = await workspace.command('dana', channel, 'Optum');
      expect(exchange.state).toBe('waiting');
      clock.pass(leaseMs);
      await living.app.sweep();
      const answer = await workspace.answer(exchange);
      expect(answer).toMatchObject({
        visibleTo: 'U0DANA',
        text: expect.stringMatching(/^You asked Optum\./),
      });
      expect(await heldIn(store)).toBe(0);
    },
  );

  it('is answered where the button stood when it was a click', async () => {
    const { workspace, living, clock, store } = await twoReplicas('beforeAnswering');
    const first = await living.workspace.say('dana', '@outsourcing', 'Optum');
    clock.pass(leaseMs);
    await living.app.sweep();
    const answer = await workspace.answer(first);
    const other = await openSlack({
      beside: living,
      store: dyingAt(store, 'beforeAnswering'),
      clock: clock.now,
      drainWithinMs: 10,
    });
    await workspace.click('dana', answer, 'suggest:1');
    await expect.poll(() => heldIn(store)).toBe(1);
    clock.pass(leaseMs);
    await living.app.sweep();
    expect(answersIn(other, '@outsourcing')).toEqual(['You asked Optum. [1]', 'More on acme. [1]']);
    expect(await heldIn(store)).toBe(0);
  });
});

describe('what is held of a question', () => {
  it('is handed over by a process that stops before it is answered', async () => {
    const clock = makeClock();
    const store = createMemoryStore({ now: clock.now });
    const stopping = await openSlack({ store, clock: clock.now, drainWithinMs: 10 });
    const { workspace } = stopping;
    workspace.faults.next('chat.postMessage', { hang: true });
    await workspace.say('dana', '@outsourcing', 'Optum');
    await expect.poll(() => workspace.traffic.calls('chat.postMessage').length).toBe(1);
    await stopping.app.stop();
    const next = await openSlack({ store, clock: clock.now, beside: stopping });
    clock.pass(1_000);
    await next.app.sweep();
    expect(answersIn(next, '@outsourcing')).toEqual(['You asked Optum. [1]']);
  });

  it('is left to the version that can read it, said once, and goes with its asker', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { app, lines, workspace } = await openSlack({ store });
    const question = { kind: 'of tomorrow', user: 'U0DANA', text: 'layoffs' };
    const held = { question, run: 'r', holder: 'newer', leaseUntil: 0, tries: 0 };
    await store.put('held/T0PRECEDENT/x', held);
    await app.sweep();
    await app.sweep();
    expect(await store.get('held/T0PRECEDENT/x')).toEqual(held);
    expect(lines).toMatchObject([
      { level: 'warn', msg: expect.stringMatching(/^a question is kept by another version/) },
    ]);
    expect(JSON.stringify(lines)).not.toContain('layoffs');
    await workspace.answer(await workspace.command('dana', 'general', 'forget me'));
    expect(await store.get('held/T0PRECEDENT/x')).toBeUndefined();
  });

  it('is dropped when it is damaged, and the log does not show it', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { app, lines } = await openSlack({ store });
    await store.put('held/T0PRECEDENT/x', { question: { text: 'layoffs' } });
    await app.sweep();
    expect(await heldIn(store)).toBe(0);
    expect(lines).toMatchObject([{ level: 'error', kind: 'held' }]);
    expect(JSON.stringify(lines)).not.toContain('layoffs');
  });
});

describe.each(ways)('over %s, a post', (way) => {
  it('that arrived although the connection broke is not sent again', async () => {
    const slackOf = await makeSlack({ way });
    const { workspace } = slackOf;
    const { apiUrl, broken } = await breakingAfter(workspace.apiUrl, 'chat.postMessage', 1);
    const slack = await openSlack({ way, beside: slackOf, config: { apiUrl } });
    await workspace.answer(await workspace.say('dana', '@outsourcing', 'Optum'));
    await expect.poll(() => slack.lines.map(({ msg }) => msg)).toContain('answered');
    expect(broken()).toBe(1);
    expect(answersIn(slack, '@outsourcing')).toEqual(['You asked Optum. [1]']);
  });

  it('that did not arrive because Slack was out of order is sent again', async () => {
    const slack = await openSlack({ way });
    slack.workspace.faults.next('chat.postMessage', { status: 503 }, 2);
    await slack.workspace.answer(await slack.workspace.say('dana', '@outsourcing', 'Optum'));
    expect(answersIn(slack, '@outsourcing')).toEqual(['You asked Optum. [1]']);
  });

  it('names its question in its metadata, and nobody in it', async () => {
    const { workspace } = await openSlack({ way });
    const answer = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    expect(answer.metadata).toEqual({
      event_type: 'outsourcing_answer',
      event_payload: { question: expect.stringMatching(/^[0-9a-f]{32}$/), part: 0 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { leaseMs } from '../../src/listeners/hold.ts';
import type { Message } from '../../src/playground/workspace/state.ts';
import { toReading } from '../../src/reading.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack, type Slack, type SlackOptions, ways } from '../fixtures/make-slack.ts';

/** Answers that say how they were read, with something else that may have been meant. */
const reading = makeAsker({
  ask: (utterance, turns) => {
    const turn = makeAsker().ask(utterance, turns);
    const asked = { ...turn.reading, subjects: [utterance.slice(0, 40)], carried: ['subjects'] };
    return {
      ...turn,
      reading: asked,
      answer: {
        ...turn.answer,
        readAs: utterance === 'help' ? '' : `fact · ${utterance}`,
        about: `About ${utterance}`,
      },
    };
  },
  answerReading: (given) => {
    const turn = makeAsker().answerReading(given);
    const carried = given.carried.length > 0 ? ' · carried over' : '';
    const about = `About ${given.subjects.join()}`;
    return {
      ...turn,
      answer: { ...turn.answer, readAs: `fact · ${given.subjects.join()}${carried}`, about },
    };
  },
  otherReadings: () => [
    {
      changes: 'question',
      label: 'Vendor profile · Optum',
      reading: toReading({ intent: 'vendor-profile', subjects: ['optum'] }),
    },
    {
      changes: 'deal',
      label: 'Kaiser–IBM',
      reading: toReading({ intent: 'deal-profile', subjects: ['kaiser-ibm'] }),
    },
  ],
});

const open = (options: SlackOptions = {}): Promise<Slack> => openSlack({ asker: reading, ...options });

const everybodySees = ({ workspace }: Slack, channel = '#it-sourcing'): readonly Message[] =>
  workspace
    .messages(channel, { as: 'luis' })
    .filter(({ user, visibleTo }) => user === 'U0PRECEDENT' && visibleTo === undefined);

/** A command of dana's in a channel, and its private answer. */
const privately = async ({ workspace }: Slack, channel = '#it-sourcing'): Promise<Message> =>
  workspace.answer(await workspace.command('dana', channel, 'Optum'));

const shared = ({ workspace }: Slack): Promise<Message> =>
  workspace.nextMessage(({ text, visibleTo }) => visibleTo === undefined && text.includes('About Optum'));

const told = ({ workspace }: Slack, words: string): Promise<Message> =>
  workspace.nextMessage(({ text }) => text.includes(words));

describe.each(ways)('over %s, a private answer', (way) => {
  it('is shared to its channel: who shared it, the question as it was read, the answer and its sources', async () => {
    const slack = await open({ way });
    const answer = await privately(slack);
    await slack.workspace.click('dana', answer, 'share:post');
    const copy = await shared(slack);
    expect(copy).toMatchObject({ channel: 'C0SOURCING', user: 'U0PRECEDENT' });
    expect(copy.threadTs).toBeUndefined();
    expect(copy.text).toBe('About Optum\n\nMore on Optum. [1]\n\nSources\n[1] An article, News, 1 May 2020');
    expect(copy.blocks[0]).toMatchObject({
      block_id: 'shared-by',
      elements: [{ text: 'Shared by <@U0DANA>' }],
    });
    expect(JSON.stringify(copy)).not.toMatch(/You asked|carried|suggest:|share:post/);
    expect(slack.workspace.refusals).toEqual([]);
  });

  it('is shared once, however often the button is pressed', async () => {
    const slack = await open({ way });
    const answer = await privately(slack);
    const press = () => slack.workspace.click('dana', answer, 'share:post');
    await Promise.all([press(), press(), press()]);
    await shared(slack);
    await slack.app.stop();
    expect(everybodySees(slack)).toHaveLength(1);
  });

  it('that stands in the channel already is not posted again, and the sharer is told so', async () => {
    const clock = makeClock();
    const slack = await open({ way, clock: clock.now, store: createMemoryStore({ now: clock.now }) });
    const answer = await privately(slack);
    await slack.workspace.click('dana', answer, 'share:post');
    await shared(slack);
    clock.pass(10_000);
    await slack.workspace.click('dana', answer, 'share:post');
    expect((await told(slack, 'shared this answer here already')).visibleTo).toBe('U0DANA');
    expect(everybodySees(slack)).toHaveLength(1);
  });

  it('stays private where the bot is no member, with the way to invite it', async () => {
    const slack = await open({ way });
    const answer = await privately(slack, '#general');
    await slack.workspace.click('dana', answer, 'share:post');
    const hint = await told(slack, '/invite @outsourcing');
    expect(hint).toMatchObject({ visibleTo: 'U0DANA', channel: 'C0GENERAL' });
    expect(everybodySees(slack, '#general')).toEqual([]);
  });

  it('is corrected in one tap, where it stands', async () => {
    const slack = await open({ way });
    const answer = await privately(slack);
    await slack.workspace.click('dana', answer, 'correct:reading', 'deal-profile|kaiser-ibm|');
    const other = await told(slack, 'More on kaiser-ibm.');
    expect(other.visibleTo).toBe('U0DANA');
    await slack.workspace.click('dana', answer, 'correct:reading', 'vendor-profile|optum|');
    expect((await told(slack, 'More on optum.')).visibleTo).toBe('U0DANA');
    expect(everybodySees(slack)).toEqual([]);
  });
});

describe('a shared answer', () => {
  const openShared = async (options: SlackOptions = {}) => {
    const slack = await open(options);
    await slack.workspace.click('dana', await privately(slack), 'share:post');
    return { slack, copy: await shared(slack) };
  };

  it('is taken back by whoever shared it, twice without harm', async () => {
    const { slack, copy } = await openShared();
    const press = () => slack.workspace.click('dana', copy, 'share:remove');
    await Promise.all([press(), press()]);
    await slack.app.stop();
    expect(everybodySees(slack)).toEqual([]);
    expect(JSON.stringify(slack.lines)).not.toContain('a listener failed');
  });

  it('can be shared anew once it was taken back', async () => {
    const clock = makeClock();
    const slack = await open({ clock: clock.now, store: createMemoryStore({ now: clock.now }) });
    const answer = await privately(slack);
    await slack.workspace.click('dana', answer, 'share:post');
    await slack.workspace.click('dana', await shared(slack), 'share:remove');
    await slack.workspace.until(() => everybodySees(slack).length === 0 || undefined, 'the copy to go');
    clock.pass(10_000);
    await slack.workspace.click('dana', answer, 'share:post');
    await shared(slack);
    expect(everybodySees(slack)).toHaveLength(1);
  });

  it('is not taken back by anybody else, who is told so alone', async () => {
    const { slack, copy } = await openShared();
    await slack.workspace.click('luis', copy, 'share:remove');
    expect((await told(slack, 'Only the person who shared')).visibleTo).toBe('U0LUIS');
    expect(everybodySees(slack)).toHaveLength(1);
  });

  it('is a conversation that goes on below it', async () => {
    const { slack, copy } = await openShared();
    await slack.workspace.settled();
    const follow = await slack.workspace.say('luis', '#it-sourcing', '@outsourcing term?', {
      thread: copy.ts,
    });
    expect((await slack.workspace.answer(follow)).text).toMatch(/^You asked term\? after fact/);
  });

  it('is posted once when the process that shares it dies after Slack took it', async () => {
    const clock = makeClock();
    const store = createMemoryStore({ now: clock.now });
    const slack = await open({ clock: clock.now, store });
    const answer = await privately(slack);
    const { workspace } = slack;
    await workspace.click('dana', answer, 'share:post');
    const copy = await shared(slack);
    await slack.app.stop();
    // What a process leaves that dies between the post and the note that it was posted.
    const mark = copy.metadata;
    const { question: id } = (mark as { event_payload: { question: string } }).event_payload;
    const value = JSON.stringify(toReading({ intent: 'fact', subjects: ['Optum'] }));
    await store.put('held/T0PRECEDENT/left', {
      question: {
        kind: 'share',
        id,
        team: 'T0PRECEDENT',
        channel: 'C0SOURCING',
        user: 'U0DANA',
        value,
        since: answer.ts,
      },
      run: 'left',
      holder: 'gone',
      leaseUntil: clock.now() + leaseMs,
      tries: 0,
    });
    clock.pass(leaseMs + 1);
    const second = await openSlack({ beside: slack, asker: reading, store, clock: clock.now });
    await second.app.sweep();
    expect(everybodySees(slack)).toHaveLength(1);
  });

  it('is posted once where the connection breaks after Slack took it', async () => {
    const slack = await open();
    const answer = await privately(slack);
    slack.workspace.faults.next('chat.postMessage', { status: 500 });
    await slack.workspace.click('dana', answer, 'share:post');
    await shared(slack);
    await slack.app.stop();
    expect(everybodySees(slack)).toHaveLength(1);
  });

  it('of more than one message puts the rest below the first, and goes as a whole', async () => {
    const claims = Array.from({ length: 40 }, (_, at) => ({
      text: `${at}. ${'A fact. '.repeat(240)}`,
      facts: [],
      cites: [],
    }));
    const long = {
      ...reading,
      answerReading: (given: Parameters<typeof reading.answerReading>[0]) => {
        const turn = reading.answerReading(given);
        return { ...turn, answer: { ...turn.answer, sections: [{ kind: 'claims' as const, claims }] } };
      },
    };
    const { slack, copy: part } = await openShared({ asker: long });
    await slack.workspace.settled();
    await slack.app.stop();
    const parts = everybodySees(slack);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ threadTs }) => threadTs)).toEqual([undefined, ...parts.slice(1).map(() => part.ts)]);
    const second = await openSlack({ beside: slack, asker: long });
    const last = parts.at(-1);
    if (last !== undefined) await slack.workspace.click('dana', last, 'share:remove');
    await second.app.stop();
    expect(everybodySees(slack)).toEqual([]);
  });
});

describe('what everybody sees already', () => {
  it('is not offered to be shared, and is corrected for everybody', async () => {
    const slack = await open();
    const question = await slack.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    const answer = await slack.workspace.answer(question);
    expect(JSON.stringify(answer.blocks)).not.toContain('share:post');
    await slack.workspace.click('luis', answer, 'correct:reading', 'deal-profile|kaiser-ibm|');
    const other = await told(slack, 'More on kaiser-ibm.');
    expect(other).toMatchObject({ threadTs: question.ts });
    expect(other.visibleTo).toBeUndefined();
    expect(slack.workspace.state.message(answer.channel, answer.ts)?.text).toBe(answer.text);
  });

  it('is not help either, which says nothing to share', async () => {
    const slack = await open();
    const help = await slack.workspace.answer(await slack.workspace.command('dana', '#it-sourcing', 'help'));
    expect(JSON.stringify(help.blocks)).not.toContain('share:post');
  });
});

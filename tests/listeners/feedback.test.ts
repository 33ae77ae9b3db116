import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feedbackFields } from '../../src/blocks/feedback-view.ts';
import type { Message } from '../../src/playground/workspace/state.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack, type SlackOptions, ways } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const asker = await seedAsker();

const record = z.record(z.string(), z.unknown());

/** A bot, a way to ask and to judge, and what is kept of it. */
const open = async (options: SlackOptions = {}) => {
  const clock = makeClock();
  const store = createMemoryStore({ now: clock.now });
  const slack = await openSlack({ asker, store, clock: clock.now, ...options });
  const { workspace } = slack;
  const kept = async (kind: 'vote' | 'gap'): Promise<Record<string, unknown>[]> =>
    (await store.list(`${kind}/`)).entries.map(({ value }) => record.parse(value));
  const privately = async (): Promise<Message> =>
    workspace.answer(await workspace.command('dana', '#it-sourcing', 'how long is the Kaiser contract'));
  const press = async (person: string, message: Message, vote: 'up' | 'down') => {
    const [block] = message.blocks.filter((one) => record.parse(one).type === 'context_actions');
    const thumbs = z
      .object({ elements: z.tuple([z.looseObject({ positive_button: record, negative_button: record })]) })
      .parse(block).elements[0];
    const { value } = vote === 'up' ? thumbs.positive_button : thumbs.negative_button;
    await workspace.click(person, message, 'feedback:vote', String(value));
  };
  const { topmost, sees } = topmostOf(workspace);
  return { ...slack, store, clock, kept, privately, press, topmost, sees };
};

describe.each(ways)('a thumb under an answer, over %s', (way) => {
  it('up is noted, with one word of thanks and no more', async () => {
    const { workspace, app, privately, press, kept } = await open({ way });
    const answer = await privately();
    await press('dana', answer, 'up');
    const told = await workspace.nextMessage(({ text }) => text.startsWith('Thank you.'));
    expect(told.visibleTo).toBe('U0DANA');
    await press('dana', answer, 'up');
    await app.stop();
    const seen = workspace.messages('#it-sourcing', { as: 'dana' });
    expect(seen.filter(({ text }) => text.startsWith('Thank you.'))).toHaveLength(1);
    await expect
      .poll(() => kept('vote'))
      .toEqual([{ vote: 'up', intent: 'fact', reasons: [], day: '2026-11-22' }]);
    await expect.poll(() => kept('gap')).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });

  it('down asks why, and keeps what is said without a name', async () => {
    const { workspace, privately, press, kept, sees } = await open({ way });
    await press('dana', await privately(), 'down');
    await sees('What was wrong?');
    await workspace.clickView('dana', feedbackFields.reasons, ['misread', 'old']);
    await workspace.clickView('dana', feedbackFields.question, 'how long did we sign, <@U0LUIS>?');
    await workspace.clickView('dana', feedbackFields.remark, 'I meant the renewal');
    await workspace.submit('dana');
    await sees('without your name');
    await expect
      .poll(() => kept('vote'))
      .toEqual([{ vote: 'down', intent: 'fact', reasons: ['misread', 'old'], day: '2026-11-22' }]);
    await expect
      .poll(() => kept('gap'))
      .toEqual([
        {
          text: 'how long did we sign, …?',
          why: 'disliked',
          remark: 'It did not understand my question. It is out of date. I meant the renewal',
          day: '2026-11-22',
        },
      ]);
    expect(workspace.refusals).toEqual([]);
  });
});

describe('the last word of a person on an answer', () => {
  it('counts, and takes back what was kept of the one before', async () => {
    const { workspace, privately, press, kept, sees } = await open();
    const answer = await privately();
    await press('dana', answer, 'down');
    await sees('What was wrong?');
    await expect
      .poll(() => kept('gap'))
      .toEqual([
        {
          text: 'As read: Kaiser Permanente: how long the contract runs',
          why: 'disliked',
          day: '2026-11-22',
        },
      ]);
    await press('dana', answer, 'up');
    await workspace.nextMessage(({ text }) => text.startsWith('Thank you.'));
    await expect.poll(() => kept('gap')).toEqual([]);
    await expect.poll(() => kept('vote')).toMatchObject([{ vote: 'up' }]);
  });

  it('is not lost to a second press without words', async () => {
    const { workspace, privately, press, kept, sees } = await open();
    const answer = await privately();
    await press('dana', answer, 'down');
    await sees('What was wrong?');
    await workspace.clickView('dana', feedbackFields.question, 'my own words');
    await workspace.submit('dana');
    await sees('without your name');
    await workspace.closeModal('dana');
    await press('dana', answer, 'down');
    await sees('What was wrong?');
    await expect.poll(() => kept('gap')).toMatchObject([{ text: 'my own words' }]);
  });

  it('is one for each person', async () => {
    const { workspace, press, kept, app } = await open();
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing how long is the Kaiser contract');
    const answer = await workspace.answer(asked);
    for (const person of ['dana', 'luis']) {
      await press(person, answer, 'up');
      await press(person, answer, 'up');
    }
    await app.stop();
    await expect.poll(() => kept('vote')).toHaveLength(2);
  });
});

describe('the question behind an answer that did not help', () => {
  it('stands in the window where Slack still has it, for the person to change', async () => {
    const { workspace, press, sees, topmost } = await open();
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing how long is the Kaiser contract');
    await press('dana', await workspace.answer(asked), 'down');
    await sees('What was wrong?');
    expect(topmost()).toContain('"initial_value":"how long is the Kaiser contract"');
  });

  it('is not there for a command, of which nobody keeps the words', async () => {
    const { privately, press, sees, topmost } = await open();
    await press('dana', await privately(), 'down');
    await sees('What was wrong?');
    expect(topmost()).not.toContain('initial_value');
  });
});

describe('what is kept of votes', () => {
  it('names nobody and no place, ends after ninety days, and goes with the workspace', async () => {
    const { store, privately, press, sees, workspace } = await open();
    await press('dana', await privately(), 'down');
    await sees('What was wrong?');
    await expect.poll(async () => (await store.list('vote/')).entries.length).toBe(1);
    const votes = (await store.list('vote/')).entries;
    expect(votes.map(({ key }) => key)).toEqual([expect.stringMatching(/^vote\/T0PRECEDENT\/[0-9a-f]{32}$/)]);
    expect(JSON.stringify([votes, (await store.list('gap/')).entries])).not.toMatch(/U0DANA|C0SOURCING/);
    await workspace.event({ type: 'app_uninstalled' });
    await expect.poll(async () => (await store.list('')).entries).toEqual([]);
  });

  it('is ninety days old at most', async () => {
    const { kept, clock, privately, press, sees } = await open();
    await press('dana', await privately(), 'down');
    await sees('What was wrong?');
    await expect.poll(() => kept('vote')).toHaveLength(1);
    clock.pass(90 * 86_400_000);
    expect([...(await kept('vote')), ...(await kept('gap'))]).toEqual([]);
  });
});

describe('a thumb', () => {
  it('is noted also where Slack no longer lets us ask why, which is told calmly', async () => {
    const { workspace, privately, press, kept } = await open();
    workspace.faults.next('views.open', { error: 'expired_trigger_id' });
    await press('dana', await privately(), 'down');
    const told = await workspace.nextMessage(({ text }) => text.includes('Please try again'));
    expect(told.visibleTo).toBe('U0DANA');
    await expect.poll(() => kept('vote')).toMatchObject([{ vote: 'down' }]);
  });

  it('is an ordinary button for a Slack that does not know thumbs', async () => {
    const { workspace, kept } = await open();
    workspace.faults.next('chat.postMessage', { error: 'invalid_blocks' });
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing how long is the Kaiser contract');
    const answer = await workspace.answer(asked);
    expect(JSON.stringify(answer.blocks)).not.toContain('context_actions');
    await workspace.click('luis', answer, 'feedback:up');
    await workspace.nextMessage(({ text }) => text.startsWith('Thank you.'));
    await expect.poll(() => kept('vote')).toMatchObject([{ vote: 'up' }]);
  });

  it('is not under help', async () => {
    const { workspace } = await open();
    const help = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'help'));
    expect(JSON.stringify(help.blocks)).not.toContain('feedback');
  });
});

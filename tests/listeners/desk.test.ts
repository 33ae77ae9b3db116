import { describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome, Turn } from '../../src/answer.ts';
import type { Message } from '../../src/playground/workspace/state.ts';
import { type Reading, toReading } from '../../src/reading.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { interaction } from '../fixtures/interaction.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack, type Slack, type SlackOptions, ways } from '../fixtures/make-slack.ts';
import { createPoster } from '../harness/asker-of-commands.ts';

/** Declines whatever has the word of an outcome in it. */
const asker = makeAsker({
  ask: (utterance, turns) => {
    const turn = makeAsker().ask(utterance, turns);
    const outcomes: Outcome[] = ['not-stated', 'not-held', 'unclear'];
    const outcome = outcomes.find((one) => utterance.includes(one)) ?? 'answered';
    return { ...turn, answer: { ...turn.answer, outcome, readAs: outcome === 'unclear' ? '' : 'fact · it' } };
  },
});

/** What a reading says it is. */
const reading = (given: Reading) => {
  const turn = makeAsker().answerReading(given);
  return { ...turn, answer: { ...turn.answer, readAs: 'fact · it' } };
};

const open = (options: SlackOptions = {}) =>
  openSlack({
    asker: { ...asker, answerReading: reading },
    named: { curators: ['U0DANA'], owners: 'C0TRANSITION' },
    ...options,
  });

const has = (message: Message, actionId: string): boolean =>
  JSON.stringify(message.blocks).includes(`"${actionId}"`);

describe.each(ways)('over %s, a question that the library does not answer', (way) => {
  it('goes to people in one tap, is taken, answered, and heard in the thread', async () => {
    const { workspace } = await open({ way });
    const asked = await workspace.say(
      'dana',
      '#it-sourcing',
      '@outsourcing not-stated <!channel> severance?',
    );
    const declined = await workspace.answer(asked);
    await workspace.click('dana', declined, 'desk:ask');
    const told = await workspace.nextMessage(
      ({ channel, text }) => channel === 'C0TRANSITION' && text.startsWith('A question for people'),
    );
    const shown = () => JSON.stringify(workspace.state.message(told.channel, told.ts)?.blocks);
    await expect.poll(shown).toContain('<@U0DANA> asked in <#C0SOURCING>');
    expect(shown()).not.toContain('fact · it');
    await workspace.nextMessage(
      ({ text, visibleTo }) =>
        visibleTo === 'U0DANA' &&
        text ===
          'Sent to <#C0TRANSITION>, with your name. Their answer reaches you in this thread; I keep the question for 90 days.',
    );

    // Those who answer speak below it with each other.
    await workspace.say('luis', '#transition-office', 'not-held who knows this?', { thread: told.ts });

    await workspace.click('luis', told, 'desk:take');
    await expect.poll(shown).toContain('*Taken* by <@U0LUIS>');
    await workspace.click('luis', told, 'desk:answer');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    expect(JSON.stringify(workspace.modals('luis'))).toContain('into the thread where it was asked');
    await workspace.clickView('luis', 'text', 'Two weeks, <!channel> said the CIO.');
    await workspace.submit('luis');
    const heard = await workspace.nextMessage(({ text }) =>
      text.startsWith('Luis Ortega answered your question'),
    );
    expect(heard).toMatchObject({ channel: 'C0SOURCING', threadTs: asked.ts });
    expect(JSON.stringify(heard.blocks)).toContain('Two weeks, ‹!channel> said the CIO.');
    await expect.poll(shown).toContain('*Answered* by <@U0LUIS>');
    expect(
      workspace.state.messages.filter(({ user, threadTs }) => user === 'U0PRECEDENT' && threadTs === told.ts),
    ).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });
});

/** Messages as a person sees them where the button stood, once what came of it stands there. */
const sentIn = async ({ workspace }: Slack, message: Message): Promise<string> => {
  const blocks = () => JSON.stringify(workspace.state.message(message.channel, message.ts)?.blocks);
  await workspace.until(() => (blocks().includes('desk:ask') ? undefined : true), 'the button to be gone');
  return blocks();
};

describe('the button', () => {
  it("is gone for everybody once somebody used it in a thread, and says nobody's name", async () => {
    const slack = await open();
    const { workspace } = slack;
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing not-stated severance');
    const declined = await workspace.answer(asked);
    await workspace.click('dana', declined, 'desk:ask');
    const shown = await sentIn(slack, declined);
    expect(shown).toContain('A colleague has sent this question to <#C0TRANSITION>');
    expect(shown).not.toContain('U0DANA');
    expect(shown).toContain(JSON.stringify(declined.blocks[0]));
    const alone = await workspace.nextMessage(({ visibleTo }) => visibleTo === 'U0DANA');
    expect(alone).toMatchObject({ channel: 'C0SOURCING', threadTs: declined.threadTs });
    expect(workspace.refusals).toEqual([]);
  });

  it('is gone from what one person sees, where the rest stands as it stood', async () => {
    const slack = await open();
    const { workspace } = slack;
    const declined = await workspace.answer(await workspace.command('dana', '#general', 'not-held zebra'));
    await workspace.click('dana', declined, 'desk:ask');
    const shown = await sentIn(slack, declined);
    expect(shown).toContain('Sent to <#C0TRANSITION>, with your name.');
    const before = declined.blocks.filter((block) => !JSON.stringify(block).includes('human'));
    expect(JSON.parse(shown).slice(0, before.length)).toEqual(before);
    await workspace.settled();
    const mine = workspace.messages('#general', { as: 'dana' }).filter(({ user }) => user === 'U0PRECEDENT');
    expect(mine).toHaveLength(1);
    expect(workspace.refusals).toEqual([]);
  });

  it('goes alone: the offer to start a checklist beside it stays', async () => {
    const guide = (utterance: string, turns: readonly Turn[]): Turn => {
      const turn = asker.ask(utterance, turns);
      return { ...turn, reading: toReading({ ...turn.reading, intent: 'transition-checklist' }) };
    };
    const slack = await open({ asker: { ...asker, ask: guide, answerReading: reading } });
    const { workspace } = slack;
    const declined = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', 'not-held steps'),
    );
    expect(has(declined, 'checklist:name')).toBe(true);
    await workspace.click('dana', declined, 'desk:ask');
    expect(await sentIn(slack, declined)).toContain('checklist:name');
  });

  it('that cannot be taken away any more leaves a sentence beside it', async () => {
    const { workspace } = await open();
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing not-stated severance');
    const declined = await workspace.answer(asked);
    workspace.faults.next('chat.update', { error: 'cant_update_message' });
    await workspace.click('dana', declined, 'desk:ask');
    await workspace.nextMessage(({ text }) => text.startsWith('Sent to <#C0TRANSITION>, with your name.'));
  });
});

describe('people who answer', () => {
  it('are told once however often it is tapped, and only of what was declined', async () => {
    const { workspace } = await open();
    const answered = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    expect(has(answered, 'desk:ask')).toBe(false);
    const declined = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', 'not-held zebra'),
    );
    await Promise.all([
      workspace.click('dana', declined, 'desk:ask'),
      workspace.click('dana', declined, 'desk:ask'),
    ]);
    await workspace.nextMessage(({ text }) => text.startsWith('That question is with them already'));
    const told = workspace.state.messages.filter(({ channel }) => channel === 'C0TRANSITION');
    expect(told).toHaveLength(1);
    const [request] = told;
    if (request === undefined) throw new Error('nobody was told');
    await workspace.click('luis', request, 'desk:answer');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    expect(JSON.stringify(workspace.modals('luis'))).toContain('as a direct message');
    await workspace.clickView('luis', 'text', 'No.');
    await workspace.submit('luis');
    // It was asked for the asker alone, and is heard so.
    await workspace.nextMessage(
      ({ channel, text }) => channel === 'D0DANA' && text.includes('“not-held zebra”: No.'),
    );
  });

  it('are a user group, each written to directly; nobody where none is named', async () => {
    const group = await open({ named: { curators: [], owners: 'S0LIBRARY' } });
    const declined = await group.workspace.answer(
      await group.workspace.command('luis', '#it-sourcing', 'unclear'),
    );
    await group.workspace.click('luis', declined, 'desk:ask');
    const told = await group.workspace.nextMessage(
      ({ channel, text }) => channel === 'D0DANA' && /for people/.test(text),
    );
    await group.workspace.click('dana', told, 'desk:take');
    await group.workspace.nextMessage(
      ({ ts, blocks }) => ts === told.ts && JSON.stringify(blocks).includes('*Taken*'),
    );
    const without = await open({ named: { curators: [] } });
    const plain = await without.workspace.answer(
      await without.workspace.command('luis', '#it-sourcing', 'unclear'),
    );
    expect(has(plain, 'desk:ask')).toBe(false);
  });

  it('get nobody’s question from somebody else: its asker alone sends it, or whoever reads its thread', async () => {
    const { workspace, url } = await open();
    const poster = createPoster(url);
    onTestFinished(() => poster.close());
    const runIn = ({ blocks }: Message): string =>
      /"action_id":"desk:ask".*?"value":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1] ?? '';
    const sendAs = (user: string, channel: string, value: string) => {
      const container = { type: 'message', message_ts: '1.1', channel_id: channel, is_ephemeral: true };
      const actions = [{ type: 'button', action_id: 'desk:ask', block_id: 'ask', value }];
      return poster.post(interaction({ user: { id: user }, container, channel: { id: channel }, actions }));
    };
    const stale = () => workspace.nextMessage(({ text }) => text.startsWith('I no longer have the words'));
    const alone = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'not-held layoffs'));
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing not-held severance');
    const forAll = await workspace.answer(asked);
    for (const [channel, message] of [
      ['C0SOURCING', alone],
      ['C0GENERAL', forAll],
    ] as const) {
      const refused = stale();
      expect(await sendAs('U0LUIS', channel, runIn(message))).toBe(200);
      workspace.state.remove(await refused);
    }
    await workspace.click('luis', forAll, 'desk:ask');
    const told = await workspace.nextMessage(({ channel }) => channel === 'C0TRANSITION');
    expect(JSON.stringify(told.blocks)).toContain('severance');
    const toPeople = workspace.state.messages.filter(({ channel }) => channel === 'C0TRANSITION');
    expect(JSON.stringify(toPeople)).not.toContain('layoffs');
  });

  it('alone can take and answer: looked at anew for every press and window', async () => {
    const { workspace } = await open();
    const declined = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'unclear'));
    await workspace.click('dana', declined, 'desk:ask');
    const told = await workspace.nextMessage(({ channel }) => channel === 'C0TRANSITION');
    await workspace.click('luis', told, 'desk:answer');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    await workspace.clickView('luis', 'text', 'From outside');
    const { members } = workspace.state.channels.find(({ id }) => id === 'C0TRANSITION')!;
    const pressed = workspace.click('luis', told, 'desk:take');
    members.delete('U0LUIS');
    await pressed;
    await workspace.nextMessage(({ text }) => text.startsWith('Only the people who answer'));
    await workspace.submit('luis');
    expect(JSON.stringify(workspace.modals('luis'))).toContain('Only the people who answer');
    expect(JSON.stringify(workspace.state.message(told.channel, told.ts)?.blocks)).toContain('*Open.*');
  });

  it('are told once, and tell once, also where the process that said so was gone before it could note it', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { workspace, app } = await open({ store });
    const said = (start: string) =>
      workspace.state.messages.filter(({ user, text }) => user === 'U0PRECEDENT' && text.startsWith(start));
    /** What was kept when that process ended, more than a minute ago. */
    const setBack = async (change: (request: Record<string, unknown>) => object): Promise<void> => {
      const [found] = (await store.list('request/')).entries;
      if (found === undefined) throw new Error('no request is kept');
      const request = found.value as Record<string, unknown>;
      await store.put(found.key, { ...request, ...change(request) });
      for (const what of ['owners', 'asker'])
        await store.delete(`claim/T0PRECEDENT/request-${what}-${request.id}`);
    };
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing not-stated severance');
    await workspace.click('dana', await workspace.answer(asked), 'desk:ask');
    await workspace.nextMessage(({ text }) => text.startsWith('Sent to'));
    await setBack(({ asked: at }) => ({ told: [], asked: Number(at) - 61_000 }));
    await app.sweep();
    const [card, ...cards] = said('A question for people');
    expect(cards).toEqual([]);
    if (card === undefined) throw new Error('nobody was told');
    await workspace.click('luis', card, 'desk:answer');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    await workspace.clickView('luis', 'text', 'Two weeks.');
    await workspace.submit('luis');
    await workspace.nextMessage(({ text }) => text.startsWith('Luis Ortega answered'));
    await workspace.settled();
    await setBack(({ resolved }) => ({
      isHeard: false,
      resolved: { ...(resolved as object), at: Date.now() - 61_000 },
    }));
    await app.sweep();
    expect(said('Luis Ortega answered')).toHaveLength(1);
    const [kept] = (await store.list('request/')).entries;
    expect(kept?.value).toMatchObject({ isHeard: true, told: [{ channel: 'C0TRANSITION', ts: card.ts }] });
  });

  it('lose it with the asker who asks to be forgotten, and after ninety days', async () => {
    const clock = makeClock();
    const store = createMemoryStore({ now: clock.now });
    const { workspace, app } = await open({ store, clock: clock.now });
    const kept = async () => (await store.list('request/')).entries.length;
    for (const person of ['dana', 'luis']) {
      const declined = await workspace.answer(await workspace.command(person, '#it-sourcing', 'unclear'));
      await workspace.click(person, declined, 'desk:ask');
    }
    await expect.poll(kept).toBe(2);
    const cards = () =>
      workspace.state.messages
        .filter(({ channel }) => channel === 'C0TRANSITION')
        .map(({ text, blocks }) => text + JSON.stringify(blocks));
    await expect.poll(() => cards()[0]).toContain('<@U0DANA> asked');
    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'forget me'));
    expect(cards()[0]).toContain('A colleague asked something here and has taken the question back.');
    expect(cards()[0]).not.toMatch(/U0DANA|unclear|C0SOURCING|action_id/);
    expect(cards()[1]).toContain('unclear');
    expect(await kept()).toBe(1);
    expect(JSON.stringify((await store.list('request/')).entries)).not.toContain('U0DANA');
    clock.pass(90 * 86_400_000);
    await app.sweep();
    expect(await kept()).toBe(0);
  });
});

describe('what the library lacks', () => {
  it('is listed for curators alone, grouped, and each closable', async () => {
    const { workspace } = await open();
    for (const text of ['not-held zebra', 'Not-held zebra', 'not-held zebra!', 'unclear gnu'])
      await workspace.answer(await workspace.command('luis', '#it-sourcing', text.toLowerCase()));
    const list = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'gaps'));
    expect(list.visibleTo).toBe('U0DANA');
    expect(list.text).toMatch(/^What the library lacks\n2 open, newest first\./);
    expect(JSON.stringify(list.blocks)).toContain('asked 3 times');
    expect(JSON.stringify(list.blocks)).not.toContain('U0LUIS');
    await workspace.click('dana', list, 'gaps:close:1');
    const after = await workspace.nextMessage(({ ts, text }) => ts === list.ts && text.includes('1 open'));
    await workspace.click('dana', after, 'gaps:close:1');
    await workspace.nextMessage(({ ts, text }) => ts === list.ts && text.includes('Nothing is open'));
    expect(workspace.refusals).toEqual([]);
  });

  it('is not for others, nor for a channel, nor where nobody is named', async () => {
    const { workspace } = await open();
    const say = async (person: string, text: string) =>
      (await workspace.answer(await workspace.command(person, '#it-sourcing', text))).text;
    await say('luis', 'not-held zebra');
    expect(await say('luis', 'gaps')).toMatch(/^Only those who look after the library/);
    const inPublic = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing gaps'));
    expect(inPublic.text).toMatch(/^I show that to you alone/);
    const nobody = await open({ named: { curators: [] } });
    expect(
      (await nobody.workspace.answer(await nobody.workspace.command('dana', '#it-sourcing', 'gaps'))).text,
    ).toMatch(/^Nobody is named/);
    const group = await open({ named: { curators: ['S0LIBRARY'] } });
    expect(
      (await group.workspace.answer(await group.workspace.command('dana', '#it-sourcing', 'gaps'))).text,
    ).toMatch(/^What the library lacks/);
  });

  it('has what people answered and marked for it', async () => {
    const { workspace } = await open();
    const declined = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', 'not-held zebra'),
    );
    await workspace.click('dana', declined, 'desk:ask');
    const told = await workspace.nextMessage(({ channel }) => channel === 'C0TRANSITION');
    await workspace.click('luis', told, 'desk:answer');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    await workspace.clickView('luis', 'text', 'Stripes.');
    await workspace.clickView('luis', 'library', ['library']);
    await workspace.submit('luis');
    await workspace.nextMessage(({ channel }) => channel === 'D0DANA');
    const list = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'gaps'));
    expect(JSON.stringify(list.blocks)).toContain('not-held zebra – Stripes.');
    await workspace.click('dana', list, 'gaps:shelve:1');
    await workspace.nextMessage(
      ({ ts, blocks }) => ts === list.ts && !JSON.stringify(blocks).includes('Stripes'),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../src/blocks/checker.ts';
import { guessed, nameToStart, nearWord, says, words } from '../../src/listeners/words.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openSlack } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

const asker = await seedAsker();

describe('a word that stands before the parser', () => {
  it('is said whatever its case, spaces and full stop', () => {
    for (const text of ['forget me', ' Forget   me. ', 'FORGET ME!'])
      expect(says(text, 'forget me')).toBe(true);
    for (const text of ['forget', 'forget me not', 'please forget me'])
      expect(says(text, 'forget me')).toBe(false);
  });

  it.each([
    ['hlep', 'help'],
    ['halp', 'help'],
    ['helpp', 'help'],
    ['forgett me', 'forget me'],
    ['forgte me', 'forget me'],
    ['Forget  mee!', 'forget me'],
  ])('is guessed from "%s"', (text, word) => {
    expect(nearWord(text)).toBe(word);
  });

  it.each(['help', 'forget me', 'Optum', 'Kaiser', 'forget', 'list', 'me', ''])(
    'is not guessed from "%s"',
    (text) => {
      expect(nearWord(text)).toBeUndefined();
    },
  );

  it('is asked back within the limits of Slack', () => {
    for (const word of words) expect(checkMessage(guessed(word))).toEqual([]);
  });
});

describe.each(['http', 'socket'] as const)('a misspelled word over %s', (way) => {
  it('leads to help in one tap, or at once where nothing else can be meant', async () => {
    const { workspace } = await openSlack({ way, asker });
    const help = await workspace.answer(await workspace.command('dana', '#it-sourcing', '/outsourcing hlep'));
    expect(help.text).toContain('What you can type');
    const asked = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', '/outsourcing halp'),
    );
    expect(asked.text).toBe('I found nothing for that. Did you mean `help`?');
    await workspace.click('dana', asked, 'suggest:1');
    await workspace.nextMessage(({ text }) => text.includes('What you can type'));
    expect(workspace.refusals).toEqual([]);
  });

  it('never acts, and is kept as no gap', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { workspace, app } = await openSlack({ way, asker, store });
    await workspace.answer(await workspace.command('dana', '#it-sourcing', '/outsourcing Optum'));
    const asked = await workspace.answer(await workspace.say('dana', '@outsourcing', 'forgett me'));
    expect(asked.text).toContain('Did you mean `/outsourcing forget me`? I have done nothing');
    expect(JSON.stringify(asked.blocks)).not.toContain('"button"');
    await app.stop();
    expect((await store.list('recent/')).entries).toHaveLength(1);
    expect((await store.list('gap/')).entries).toEqual([]);
  });
});

describe('a bare mention', () => {
  it('is greeted in the thread with three questions to tap', async () => {
    const { workspace } = await openSlack({ asker });
    const greeting = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing'));
    expect(greeting.text).toMatch(/^Hello\. I answer questions/);
    expect(greeting.text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
    await workspace.click('luis', greeting, 'suggest:2');
    await workspace.nextMessage(({ text }) => text.startsWith('Optum has 5 clients'));
  });
});

describe('a checklist wanted in plain words', () => {
  it.each([
    ['start a transition checklist for Lakeside RCM move', 'Lakeside RCM move'],
    ['Create a checklist called “Lakeside”.', 'Lakeside'],
    ['track checklist for Lakeside', 'Lakeside'],
    ['please set up a new check-list named X!', 'X'],
    ['start checklist Lakeside', 'Lakeside'],
    ['what should a transition checklist for IT hold?', undefined],
    ['checklist for Lakeside', undefined],
    ['start a checklist', undefined],
  ])('is read from "%s"', (text, name) => {
    expect(nameToStart(text)).toBe(name);
  });

  it('is offered, started by one tap of a member and once, and never on the guess alone', async () => {
    const { workspace } = await openSlack({ asker });
    const boards = () =>
      workspace.state.messages.filter(({ text }) => text.startsWith('Transition checklist Lakeside'));
    const text = 'start a transition checklist for Lakeside & <!channel> move';
    const offer = await workspace.answer(await workspace.command('dana', '#it-sourcing', text));
    expect(JSON.stringify(offer.blocks)).toContain('I have started nothing.');
    expect(boards()).toEqual([]);
    await Promise.all([
      workspace.click('dana', offer, 'checklist:start'),
      workspace.click('dana', offer, 'checklist:start'),
    ]);
    await workspace.nextMessage(({ text: said }) =>
      said.startsWith('Started “Lakeside &amp; ‹!channel&gt; move”'),
    );
    expect(boards()).toHaveLength(1);
    const direct = await workspace.answer(await workspace.say('dana', '@outsourcing', text));
    expect(JSON.stringify(direct.blocks)).not.toContain('checklist:start');
    expect(workspace.refusals).toEqual([]);
  });

  it('is started from under the steps of the guide, by a name, in their thread', async () => {
    const { workspace } = await openSlack({ asker });
    const asked = await workspace.say('dana', '#it-sourcing', '@outsourcing transition checklist');
    const steps = await workspace.answer(asked);
    await workspace.click('luis', steps, 'checklist:name');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    await workspace.clickView('luis', 'name', 'Lakeside');
    await workspace.submit('luis');
    const board = await workspace.nextMessage(({ text }) => text.startsWith('Transition checklist Lakeside'));
    expect(board.threadTs).toBe(asked.ts);
    await workspace.nextMessage(
      ({ text, visibleTo }) => visibleTo === 'U0LUIS' && /stands in the thread/.test(text),
    );
    expect(workspace.refusals).toEqual([]);
  });
});

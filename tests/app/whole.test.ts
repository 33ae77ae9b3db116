import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, isAnswered } from '../../src/answer.ts';
import { manifest, openSlack, ways } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
});

describe.each(ways)('the library over %s', (way) => {
  it('names every client of a vendor, the one that ended, and what is withheld', async () => {
    const { workspace } = await openSlack({ way, asker });
    const { text } = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    for (const client of ['Allina', 'Northern Light', 'ProHealth Care', 'Owensboro', 'SSM Health']) {
      expect(text).toContain(client);
    }
    expect(text).toMatch(/SSM Health[^.]*\bend/);
    expect(text).toMatch(/disclos|withh/);
    expect(text).toContain('[1]');
  });

  it('compares two deals in a native table', async () => {
    const { workspace } = await openSlack({ way, asker });
    const answer = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', 'compare kaiser vs allina'),
    );
    const table = answer.blocks.find((block) => JSON.stringify(block).startsWith('{"type":"data_table"'));
    for (const row of ['Term', 'Value', 'Staff moved', 'Staff cut', 'Kept in-house', 'Why', 'Status']) {
      expect(JSON.stringify(table)).toMatch(new RegExp(row, 'i'));
    }
  });

  it('gives the checklist, and reads through typing errors in a thread', async () => {
    const { workspace } = await openSlack({ way, asker });
    const list = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', 'transition checklist'),
    );
    expect(list.blocks.length).toBeGreaterThan(4);
    const question = await workspace.say('dana', '#it-sourcing', '@outsourcing kaizer deal lenght?');
    expect((await workspace.answer(question)).text).toMatch(/seven years/);
  });

  it('follows up in a thread, answers its own suggestions, and is refused nothing', async () => {
    const { workspace } = await openSlack({ way, asker });
    const first = await workspace.say(
      'dana',
      '#it-sourcing',
      '@outsourcing tell me about the Allina Optum deal',
    );
    const answer = await workspace.answer(first);
    const follow = await workspace.say('luis', '#it-sourcing', '@outsourcing how many staff moved?', {
      thread: first.ts,
    });
    expect((await workspace.answer(follow)).text).toMatch(/Allina|Optum/);
    const before = workspace.messages('#it-sourcing', { as: 'dana' }).length;
    await workspace.click('luis', answer, 'suggest:1');
    await expect.poll(() => workspace.messages('#it-sourcing', { as: 'dana' }).length).toBe(before + 1);
    await workspace.openTab('dana', 'home');
    await expect.poll(() => workspace.state.screens('U0DANA').home).toBeDefined();
    for (const { text } of asker.examples) {
      await workspace.answer(await workspace.command('dana', '#it-sourcing', text));
    }
    expect(workspace.refusals).toEqual([]);
  });
});

it('answers every question that the manifest suggests', () => {
  const hints: string[] = manifest.features.slash_commands[0].usage_hint.split(' | ');
  const prompts: string[] = manifest.features.agent_view.suggested_prompts.map(
    ({ message }: { message: string }) => message,
  );
  const declined = [...hints, ...prompts].filter((text) => !isAnswered(asker.ask(text, []).answer.outcome));
  expect(declined).toEqual([]);
});

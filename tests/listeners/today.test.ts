import { expect, it } from 'vitest';
import { dayIn } from '../../src/day.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openChecklist } from '../fixtures/open-checklist.ts';

/** An evening in New York, where everybody of the pretend workspace is; in Greenwich the next day has begun. */
const evening = Date.UTC(2026, 10, 22, 2);

const openLate = async () => {
  const now = () => evening;
  const opened = await openChecklist({ store: createMemoryStore({ now }), clock: now });
  const { workspace } = opened.slack;
  await opened.edit('dana', 3, { assignee: 'U0DANA', due: '2026-11-21' });
  await opened.until('1 late* · late by UTC');
  const mine = async () =>
    JSON.stringify(
      (await workspace.answer(await workspace.command('dana', '#it-sourcing', 'checklist'))).blocks,
    );
  return { ...opened, mine };
};

it('a day is that of a time zone, or none where nobody knows the zone', () => {
  expect(dayIn('America/New_York', evening)).toBe('2026-11-21');
  expect(dayIn('Asia/Tokyo', evening)).toBe('2026-11-22');
  expect(dayIn('Nowhere/At_All', evening)).toBeUndefined();
});

it('what is late is late where its reader is; on the board of everybody it is late by UTC, and says so', async () => {
  const { mine, slack } = await openLate();
  const list = await mine();
  expect(list).toContain('due November 21, 2026"');
  expect(list).not.toContain('*late*');
  const { workspace } = slack;
  await workspace.openTab('dana', 'home');
  const home = JSON.stringify(await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home'));
  expect(home).toContain('due November 21, 2026');
  expect(home).not.toContain('*late*');
  expect(workspace.refusals).toEqual([]);
});

it('where Slack does not say where somebody is, what is late is late by UTC, and that is said', async () => {
  const now = () => evening;
  const opened = await openChecklist({
    store: createMemoryStore({ now }),
    clock: now,
    workspace: {
      scopes: [
        'app_mentions:read',
        'assistant:write',
        'channels:read',
        'chat:write',
        'commands',
        'im:history',
      ],
    },
  });
  await opened.edit('dana', 3, { assignee: 'U0DANA', due: '2026-11-21' });
  await opened.until('1 late');
  const { workspace } = opened.slack;
  const list = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'checklist'));
  const shown = JSON.stringify(list.blocks);
  expect(shown).toContain('*late*');
  expect(shown).toContain('what is late is late by UTC');
});

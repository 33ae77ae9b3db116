import { describe, expect, it } from 'vitest';
import { findField } from '../../src/blocks/find-view.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { openSlack } from '../fixtures/make-slack.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const small = makeAsker().holdings();
const [deal] = small.deals.values();
const deals = new Map(
  Array.from({ length: 501 }, (_, at) => [`deal-${at}`, deal] as const).flatMap(([id, held]) =>
    held === undefined ? [] : [[id, held] as const],
  ),
);
const large = makeAsker({ holdings: () => ({ ...small, deals }) });

const openHome = async () => {
  const slack = await openSlack({ asker: large });
  const { workspace } = slack;
  const { sees } = topmostOf(workspace);
  await workspace.openTab('dana', 'home');
  await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
  return { ...slack, sees };
};

describe('over a large library a window', () => {
  it('opens before the answer is there, and then shows it', async () => {
    const { workspace, sees } = await openHome();
    await workspace.clickView('dana', 'home:search', 'Optum');
    await sees('You asked Optum.');
    const [opened] = workspace.traffic.calls('views.open');
    expect(JSON.stringify(opened?.body)).toContain('Looking it up…');
    await expect.poll(() => workspace.traffic.calls('views.update').length).toBe(1);
    expect(workspace.refusals).toEqual([]);
  });

  it('that was sent waits in its place', async () => {
    const { workspace, sees } = await openHome();
    await workspace.clickView('dana', 'find:open');
    await sees('Find precedents');
    await workspace.clickView('dana', findField, 'Optum');
    await workspace.submit('dana');
    await sees('You asked Optum.');
    expect(workspace.modals('dana')).toHaveLength(1);
  });

  it('never waits in vain: what went wrong is told in it, with a reference', async () => {
    const { workspace, sees, lines } = await openHome();
    await workspace.clickView('dana', 'home:search', 'break');
    await sees('Something went wrong on my side');
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { askerOver } from '../drills/library-of.ts';
import { openSlack, type SlackOptions } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const asker = await seedAsker();

/** Dana with her Home open, and what she sees of it. */
const openHome = async (options: SlackOptions = {}) => {
  const slack = await openSlack({ asker, ...options });
  const { workspace } = slack;
  const shown = (): string => JSON.stringify(workspace.state.screens('U0DANA').home?.view ?? {});
  const { topmost } = topmostOf(workspace);
  const sees = (look: () => string, text: string): Promise<true> =>
    workspace.until(() => (look().includes(text) ? true : undefined), `"${text}"`);
  await workspace.openTab('dana', 'home');
  await sees(shown, 'Outsourcing precedents');
  return { ...slack, shown, topmost, sees };
};

describe.each(['http', 'socket'] as const)('Home over %s', (way) => {
  it('leads to a vendor, opens one of its deals in a window, and leads back', async () => {
    const { workspace, shown, topmost, sees } = await openHome({ way });
    await workspace.clickView('dana', 'home:go:vendor0');
    await sees(shown, 'Northern Light Health with Optum');
    await workspace.clickView('dana', 'home:ask:row0');
    await sees(topmost, 'Allina Health announced on February 1, 2024');
    expect(topmost()).toContain('Sources');
    await workspace.closeModal('dana');
    await workspace.clickView('dana', 'home:go:front');
    await sees(shown, 'What the library holds');
    expect(workspace.refusals).toEqual([]);
  });

  it('answers what is typed into it in a window that only the person sees', async () => {
    const { workspace, topmost, sees, shown } = await openHome({ way });
    await workspace.clickView('dana', 'home:search', 'how long is the Kaiser contract');
    await sees(topmost, 'seven years');
    await sees(shown, 'Ask again');
    expect(workspace.messages('@outsourcing', { as: 'dana' })).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });
});

describe('Home', () => {
  it('turns pages by a select', async () => {
    const { workspace, shown, sees } = await openHome({ asker: await askerOver(60) });
    await workspace.clickView('dana', 'home:go:all-client');
    await sees(shown, 'Page 1 of 3');
    await workspace.clickView('dana', 'home:jump', '2');
    await sees(shown, 'Page 3 of 3');
    await workspace.clickView('dana', 'home:go:previous');
    await sees(shown, 'Page 2 of 3');
  });

  it('shows what a person asked, in whatever way, to that person alone, and asks it again', async () => {
    const { workspace, shown, topmost, sees } = await openHome();
    await workspace.answer(await workspace.command('dana', '#it-sourcing', '/outsourcing Kaiser'));
    await workspace.openTab('dana', 'home');
    await sees(shown, 'Overview of Kaiser Permanente');
    await workspace.clickView('dana', 'home:ask:recent0');
    await sees(topmost, 'Kaiser Permanente');
    await workspace.openTab('luis', 'home');
    await workspace.until(() => workspace.state.screens('U0LUIS').home, 'the Home of Luis');
    expect(JSON.stringify(workspace.state.screens('U0LUIS').home)).not.toContain('Ask again');
  });

  it('logs and counts what is asked in it without a word of it', async () => {
    const { workspace, sees, topmost, lines } = await openHome();
    await workspace.clickView('dana', 'home:search', 'zqsecret Kaiser term');
    await sees(topmost, 'Answer');
    await expect.poll(() => lines.some(({ surface }) => surface === 'home')).toBe(true);
    expect(JSON.stringify(lines)).not.toContain('zqsecret');
  });

  it('does nothing for a place that was tampered with but show its front', async () => {
    const { workspace, shown, sees } = await openHome();
    await workspace.clickView('dana', 'home:go:vendor0');
    await sees(shown, 'Back to Home');
    const { home } = workspace.state.screens('U0DANA');
    if (home === undefined) throw new Error('no Home');
    const forged = JSON.parse(
      JSON.stringify(home).replaceAll('{\\"at\\":\\"front\\"}', '{\\"at\\":\\"vault\\"}'),
    );
    workspace.state.setScreens('U0DANA', { ...workspace.state.screens('U0DANA'), home: forged });
    await workspace.clickView('dana', 'home:go:front');
    await sees(shown, 'What the library holds');
  });
});

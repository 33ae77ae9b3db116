import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { dealsField } from '../../src/blocks/compare-view.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { openSlack, type SlackOptions } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const asker = await seedAsker();

/** Dana with a window open over a channel, and two deals chosen in it. */
const openWindow = async (options: SlackOptions = {}) => {
  const slack = await openSlack({ asker, ...options });
  const { workspace } = slack;
  const message = await workspace.answer(
    await workspace.command('dana', '#general', 'compare kaiser and allina'),
  );
  await workspace.click('dana', message, 'compare:open');
  const { topmost, sees } = topmostOf(workspace);
  await sees('Compare deals');
  return { ...slack, message, topmost, sees };
};

/** Puts something else into the open window than what the bot sent, as an older version of it would have. */
const changeView = (
  { workspace }: Awaited<ReturnType<typeof openWindow>>,
  change: Record<string, unknown>,
) => {
  const screens = workspace.state.screens('U0DANA');
  const modals = screens.modals.map((one) => ({ ...one, view: { ...one.view, ...change } }));
  workspace.state.setScreens('U0DANA', { ...screens, modals });
};

const stale = 'made by an older version of me';

describe('a window that is sent', () => {
  it('says that it is of an older version where no form is there for it', async () => {
    const slack = await openWindow();
    changeView(slack, { callback_id: 'compare:something-else' });
    await slack.workspace.submit('dana');
    await slack.sees(stale);
  });

  it.each(['{', '{"channel":"D0LUIS"}', '{"channel":7}', '[]', '{"more":"x"}'])(
    'says the same where it carries %s, which we never gave it',
    async (metadata) => {
      const slack = await openWindow();
      changeView(slack, { private_metadata: metadata });
      await slack.workspace.submit('dana');
      await slack.sees(stale);
      expect(slack.workspace.messages('@outsourcing', { as: 'luis' })).toEqual([]);
    },
  );

  it('ends in a calm sentence with a reference where we fail, and the log has the cause', async () => {
    const failing: Asker = {
      ...asker,
      comparing: {
        ...asker.comparing,
        deals: () => {
          throw new Error('the shelves fell over');
        },
      },
    };
    const { workspace, sees, topmost, lines } = await openWindow({ asker: failing });
    await workspace.submit('dana');
    await sees('Something went wrong on my side');
    const reference = /reference (\w+)\./.exec(topmost())?.[1];
    expect(topmost()).not.toContain('shelves');
    expect(lines.find((line) => line.reference === reference)).toMatchObject({
      err: { message: 'the shelves fell over' },
    });
  });

  it('is answered in time and all the same where the store hangs', async () => {
    const memory = createMemoryStore({ now: Date.now });
    let hangs = false;
    const store: Store = {
      ...memory,
      get: (key) => (hangs ? new Promise(() => {}) : memory.get(key)),
    };
    const { workspace } = await openWindow({ store });
    hangs = true;
    const began = performance.now();
    await workspace.submit('dana');
    expect(performance.now() - began).toBeLessThan(2_900);
    expect(workspace.modals('dana')).toEqual([]);
    await workspace.nextMessage(({ text }) => text.startsWith('Kaiser Permanente with IBM'));
    hangs = false;
  });

  it('is refused by Slack alone where an input is empty', async () => {
    const { workspace } = await openWindow();
    await workspace.clickView('dana', dealsField, []);
    await workspace.submit('dana');
    expect(workspace.modals('dana')).toHaveLength(1);
  });
});

describe('a window that was closed or changed meanwhile', () => {
  it.each(['hash_conflict', 'not_found'])('is left as it is at %s, and nothing is lost', async (error) => {
    const { workspace, lines } = await openSlack({ asker });
    await workspace.openTab('dana', 'home');
    await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
    await workspace.clickView('dana', 'home:search', 'Optum');
    await workspace.until(() => workspace.modals('dana').at(-1), 'an answer in a window');
    workspace.faults.next('views.update', { error });
    await workspace.clickView('dana', 'view:keep');
    await workspace.nextMessage(({ text }) => text.startsWith('Optum has 5 clients'));
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('opening a window', () => {
  it.each([
    ['views.open', 'expired_trigger_id', 'Slack waits three seconds'],
    ['views.open', 'exchanged_trigger_id', 'Slack waits three seconds'],
    ['views.open', 'push_limit_reached', 'There are three windows open already'],
    ['views.open', 'fatal_error', 'Something went wrong on my side'],
  ])('tells the person where %s ends in %s', async (method, error, start) => {
    const { workspace, message } = await openWindow();
    await workspace.closeModal('dana');
    workspace.faults.next(method, { error });
    await workspace.click('dana', message, 'compare:open');
    const said = await workspace.nextMessage(({ text }) => text.startsWith(start));
    expect(said).toMatchObject({ visibleTo: 'U0DANA' });
    expect(workspace.modals('dana')).toEqual([]);
  });
});

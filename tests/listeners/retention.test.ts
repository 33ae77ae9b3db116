import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Outcome } from '../../src/answer.ts';
import { forgotten } from '../../src/listeners/forget.ts';
import { gapName } from '../../src/listeners/gaps.ts';
import { openSqliteStore, sqliteFile } from '../../src/store/sqlite.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack } from '../fixtures/make-slack.ts';

const day = 86_400_000;

/** Declines what contains the word of an outcome, in that outcome. */
const declining = makeAsker({
  ask: (utterance, turns) => {
    const turn = makeAsker().ask(utterance, turns);
    const outcomes: Outcome[] = ['not-stated', 'not-held', 'unclear', 'withheld', 'partial'];
    const outcome = outcomes.find((one) => utterance.includes(one)) ?? 'answered';
    return { ...turn, answer: { ...turn.answer, outcome, readAs: `fact · ${utterance.length}` } };
  },
  answerReading: (reading) => {
    const turn = makeAsker().answerReading(reading);
    return { ...turn, answer: { ...turn.answer, readAs: `fact · ${reading.terms.join(' ')}` } };
  },
});

const names = z.array(z.object({ name: z.string() }));

/** A bot on a database file, and everything that stands in every table of the file. */
const openBot = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retention-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = makeClock();
  const store = openSqliteStore({ folder, now: clock.now });
  const named = { curators: [], owners: 'C0TRANSITION' };
  const slack = await openSlack({ store, clock: clock.now, asker: declining, named });
  const db = new Database(join(folder, sqliteFile));
  onTestFinished(() => void db.close());
  const everything = (): Record<string, unknown>[] => {
    const tables = names.parse(db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all());
    expect(tables.map(({ name }) => name)).toEqual(['entries']);
    return tables.flatMap(({ name }) =>
      z.array(z.record(z.string(), z.unknown())).parse(db.prepare(`SELECT * FROM "${name}"`).all()),
    );
  };
  const kinds = (): string[] => {
    const keys = everything().map(({ key }) => String(key).split('/')[0] ?? '');
    return [...new Set(keys)].sort();
  };
  /** Every byte of every file in the folder, deleted rows and the log included. */
  const bytes = (): string =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join();
  const ask = async (person: string, channel: string, text: string) =>
    channel.startsWith('/')
      ? slack.workspace.answer(await slack.workspace.command(person, channel.slice(1), text))
      : slack.workspace.answer(await slack.workspace.say(person, channel, text));
  /** What is held of a question goes right after its answer is sent. */
  const settled = () => expect.poll(kinds).not.toContain('held');
  return { ...slack, clock, store, everything, bytes, kinds, ask, settled };
};

describe('what is kept', () => {
  it('is four kinds of things and claims, and of words only those of declined questions, without a name', async () => {
    const { ask, everything, kinds, settled } = await openBot();
    await ask('dana', '@outsourcing', 'direct layoffs');
    await ask('dana', '#it-sourcing', '@outsourcing mentioned layoffs');
    await ask('dana', '/#it-sourcing', 'commanded layoffs');
    await ask('dana', '/#it-sourcing', 'withheld layoffs');
    await ask('dana', '/#it-sourcing', 'not-stated layoffs of @luis');
    await settled();
    expect(kinds()).toEqual(['claim', 'gap', 'recent', 'turns']);
    const gaps = everything().filter(({ key }) => String(key).startsWith('gap/'));
    expect(gaps.map(({ value }) => JSON.parse(String(value)))).toEqual([
      {
        text: 'not-stated layoffs of …',
        why: 'not-stated',
        day: '2026-11-22',
        reading: expect.anything(),
        sender: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
    expect(gaps[0]?.key).toMatch(/^gap\/T0PRECEDENT\/[0-9a-f]{32}$/);
    // The stand-in for the heart puts what was typed into its readings, as the real one never does.
    const words = everything().filter(({ key }) => !/^(?:gap|recent|turns)\//.test(String(key)));
    expect(JSON.stringify(words)).not.toMatch(/layoffs|U0DANA|C0SOURCING|D0DANA/);
    const threads = everything().filter(({ key }) => String(key).startsWith('turns/T0PRECEDENT/thread/'));
    expect(threads).toHaveLength(1);
    expect(JSON.stringify(threads)).not.toContain('U0DANA');
  });

  it('is, of a declined question, words that nothing kept under a name leads to', async () => {
    const { ask, workspace, store, everything, settled } = await openBot();
    await ask('dana', '@outsourcing', 'not-stated layoffs');
    await workspace.openTab('dana', 'home');
    await settled();
    const { entries } = await store.list('gap/');
    const [gap] = entries.map(({ key }) => key.split('/')[2] ?? '');
    const named = everything().filter(({ key }) => !String(key).startsWith('gap/'));
    const runs = [...JSON.stringify(named).matchAll(/\\"run\\":\\"([^"\\]+)/g)].map(([, run = '']) => run);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs).not.toContain(gap);
    expect(runs.map(gapName)).not.toContain(gap);
    expect(JSON.stringify(named)).not.toContain(gap);
  });

  it('is, of the rooms, what people put there on purpose; names go with forget me, all of it with the app', async () => {
    const { ask, workspace, everything, kinds, settled } = await openBot();
    await ask('dana', '/#it-sourcing', 'checklist start Riverside');
    const board = await workspace.nextMessage(({ text }) => text.startsWith('Transition checklist'));
    await workspace.click('dana', board, 'checklist:tick:1');
    const declined = await ask('dana', '/#it-sourcing', 'not-held layoffs');
    await workspace.click('dana', declined, 'desk:ask');
    await workspace.nextMessage(({ text }) => text.startsWith('A question for people'));
    const settings = await ask('dana', '/#it-sourcing', 'settings');
    await workspace.click('dana', settings, 'settings:open');
    await workspace.until(() => workspace.modals('dana')[0], 'the window');
    await workspace.submit('dana');
    await settled();
    await expect
      .poll(kinds)
      .toEqual(['board', 'checklist', 'claim', 'gap', 'quiet', 'recent', 'request', 'settings', 'turns']);
    await ask('dana', '/#it-sourcing', 'forget me');
    await expect.poll(kinds).toEqual(['board', 'checklist', 'claim', 'gap', 'quiet', 'settings']);
    expect(JSON.stringify(everything())).not.toContain('U0DANA');
    await workspace.event({ type: 'app_uninstalled' });
    await expect.poll(kinds).toEqual([]);
  });

  it('is, of a judgement, the vote and what was said of the answer, without a name', async () => {
    const { ask, workspace, everything, kinds, settled } = await openBot();
    const answer = await ask('dana', '/#it-sourcing', 'Optum');
    await settled();
    const thumbs = answer.blocks.map((block) => JSON.stringify(block)).join();
    const down = /"value":"(down [^}]*})"/.exec(thumbs)?.[1] ?? '';
    await workspace.click('dana', answer, 'feedback:vote', JSON.parse(`"${down}"`));
    await expect.poll(kinds).toEqual(['claim', 'gap', 'recent', 'turns', 'vote']);
    const judged = everything().filter(({ key }) => /^(?:gap|vote)\//.test(String(key)));
    expect(judged).toHaveLength(2);
    expect(JSON.stringify(judged)).not.toMatch(/U0DANA|C0SOURCING|D0DANA/);
    await workspace.event({ type: 'app_uninstalled' });
    await expect.poll(everything).toEqual([]);
  });

  it('is the question itself only until it is answered', async () => {
    const { ask, workspace, store, kinds, settled } = await openBot();
    workspace.faults.next('response_url', { status: 429 });
    const seen: string[] = [];
    const stop = workspace.onChange(() => {
      void store.list('held/').then(({ entries }) => seen.push(...entries.map(({ key }) => key)));
    });
    await ask('dana', '/#it-sourcing', 'Optum');
    stop();
    await settled();
    expect(seen.length).toBeGreaterThan(0);
    expect(kinds()).toEqual(['claim', 'recent', 'turns']);
  });

  it.each([
    [1, ['gap', 'recent', 'turns']],
    [30, ['gap']],
    [90, []],
  ])('after %i days is %o, and really gone from the file', async (days, left) => {
    const { ask, app, clock, kinds, settled } = await openBot();
    await ask('dana', '#it-sourcing', '@outsourcing unclear layoffs');
    await ask('dana', '@outsourcing', 'Optum');
    await ask('dana', '/#it-sourcing', 'Optum');
    await settled();
    clock.pass(days * day);
    await app.sweep();
    expect(kinds()).toEqual(left);
  });

  it('is thirty days of readings, also where a thread and a list go on', async () => {
    const { ask, app, clock, workspace, everything, settled } = await openBot();
    const root = await workspace.say('dana', '@outsourcing', 'early');
    await workspace.answer(root);
    await settled();
    clock.pass(20 * day);
    const follow = await workspace.say('dana', '@outsourcing', 'late', { thread: root.ts });
    await workspace.answer(follow);
    await settled();
    expect(JSON.stringify(everything())).toContain('early');
    clock.pass(10 * day);
    await app.sweep();
    expect(JSON.stringify(everything())).not.toContain('early');
    expect(JSON.stringify(everything())).toContain('late');
    clock.pass(20 * day);
    await app.sweep();
    expect(everything()).toEqual([]);
    await ask('dana', '@outsourcing', 'again');
  });

  it('shows a person their own recent questions on Home, and nobody else', async () => {
    const { ask, workspace, settled } = await openBot();
    await ask('dana', '/#it-sourcing', 'Optum');
    await settled();
    const home = async (person: string): Promise<string> => {
      const before = workspace.traffic.calls('views.publish').length;
      await workspace.openTab(person, 'home');
      await expect.poll(() => workspace.traffic.calls('views.publish').length).toBe(before + 1);
      return JSON.stringify(workspace.traffic.calls('views.publish').at(-1)?.body);
    };
    expect(await home('dana')).toContain('fact · Optum');
    expect(await home('luis')).not.toContain('fact · Optum');
    expect(await home('luis')).toContain('/outsourcing forget me');
    expect(workspace.refusals).toEqual([]);
  });
});

describe('a person who asks to be forgotten', () => {
  it.each([
    ['by command', '/#it-sourcing', 'forget me'],
    ['by command, in other letters', '/#general', ' Forget  me. '],
    ['directly', '@outsourcing', 'forget me'],
    ['by mention', '#it-sourcing', '@outsourcing forget me'],
  ])('%s stands in no table any more, and others are left alone', async (_, channel, text) => {
    const { ask, app, store, everything, bytes, workspace, settled } = await openBot();
    for (const person of ['dana', 'luis']) {
      await ask(person, '@outsourcing', 'Optum');
      await ask(person, '/#it-sourcing', 'Optum');
    }
    await ask('dana', '#it-sourcing', '@outsourcing Optum');
    await settled();
    await store.put('held/T0PRECEDENT/stuck', {
      question: {
        kind: 'command',
        id: 'x',
        team: 'T0PRECEDENT',
        channel: 'C0SOURCING',
        user: 'U0DANA',
        text: 'stuck layoffs',
        responseUrl: 'https://hooks.slack.com/x',
      },
      run: 'r',
      holder: 'gone',
      leaseUntil: Number.MAX_SAFE_INTEGER,
      tries: 0,
    });
    expect(JSON.stringify(everything())).toContain('U0DANA');
    const answer = await ask('dana', channel, text);
    expect(answer.text).toBe(forgotten);
    await settled();
    expect(JSON.stringify(everything())).not.toMatch(/U0DANA|D0DANA|stuck layoffs/);
    expect(JSON.stringify(everything())).toContain('U0LUIS');
    await app.sweep();
    expect(bytes()).not.toMatch(/U0DANA|D0DANA|stuck layoffs/);
    expect(bytes()).toContain('U0LUIS');
    expect(workspace.refusals).toEqual([]);
  });

  it.each(['forget me not', 'please forget me', 'forget'])('is not who types "%s"', async (text) => {
    const { ask, everything, settled } = await openBot();
    expect((await ask('dana', '/#it-sourcing', text)).text).toMatch(/^You asked/);
    await settled();
    expect(JSON.stringify(everything())).toContain('U0DANA');
  });
});

describe('a workspace that removes the app', () => {
  it.each([
    { type: 'app_uninstalled' },
    { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0PRECEDENT'] } },
  ])('by $type stands in no table any more, and other workspaces are left alone', async (event) => {
    const { ask, store, everything, workspace, settled } = await openBot();
    await store.put('turns/T0OTHER/thread/C/1', []);
    await ask('dana', '@outsourcing', 'Optum');
    await ask('luis', '#it-sourcing', '@outsourcing not-held layoffs');
    await settled();
    await workspace.event(event);
    await expect.poll(everything).toHaveLength(1);
    expect(everything()[0]?.key).toBe('turns/T0OTHER/thread/C/1');
  });

  it('is forgotten later where the store was away, as nobody can ask for it again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'retention-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const store = openSqliteStore({ folder, now: Date.now });
    let isAway = true;
    const deleteUnder = async (prefix: string): Promise<void> => {
      if (isAway) throw new Error('the store is away');
      await store.deleteUnder(prefix);
    };
    const { workspace, app, lines } = await openSlack({ store: { ...store, deleteUnder } });
    await store.put('settings/T0PRECEDENT/C0SOURCING', {});
    await workspace.event({ type: 'app_uninstalled' });
    await expect
      .poll(() => lines.map(({ msg }) => msg))
      .toContain('could not forget a workspace that removed the app; trying again');
    isAway = false;
    await app.sweep();
    expect(await store.get('settings/T0PRECEDENT/C0SOURCING')).toBeUndefined();
    await app.sweep();
    expect(lines.filter(({ msg }) => String(msg).startsWith('uninstalled'))).toHaveLength(1);
  });

  it('stays as it is when a person takes their own token back', async () => {
    const { ask, everything, workspace, app, settled } = await openBot();
    await ask('dana', '@outsourcing', 'Optum');
    await settled();
    const before = everything();
    await workspace.event({ type: 'tokens_revoked', tokens: { oauth: ['U0DANA'], bot: [] } });
    await app.stop();
    expect(everything()).toEqual(before);
  });
});

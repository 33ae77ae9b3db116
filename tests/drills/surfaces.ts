import { setImmediate as turn } from 'node:timers/promises';
import type { Asker } from '../../src/answer.ts';
import { checkBlocks, checkView } from '../../src/blocks/checker.ts';
import { isRecord, places } from '../../src/blocks/problem.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';
import type { Choice } from '../../src/playground/workspace/inputs.ts';
import type { Message } from '../../src/playground/workspace/state.ts';
import type { View } from '../../src/playground/workspace/view.ts';
import { makeSteps } from '../fixtures/make-checklist.ts';
import { type Bot, openBot, type Way } from '../harness/open-bot.ts';

/** What a walk over every surface came upon. */
export interface Walk {
  /** How often each kind of element was used: `message share:post`, `home home:go`. */
  readonly used: ReadonlyMap<string, number>;
  /** The action ids that were used, and the callback ids of the windows that were sent. */
  readonly ids: ReadonlySet<string>;
  /** Messages and views that were looked at. */
  readonly seen: number;
  /** What our checker or the pretend Slack would not have, and errors in the log; nothing, if all is well. */
  readonly wrong: readonly string[];
}

type Element = Readonly<Record<string, unknown>> & { readonly action_id: string; readonly type: string };

const isElement = (value: unknown): value is Element =>
  isRecord(value) && typeof value.action_id === 'string' && typeof value.type === 'string';

const elementsIn = (blocks: unknown): Element[] =>
  [...places(blocks)].flatMap(({ value }) => (isElement(value) ? [value] : []));

/** Inputs that say nothing until they are sent. */
const silentIn = (blocks: unknown): ReadonlySet<string> =>
  new Set(
    [...places(blocks)].flatMap(({ value }) =>
      isRecord(value) && value.type === 'input' && value.dispatch_action !== true
        ? elementsIn(value.element).map(({ action_id }) => action_id)
        : [],
    ),
  );

const valuesOf = (element: Element): string[] =>
  [...places([element.options, element.option_groups])].flatMap(({ value }) =>
    isRecord(value) && typeof value.value === 'string' ? [value.value] : [],
  );

/** `home:ask:row12` and `home:ask:row3` are of one kind. */
const kindOf = (actionId: string): string => actionId.replace(/\d+$/, '');

const person = 'dana';
const place = '#it-sourcing';

const mostWindows = 3;

class Walker {
  readonly used = new Map<string, number>();
  readonly ids = new Set<string>();
  readonly wrong: string[] = [];
  readonly #looked = new Set<string>();
  readonly #bot: Bot;
  readonly #inFlight: () => number;
  /** How often elements of one kind are used on one surface. */
  readonly #times: number;

  constructor(bot: Bot, inFlight: () => number, times: number) {
    this.#bot = bot;
    this.#inFlight = inFlight;
    this.#times = times;
  }

  get seen(): number {
    return this.#looked.size;
  }

  /** Waits until the bot has done all it does for what was sent to it. */
  async still(): Promise<void> {
    await this.#bot.workspace.settled();
    while (this.#inFlight() > 0) await turn();
  }

  #may(surface: string, actionId: string): boolean {
    const kind = `${surface} ${kindOf(actionId)}`;
    const before = this.used.get(kind) ?? 0;
    // A window is sent empty first, and filled in after that.
    if (before >= Math.max(this.#times, actionId === 'submit' ? 2 : 1)) return false;
    this.used.set(kind, before + 1);
    this.ids.add(actionId === 'submit' ? surface : actionId);
    return true;
  }

  #lookAt(id: string, problems: readonly { readonly pointer: string; readonly message: string }[]): void {
    if (this.#looked.has(id)) return;
    this.#looked.add(id);
    for (const { pointer, message } of problems) this.wrong.push(`${id} ${pointer}: ${message}`);
  }

  async #choiceFor(element: Element): Promise<Choice | undefined> {
    const { workspace } = this.#bot;
    const { type, action_id: id } = element;
    if (type === 'external_select' || type === 'multi_external_select') {
      const found = elementsValues(await workspace.searchOptions(person, id, 'a'));
      return type === 'external_select' ? found[0] : found.slice(0, 2);
    }
    const values = valuesOf(element);
    if (type === 'plain_text_input') return 'Which deals were announced?';
    if (type === 'datepicker') return '2024-07-01';
    if (type.includes('users_select')) return type.startsWith('multi') ? ['U0LUIS'] : 'U0LUIS';
    if (type.includes('conversations_select') || type.includes('channels_select')) return 'C0SOURCING';
    if (type === 'checkboxes' || type.startsWith('multi_')) return values.slice(0, 2);
    if (type === 'feedback_buttons')
      return isRecord(element.negative_button) ? String(element.negative_button.value) : undefined;
    return type === 'button' ? undefined : values.at(-1);
  }

  /** Every message that stands there and was not looked at, with all that can be pressed in it. */
  async messages(): Promise<void> {
    const { workspace } = this.#bot;
    const standing = (): Message[] =>
      [place, '@outsourcing'].flatMap((channel) => workspace.messages(channel, { as: person }));
    for (let next = this.#unseen(standing()); next !== undefined; next = this.#unseen(standing())) {
      this.#lookAt(`message ${next.ts}`, checkBlocks(next.blocks ?? [], 'message', { allowMentions: true }));
      if (next.text === '') this.wrong.push(`message ${next.ts} has no text`);
      for (const element of elementsIn(next.blocks)) {
        if (!this.#may('message', element.action_id)) continue;
        const choice = await this.#choiceFor(element);
        // Another press may have taken the message away or changed it.
        const now = workspace.state.message(next.channel, next.ts);
        if (
          now === undefined ||
          !elementsIn(now.blocks).some(({ action_id: id }) => id === element.action_id)
        )
          continue;
        await workspace.click(person, now, element.action_id, choice);
        await this.still();
        await this.windows();
      }
    }
  }

  #unseen(standing: readonly Message[]): Message | undefined {
    return standing.find(({ ts, user }) => user === 'U0PRECEDENT' && !this.#looked.has(`message ${ts}`));
  }

  #top(): View | undefined {
    return this.#bot.workspace.modals(person).at(-1);
  }

  async #fill(view: View): Promise<void> {
    const { workspace } = this.#bot;
    const silent = silentIn(view.view.blocks);
    for (const element of elementsIn(view.view.blocks))
      if (silent.has(element.action_id)) {
        const choice = await this.#choiceFor(element);
        if (choice !== undefined && choice.length > 0)
          await workspace.clickView(person, element.action_id, choice);
      }
  }

  /** Whatever windows are open: all that can be pressed in the topmost, then sent, then closed. */
  async windows(): Promise<void> {
    const { workspace } = this.#bot;
    for (let view = this.#top(); view !== undefined; view = this.#top()) {
      const surface = String(view.view.callback_id);
      this.#lookAt(`${surface} ${view.hash}`, checkView(view.view, { allowMentions: true }));
      const next = this.#nextIn(view.view.blocks, surface);
      if (next !== undefined && workspace.modals(person).length <= mostWindows) {
        const choice = await this.#choiceFor(next);
        if (next.type === 'button' || choice !== undefined)
          await workspace.clickView(person, next.action_id, choice);
        await this.still();
      } else if (view.view.submit !== undefined && this.#may(surface, 'submit')) {
        if ((this.used.get(`${surface} submit`) ?? 0) > 1) await this.#fill(view);
        await workspace.submit(person);
        await this.still();
        // Sent in vain it still stands there, and is filled in the next time.
      } else await workspace.closeModal(person);
    }
  }

  /** What was used least; what leads back comes last. */
  #nextIn(blocks: unknown, surface: string): Element | undefined {
    const silent = silentIn(blocks);
    const times = ({ action_id: id }: Element): number =>
      (this.used.get(`${surface} ${kindOf(id)}`) ?? 0) + (id === 'home:go:front' ? this.#times : 0);
    const [next] = elementsIn(blocks)
      .filter(({ action_id: id }) => !silent.has(id))
      .sort((a, b) => times(a) - times(b));
    return next !== undefined && this.#may(surface, next.action_id) ? next : undefined;
  }

  /** Home from its front to everything it leads to. */
  async home(): Promise<void> {
    const { workspace } = this.#bot;
    for (;;) {
      const view = workspace.state.screens('U0DANA').home;
      if (view === undefined) return;
      const at = String(JSON.parse(String(view.view.private_metadata)).at);
      this.#lookAt(`home ${view.hash}`, checkView(view.view, { allowMentions: true }));
      const next = this.#nextIn(view.view.blocks, `home ${at}`);
      if (next === undefined) {
        if (at === 'front') return;
        await workspace.openTab(person, 'home');
        await this.still();
        continue;
      }
      await workspace.clickView(person, next.action_id, await this.#choiceFor(next));
      await this.still();
      await this.windows();
    }
  }

  finish(): void {
    const { workspace, lines } = this.#bot;
    for (const { method, error, details } of workspace.refusals)
      this.wrong.push([method, error, ...details].join(' '));
    for (const { level, msg, err } of lines)
      if (level === 'error')
        this.wrong.push(`log: ${String(msg)}: ${JSON.stringify(err)?.slice(-300) ?? ''}`);
  }
}

const elementsValues = (options: readonly unknown[]): string[] =>
  [...places(options)].flatMap(({ value }) =>
    isRecord(value) && typeof value.value === 'string' ? [value.value] : [],
  );

const questions = [
  '',
  'help',
  'hlep',
  'all deals',
  'list vendors',
  'transition checklist',
  'which deals ended',
  'checklist start Walk',
  'checklist',
  'zebra crossings on the moon',
  'gaps',
  'settings',
];

const watched = (): { readonly metrics: Metrics; readonly inFlight: () => number } => {
  let count = (): number => 0;
  const metrics = {
    ...createMetrics(),
    watchInFlight: (look: () => number) => {
      count = look;
    },
  };
  return { metrics, inFlight: () => count() };
};

/**
 * Goes wherever a person can go: asks by command, mention and message, opens Home and the Messages tab, takes every
 * shortcut, uses every kind of element on every surface (three times unless told otherwise), sends every window empty and filled.
 */
export const walkSurfaces = async (
  given: Asker,
  options: {
    readonly way?: Way;
    readonly times?: number;
    readonly shortcuts?: readonly string[];
    readonly messageShortcuts?: readonly string[];
  } = {},
): Promise<Walk> => {
  const { metrics, inFlight } = watched();
  // A library of any size has something to carry out, of several pages.
  const asker = { ...given, transition: { ...given.transition, steps: makeSteps(25) } };
  const named = { curators: ['U0DANA'], owners: 'C0SOURCING' };
  const bot = await openBot({ way: options.way ?? 'http', asker, metrics, named });
  const walker = new Walker(bot, inFlight, options.times ?? 3);
  const { workspace } = bot;
  const openings = asker.holdings().openings.map(({ text }) => text);
  const clients = asker
    .holdings()
    .shelves.client.slice(0, 6)
    .map(({ label }) => label);
  try {
    await workspace.openTab(person, 'messages');
    await walker.still();
    for (const text of [...questions, ...openings, `compare ${clients.join(', ')}`]) {
      await workspace.command(person, place, `/outsourcing ${text}`);
      await walker.still();
    }
    await workspace.say(person, place, '@outsourcing');
    const asked = await workspace.say(person, place, `@outsourcing ${openings[0] ?? 'all deals'}`);
    await workspace.say(person, '@outsourcing', openings[1] ?? 'all deals');
    await walker.still();
    await walker.messages();
    await workspace.openTab(person, 'home');
    await walker.still();
    await walker.home();
    for (const shortcut of options.shortcuts ?? []) {
      await workspace.shortcut(person, shortcut);
      await walker.still();
      await walker.windows();
    }
    const root = asked.ts === undefined ? undefined : workspace.state.message('C0SOURCING', asked.ts);
    for (const shortcut of root === undefined ? [] : (options.messageShortcuts ?? [])) {
      if (root !== undefined) await workspace.messageShortcut(person, root, shortcut);
      await walker.still();
      await walker.windows();
    }
    await walker.messages();
    walker.finish();
    return { used: walker.used, ids: walker.ids, seen: walker.seen, wrong: walker.wrong };
  } finally {
    await bot.close();
  }
};

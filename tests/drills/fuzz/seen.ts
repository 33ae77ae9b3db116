import { isRecord, places } from '../../../src/blocks/problem.ts';
import { entries } from './entries.ts';

/** An element that the bot showed somebody. */
export interface SeenElement {
  readonly element: Readonly<Record<string, unknown>>;
  readonly actionId: string;
  readonly blockId: string;
  /** The view it stood in; a message where there is none. */
  readonly view?: SeenView;
  /** Those to whom it was shown, or those whose words stood there. */
  readonly shownTo: readonly string[];
  /** The channel in which everybody saw it. */
  readonly channel?: string | undefined;
}

/** Who sees what the bot shows. */
export type ShownTo = Pick<SeenElement, 'shownTo' | 'channel'>;

/** A view that the bot showed somebody. */
export interface SeenView {
  readonly type: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly blocks: readonly unknown[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const mostOfAKind = 48;

/** The last few of each kind. */
class Shelves<Thing> {
  readonly #shelves = new Map<string, Thing[]>();

  put(kind: string, thing: Thing): void {
    const shelf = this.#shelves.get(kind) ?? [];
    this.#shelves.set(kind, [...shelf.slice(1 - mostOfAKind), thing]);
  }

  of(kind: string): readonly Thing[] {
    return this.#shelves.get(kind) ?? [];
  }
}

/** What the bot showed lately, to be pressed, filled in and sent back by anybody: of each way in the last few. */
export class Seen {
  readonly #elements = new Shelves<SeenElement>();
  readonly #views = new Shelves<SeenView>();

  /** Takes in the blocks of a message, or of a view. */
  blocks(blocks: unknown, audience: ShownTo, view?: SeenView): void {
    if (!Array.isArray(blocks)) return;
    for (const block of blocks)
      for (const { value } of places(block)) {
        if (!isRecord(value) || typeof value.action_id !== 'string') continue;
        const actionId = value.action_id;
        const kind = entries.actions.find(({ pattern }) => pattern.test(actionId))?.pattern.source;
        const blockId = isRecord(block) ? text(block.block_id) : '';
        if (kind !== undefined)
          this.#elements.put(kind, { element: value, actionId, blockId, ...audience, ...(view && { view }) });
      }
  }

  view(given: unknown, shownTo: readonly string[]): void {
    if (!isRecord(given)) return;
    const { type, callback_id: id, private_metadata: metadata, blocks } = given;
    const view: SeenView = {
      type: text(type),
      callbackId: text(id),
      metadata: text(metadata),
      blocks: Array.isArray(blocks) ? blocks : [],
    };
    const kind = entries.views.find(({ pattern }) => pattern.test(view.callbackId))?.pattern.source;
    if (kind !== undefined) this.#views.put(kind, view);
    this.blocks(view.blocks, { shownTo }, view);
  }

  /** Elements whose id fits a pattern of the table, whoever they were shown to: it is the bot that has to look. */
  elementsOf(pattern: RegExp): readonly SeenElement[] {
    return this.#elements.of(pattern.source);
  }

  viewsOf(pattern: RegExp): readonly SeenView[] {
    return this.#views.of(pattern.source);
  }
}

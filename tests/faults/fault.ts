import type { Store } from '../../src/store/store.ts';
import type { Bot, Way } from '../harness/open-bot.ts';

/** What a person does while something is broken. */
export type Act =
  | 'mention'
  | 'direct'
  | 'command'
  | 'forget me'
  | 'click'
  | 'double click'
  | 'shared click'
  | 'shared double click'
  | 'share'
  | 'double share'
  | 'sources'
  | 'dislike'
  | 'shortcut'
  | 'tick'
  | 'double tick'
  | 'home';

/** One thing that goes wrong, and how it has to end. */
export interface Fault {
  readonly name: string;
  readonly act: Act;
  /** Both when left out. */
  readonly way?: Way;
  readonly store?: (now: () => number) => Store | Promise<Store>;
  readonly arrange?: (bot: Bot) => unknown;
  /** Runs while the answer may be under way. */
  readonly during?: (bot: Bot) => unknown;
  /** The trouble is over and somebody looks for what was left. */
  readonly recover?: (bot: Bot) => unknown;
  /** The line of the log after which it has ended, where that is not the answer's own. */
  readonly until?: RegExp;
  /** Runs once it has ended: nothing more may come of it. */
  readonly after?: (bot: Bot) => unknown;
  readonly ends: string;
}

/** The outcomes that are allowed; anything else is a defect. */
export const one = 'one answer';
export const oneAsText = 'one answer, as text alone';
export const onePrivate = 'one answer, privately';
export const oneWithHint = 'one answer, privately, with the reason';
export const oneLater = 'one answer, once the trouble is over';
export const sentence = 'one sentence with a reference';
export const maybeTwice = 'one answer, here twice: nobody can look up what one person sees';
export const forAll = 'one answer, for all to see';
export const forAllLater = 'one answer, for all to see, once the trouble is over';
export const ticked = 'the item is done, for all to see';
export const why = 'one sentence that says why, and what to do';

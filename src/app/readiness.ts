import type { Asker } from '../answer.ts';
import type { Store } from '../store/store.ts';
import { within } from './within.ts';

/** What has to be well for a question to be answered, each `ok` or what is wrong with it. */
export interface Readiness {
  readonly library: string;
  readonly store: string;
  readonly slack: string;
}

export const isReady = (readiness: Readiness): boolean =>
  Object.values(readiness).every((state) => state === 'ok');

/** Longer than any healthy store needs, in milliseconds. */
const patienceMs = 1_000;
/** However often it is asked, the store is looked at once in this many milliseconds. */
const freshMs = 500;

/** Looks at the store by reading a key that nobody writes. */
const storeLook = (store: Store, now: () => number): (() => Promise<string>) => {
  let last: { readonly at: number; readonly state: Promise<string> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= freshMs) {
      const state = within(patienceMs, store.get('ready')).then(
        () => 'ok',
        () => 'no answer',
      );
      last = { at: now(), state };
    }
    return last.state;
  };
};

/** Looks at the library, the store and the connection to Slack; `slack` gives `ok` or what is wrong. Never rejects. */
export const readinessOf = (parts: {
  readonly asker: Asker;
  readonly store: Store;
  /** Milliseconds; only differences are used. */
  readonly now: () => number;
  readonly slack: () => string;
}): (() => Promise<Readiness>) => {
  const look = storeLook(parts.store, parts.now);
  return async () => ({
    library: parts.asker.examples.length > 0 ? 'ok' : 'empty',
    store: await look(),
    slack: parts.slack(),
  });
};

import { redacted } from './redact.ts';
import type { Passage } from './workspace/traffic.ts';
import type { Workspace } from './workspace/workspace.ts';

/** One line of the traffic pane. */
export interface ShownPassage {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly direction: Passage['direction'];
  readonly what: string;
  /** HTTP status, or nothing where none came back. */
  readonly status: number | null;
  readonly ms: number;
  readonly outcome: string;
  readonly isGood: boolean;
}

/** What one line holds: both bodies, without secrets. */
export interface ShownBodies {
  readonly sent: unknown;
  readonly answered: unknown;
}

/** As many lines as the pane holds. */
const shown = 200;

/** What went over the wire, newest first. */
export const showTraffic = ({ traffic }: Workspace): readonly ShownPassage[] =>
  traffic.passages
    .slice(-shown)
    .toReversed()
    .map(({ id, at, direction, what, status, ms, outcome, isGood }) => ({
      id,
      at,
      direction,
      what,
      status: status ?? null,
      ms,
      outcome,
      isGood,
    }));

/** The bodies of one line; undefined when it is too old. */
export const showBodies = ({ traffic }: Workspace, id: number): ShownBodies | undefined => {
  const found = traffic.passages.find((one) => one.id === id);
  return found && { sent: redacted(found.body) ?? null, answered: redacted(found.answer) ?? null };
};

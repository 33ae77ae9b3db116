import { beneath } from './beneath-answers.ts';
import type { Fault } from './fault.ts';
import { addresses } from './in-addresses.ts';
import { calls, clicks } from './in-calls.ts';
import { checklists } from './in-checklists.ts';
import { deliveries } from './in-deliveries.ts';
import { refusals } from './in-refusals.ts';
import { databases, stores } from './in-stores.ts';
import { standingStill } from './standing-still.ts';

/** Everything that is tried; without PostgreSQL on this machine, what needs none. */
export const faultsHere = (hasDatabase: boolean): readonly Fault[] => [
  ...deliveries,
  ...calls,
  ...refusals,
  ...addresses,
  ...clicks,
  ...beneath,
  ...checklists,
  standingStill,
  ...stores,
  ...(hasDatabase ? databases : []),
];

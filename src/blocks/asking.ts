import type { Button } from '@slack/types';
import { encodeReading, type Reading } from '../reading.ts';
import { button } from './kit.ts';
import { inValue } from './value.ts';

/** A button that asks a reading. */
export const asking = (actionId: string, label: string, reading: Reading): Button | undefined =>
  button(actionId, label, inValue(encodeReading(reading)));

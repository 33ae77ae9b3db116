import type { Progress } from './view.ts';

/** `5 of 21 done, 2 late`. */
export const sayProgress = ({ done, all, late }: Progress): string =>
  all === 0 ? 'nothing on it yet' : `${done} of ${all} done${late === 0 ? '' : `, ${late} late`}`;

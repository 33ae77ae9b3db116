/** One thing that Slack, or we, would refuse in a payload. */
export interface BlockProblem {
  /** A stable word such as `too_long`, `missing_field`, `live_broadcast`. */
  readonly code: string;
  /** JSON pointer (RFC 6901) to the offending value; empty for the whole payload. */
  readonly pointer: string;
  readonly message: string;
}

/** The pointer to a property or item of what `pointer` points to. */
export const below = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something found in a payload: a value, the key it stands under, and the pointer to it. */
export interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly pointer: string;
}

/** Everything in a payload, outermost first. */
export function* places(value: unknown, pointer = '', key = ''): Generator<Place> {
  yield { value, key, pointer };
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* places(item, below(pointer, at), key);
  } else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) yield* places(inner, below(pointer, name), name);
  }
}

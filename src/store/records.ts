import type { z } from 'zod';
import type { Store } from './store.ts';

/** Told of a record that is not what it should be; it reads as missing. `what` names fields, never their values. */
export type OnDamage = (key: string, what: string) => void;

/** A stored value of this shape, or undefined where there is none or it is damaged, which is reported. */
export const readAs = <Shape>(
  schema: z.ZodType<Shape>,
  key: string,
  value: unknown,
  onDamage: OnDamage,
): Shape | undefined => {
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  onDamage(
    key,
    parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'value'}: ${code}`).join(', '),
  );
  return undefined;
};

/** One record, checked as it is read back. */
export const getAs = async <Shape>(
  store: Store,
  schema: z.ZodType<Shape>,
  key: string,
  onDamage: OnDamage,
): Promise<Shape | undefined> => readAs(schema, key, await store.get(key), onDamage);

/** Every record under a prefix, page by page; damaged ones are reported and left out. */
export async function* eachAs<Shape>(
  store: Store,
  schema: z.ZodType<Shape>,
  prefix: string,
  onDamage: OnDamage,
): AsyncGenerator<{ readonly key: string; readonly record: Shape }> {
  for (let after: string | undefined; ; ) {
    const page = await store.list(prefix, after === undefined ? {} : { after });
    for (const { key, value } of page.entries) {
      const record = readAs(schema, key, value, onDamage);
      if (record !== undefined) yield { key, record };
    }
    if (page.next === undefined) return;
    after = page.next;
  }
}

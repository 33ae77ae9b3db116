import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifestSchema = z.object({
  features: z.object({
    shortcuts: z
      .array(z.object({ type: z.enum(['message', 'global']), callback_id: z.string() }))
      .default([]),
  }),
});

const { features } = manifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')),
);

const named = (type: 'message' | 'global'): string[] =>
  features.shortcuts.filter((one) => one.type === type).map(({ callback_id: id }) => id);

/** The shortcuts that the manifest gives to people. */
export const manifest = { shortcuts: { shortcuts: named('global'), messageShortcuts: named('message') } };

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.record(z.string().regex(/^[a-z_]+$/), z.string().min(1));

/** The rings of `lexicon.yaml`: id -> words and phrases, separated by commas. */
export const rings: Readonly<Record<string, string>> = schema.parse(
  parse(readFileSync(join(import.meta.dirname, 'lexicon.yaml'), 'utf8')),
);

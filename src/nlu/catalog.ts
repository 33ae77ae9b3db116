import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Problem, StartError } from '../errors.ts';
import type { Intent, IntentDefinition } from '../intent.ts';

const isFunction = (value: unknown): boolean => typeof value === 'function';

const definitionSchema = z.strictObject({
  summary: z.string().min(1),
  examples: z.array(z.string().min(1)).min(3),
  aside: z.boolean().default(false),
  fits: z.custom<IntentDefinition['fits']>(isFunction, 'is no function'),
  answer: z.custom<IntentDefinition['answer']>(isFunction, 'is no function'),
});

const load = async (folder: string, name: string, shown: string): Promise<Intent | Problem[]> => {
  const file = `${shown}/${name}`;
  const module: unknown = await import(pathToFileURL(join(folder, name)).href).catch(
    (error: unknown) => error,
  );
  if (module instanceof Error) {
    return [
      {
        file,
        message: `The file cannot be loaded (${module.message.split('\n')[0]}).`,
        remedy: 'Mend it, or move it out of the folder.',
      },
    ];
  }
  const exported =
    typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  const result = definitionSchema.safeParse(exported);
  if (result.success) return { ...result.data, name: name.replace(/\.ts$/, '') };
  return result.error.issues.map((issue) => ({
    file,
    field: issue.path.join('.') || 'default export',
    message: `${issue.message}.`,
    remedy: 'Export defineIntent({ summary, examples, fits, answer }) as the default.',
  }));
};

const normal = (example: string): string => example.toLowerCase().replaceAll(/\s+/g, ' ').trim();

const duplicates = (intents: readonly Intent[], shown: string): Problem[] => {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const intent of intents) {
    for (const example of intent.examples) {
      const owner = owners.get(normal(example));
      if (owner !== undefined) {
        problems.push({
          file: `${shown}/${intent.name}.ts`,
          field: 'examples',
          message: `"${example}" stands in ${shown}/${owner}.ts too.`,
          remedy: 'Keep it in one of them.',
        });
      }
      owners.set(normal(example), intent.name);
    }
  }
  return problems;
};

/**
 * Finds the intents by reading the folder: each `*.ts` file is one.
 * @throws StartError naming every file of a wrong shape and every example that stands twice.
 */
export const loadCatalog = async (folder: string, shown = folder): Promise<readonly Intent[]> => {
  const names = await readdir(folder).catch(() => {
    throw new StartError([
      { file: shown, message: 'The folder of intents cannot be read.', remedy: 'Name a folder that exists.' },
    ]);
  });
  const loaded = await Promise.all(
    names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => load(folder, name, shown)),
  );
  const problems = loaded.flatMap((entry) => (Array.isArray(entry) ? entry : []));
  const intents = loaded.flatMap((entry) => (Array.isArray(entry) ? [] : [entry]));
  if (intents.length === 0 && problems.length === 0) {
    problems.push({
      file: shown,
      message: 'The folder holds no intent.',
      remedy: 'Put at least one file there.',
    });
  }
  problems.push(...duplicates(intents, shown));
  if (problems.length > 0) throw new StartError(problems);
  return intents;
};

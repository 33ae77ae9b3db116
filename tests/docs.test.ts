import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bracesSchema, frontMatterSchema } from '../src/corpus/article.ts';
import { root } from './fixtures/library.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));

const hasReadme = existsSync(join(root, 'README.md'));
const pages = [
  ...(hasReadme ? ['README.md'] : []),
  'CHANGELOG.md',
  'seeds/README.md',
  ...filesIn('docs'),
].filter((file) => file.endsWith('.md'));
const code = ['src', 'intents', 'tests'].flatMap(filesIn).filter((file) => file.endsWith('.ts'));

describe.runIf(hasReadme)('README.md', () => {
  it('has fewer than 150 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThan(150);
  });
});

describe('the pages', () => {
  it.each(pages)('%s names no command that is not there', (page) => {
    const named = [...read(page).matchAll(/\bnpm (?:run (?:-s )?([\w:]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
  });

  it.each(pages)('%s links to no file that is not there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].map(
      ([, to]) => to ?? '',
    );
    expect(links.filter((to) => !existsSync(join(root, page, '..', to)))).toEqual([]);
  });

  it('docs/decisions give a reason for every dependency', () => {
    const decisions = filesIn('docs/decisions').map(read).join('\n');
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
  });
});

/** The names of all fields of a schema, as they are written in a file. */
const fieldsOf = (schema: z.ZodType): string[] => {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(value)) found.add(name);
      walk(value);
    }
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return [...found];
};

describe('seeds/README.md', () => {
  const documented = read('seeds/README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, field]) => field ?? ''),
    );

  it('lists every field of the schemas, and no other', () => {
    const fields = new Set([...fieldsOf(frontMatterSchema), ...fieldsOf(bracesSchema)]);
    expect(fields.size).toBeGreaterThan(30);
    expect([...new Set(documented)].sort()).toEqual([...fields].sort());
  });

  it('names every choice of a field', () => {
    const text = read('seeds/README.md');
    const choices = [
      ...frontMatterSchema.shape.kind.options,
      ...bracesSchema.shape.as.unwrap().options,
      ...bracesSchema.shape.money.unwrap().options,
    ];
    expect(choices.filter((choice) => !text.includes(`\`${choice}\``))).toEqual([]);
  });
});

describe('the files', () => {
  it('of src have fewer than 250 lines', () => {
    const long = code
      .filter((file) => file.startsWith('src/'))
      .map((file) => [file, read(file).split('\n').length] as const)
      .filter(([, lines]) => lines >= 250);
    expect(long).toEqual([]);
  });

  it('have names that say what is in them', () => {
    const drawers = /^(?:index|utils?|helpers?|common|types?|service|manager|misc|shared)(?:\.|$)/;
    const named = code.filter((file) => file.split('/').some((part) => drawers.test(part)));
    expect(named).toEqual([]);
  });

  it('of src and tests have one language, and articles one form', () => {
    expect(filesIn('seeds').filter((file) => !/^seeds\/(?:[a-z0-9-]+|README)\.md$/.test(file))).toEqual([]);
    expect(filesIn('intents').filter((file) => !/^[a-z-]+\.ts$/.test(basename(file)))).toEqual([]);
  });

  it('name no folder of the machine they were written on', () => {
    const home = new RegExp(`(?<![\\w.])/${'wo'}rk/`);
    expect([...code, ...pages, 'package.json', '.ci/run'].filter((file) => home.test(read(file)))).toEqual(
      [],
    );
  });
});

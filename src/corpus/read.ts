import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, StartError } from '../errors.ts';
import type { Article } from './article.ts';
import { readBody } from './body.ts';
import { checkBullet } from './check.ts';
import { readFront } from './front.ts';

interface Parts {
  readonly front: string;
  readonly body: readonly string[];
  /** 1-based line of the first line of the body. */
  readonly bodyLine: number;
}

const split = (text: string): Parts | undefined => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return undefined;
  return { front: lines.slice(1, end).join('\n'), body: lines.slice(end + 1), bodyLine: end + 2 };
};

/** Reads one article. `file` is the path shown in problems; its base name without `.md` is the id. */
export const readArticle = (
  file: string,
  text: string,
): { readonly article?: Article; readonly problems: readonly Problem[] } => {
  const parts = split(text);
  if (!parts) {
    const remedy = 'Begin with a line ---, the fields, and a line ---.';
    return { problems: [{ file, line: 1, message: 'The article has no front matter.', remedy }] };
  }
  const front = readFront(parts.front, file);
  const body = readBody(parts.body, parts.bodyLine, file);
  const problems = [
    ...front.problems,
    ...body.problems,
    ...body.bullets.flatMap((bullet) => checkBullet(bullet, file)),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (!front.matter) return { problems };
  const id = (file.split('/').at(-1) ?? file).replace(/\.md$/, '');
  return { article: { ...front.matter, id, file, bullets: body.bullets, lines: front.lines }, problems };
};

/**
 * Reads every article of a folder: the `*.md` files directly in it whose names do not start with a capital.
 * @throws StartError with every problem of every file, or when the folder cannot be read or holds no article.
 */
export const readArticles = async (folder: string, shown = folder): Promise<Article[]> => {
  const names = await readdir(folder).catch(() => {
    throw new StartError([
      {
        file: shown,
        message: 'The folder of articles cannot be read.',
        remedy: 'Name a folder that exists.',
      },
    ]);
  });
  const files = names.filter((name) => name.endsWith('.md') && !/^[A-Z]/.test(name)).sort();
  if (files.length === 0) {
    throw new StartError([
      {
        file: shown,
        message: 'The folder holds no article.',
        remedy: 'Put at least one Markdown file there; seeds/README.md says how.',
      },
    ]);
  }
  const read = await Promise.all(
    files.map(async (name) => readArticle(`${shown}/${name}`, await readFile(join(folder, name), 'utf8'))),
  );
  const problems = read.flatMap((result) => result.problems);
  if (problems.length > 0) throw new StartError(problems);
  return read.flatMap((result) => (result.article ? [result.article] : []));
};

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { ZodError } from 'zod';
import { type Problem, StartError } from '../errors.ts';
import { type Article, type Bullet, bracesSchema, type FrontMatter, frontMatterSchema } from './article.ts';
import { attributeId, attributeOf } from './attributes.ts';
import { checkBullet } from './check.ts';

const bulletPattern = /^- ([^:{]+): (.+?)(?: (\{.*\}))?$/;

const problemsOf = (error: ZodError, file: string, line: number): Problem[] =>
  error.issues.map((issue) => ({
    file,
    line,
    field: issue.path.join('.') || 'front matter',
    message: `${issue.message}.`,
    remedy: 'Correct it; seeds/README.md lists the fields.',
  }));

interface Parts {
  readonly front: string;
  readonly body: readonly string[];
  /** 1-based line of the first line of the body. */
  readonly bodyLine: number;
}

const split = (text: string): Parts | undefined => {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return undefined;
  return { front: lines.slice(1, end).join('\n'), body: lines.slice(end + 1), bodyLine: end + 2 };
};

const readFront = (front: string, file: string, problems: Problem[]): FrontMatter | undefined => {
  const lineCounter = new LineCounter();
  const document = parseDocument(front, { lineCounter });
  for (const error of document.errors) {
    const line = (error.linePos?.[0].line ?? 0) + 1;
    problems.push({
      file,
      line,
      field: 'front matter',
      message: 'This is not YAML.',
      remedy: error.message.split('\n')[0] ?? '',
    });
  }
  if (document.errors.length > 0) return undefined;
  const result = frontMatterSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const node: unknown = document.getIn(issue.path.slice(0, -1).map(String), true);
    const range =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
        ? node.range
        : [0];
    const offset = typeof range[0] === 'number' ? range[0] : 0;
    problems.push(
      ...problemsOf({ ...result.error, issues: [issue] }, file, lineCounter.linePos(offset).line + 1),
    );
  }
  return undefined;
};

const readBraces = (
  written: string | undefined,
  file: string,
  line: number,
  problems: Problem[],
): Bullet['braces'] | undefined => {
  const document = parseDocument(written ?? '{}');
  if (document.errors.length > 0) {
    problems.push({
      file,
      line,
      field: 'braces',
      message: 'What stands in the braces is not YAML.',
      remedy: 'Quote values that hold commas, colons or question marks.',
    });
    return undefined;
  }
  const result = bracesSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  problems.push(...problemsOf(result.error, file, line));
  return undefined;
};

const readBullet = (
  text: string,
  line: number,
  about: readonly string[],
  file: string,
  problems: Problem[],
): Bullet | undefined => {
  const match = bulletPattern.exec(text);
  const [, written, sentence, braces] = match ?? [];
  if (written === undefined || sentence === undefined) {
    problems.push({
      file,
      line,
      field: 'bullet',
      message: 'A fact is written "- attribute: Sentence. {values}".',
      remedy: 'Write it so.',
    });
    return undefined;
  }
  if (about.length === 0) {
    problems.push({
      file,
      line,
      field: 'heading',
      message: 'The fact stands under no heading.',
      remedy: 'Put "## whom it is about" above it.',
    });
  }
  const attribute = attributeId(written);
  if (attributeOf(attribute) === undefined) {
    problems.push({
      file,
      line,
      field: written,
      message: 'This attribute is unknown.',
      remedy: 'Use one of src/corpus/attributes.ts, or add a line there.',
    });
  }
  const values = readBraces(braces, file, line, problems);
  return values && { line, about, attribute, sentence, braces: values };
};

const readBody = (parts: Parts, file: string, problems: Problem[]): Bullet[] => {
  let about: string[] = [];
  const bullets: Bullet[] = [];
  for (const [index, text] of parts.body.entries()) {
    const line = parts.bodyLine + index;
    if (text.startsWith('## '))
      about = text
        .slice(3)
        .split(',')
        .map((name) => name.trim());
    else if (text.startsWith('- '))
      bullets.push(
        ...[readBullet(text, line, about, file, problems)].filter((bullet) => bullet !== undefined),
      );
    else if (text.trim() !== '') {
      problems.push({
        file,
        line,
        field: 'body',
        message: 'This is neither a heading nor a fact.',
        remedy: 'Write "## …" or "- attribute: sentence", each on one line.',
      });
    }
  }
  return bullets;
};

/** Reads one article. `file` is the path shown in problems; its base name without `.md` is the id. */
export const readArticle = (
  file: string,
  text: string,
): { readonly article?: Article; readonly problems: Problem[] } => {
  const problems: Problem[] = [];
  const parts = split(text);
  if (!parts) {
    return {
      problems: [
        {
          file,
          line: 1,
          message: 'The article has no front matter.',
          remedy: 'Begin with a line ---, the fields, and a line ---.',
        },
      ],
    };
  }
  const front = readFront(parts.front, file, problems);
  const bullets = readBody(parts, file, problems);
  for (const bullet of bullets) problems.push(...checkBullet(bullet, file));
  if (!front) return { problems };
  const id = (file.split('/').at(-1) ?? file).replace(/\.md$/, '');
  return { article: { ...front, id, file, bullets }, problems };
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

import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../errors.ts';
import { type FrontMatter, frontMatterSchema } from './article.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What zod says of a field, in a sentence for whoever writes articles. */
export const sayIssue = (issue: Issue): string => {
  const inner = issue.code === 'invalid_key' ? issue.issues[0] : undefined;
  const { message } = inner ?? issue;
  if (message.endsWith('received undefined')) return 'The field is missing.';
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`;
};

/** The field that an issue is about: `deals.kaiser-ibm.vendor`; places in a list are left out. */
export const fieldOf = (issue: Issue): string =>
  pathOf(issue)
    .filter((part) => typeof part === 'string')
    .join('.');

const pathOf = (issue: Issue): Path =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;

const childOf = (node: unknown, key: PropertyKey): { readonly at?: Node; readonly value?: unknown } => {
  if (isSeq(node)) return { value: node.items[Number(key)] };
  if (!isMap(node)) return {};
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return pair && isScalar(pair.key) ? { at: pair.key, value: pair.value } : {};
};

/** Where the deepest part of the path that is written stands: an offset into the YAML. */
const offsetOf = (contents: unknown, path: Path): number => {
  let node = contents;
  let offset = 0;
  for (const key of path) {
    const child = childOf(node, key);
    offset = child.at?.range?.[0] ?? offset;
    node = child.value;
  }
  return offset;
};

export interface Front {
  readonly matter?: FrontMatter;
  /** 1-based line of each entry: `deals.kaiser-ibm`. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** Reads the YAML between the two lines `---` at the top of an article. */
export const readFront = (written: string, file: string): Front => {
  const counter = new LineCounter();
  const document = parseDocument(written, { lineCounter: counter });
  // The opening --- is line 1.
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      field: 'front matter',
      message: `This is not YAML: ${(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}.`,
      remedy: 'Quote values that hold colons, commas or question marks, and indent by two spaces.',
    }));
    return { problems, lines: new Map() };
  }
  const result = frontMatterSchema.safeParse(document.toJS());
  if (!result.success) {
    const problems = result.error.issues.map((issue) => ({
      file,
      line: lineAt(offsetOf(document.contents, pathOf(issue))),
      field: fieldOf(issue) || 'front matter',
      message: sayIssue(issue),
      remedy: 'Correct it; seeds/README.md lists the fields.',
    }));
    return { problems, lines: new Map() };
  }
  const lines = new Map(
    (['organisations', 'people', 'deals'] as const).flatMap((kind) =>
      Object.keys(result.data[kind]).map(
        (name) => [`${kind}.${name}`, lineAt(offsetOf(document.contents, [kind, name]))] as const,
      ),
    ),
  );
  return { matter: result.data, lines, problems: [] };
};

import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';

const document = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const question = z.object({ id: z.string(), text: z.string() });

export type Document = z.output<typeof document>;

/** A test collection: documents, questions, and which documents are right for which question. */
export interface Collection {
  readonly name: string;
  readonly documents: readonly Document[];
  /** Questions for which at least one document is right. */
  readonly questions: readonly { readonly text: string; readonly right: ReadonlySet<string> }[];
}

const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

/** Reads `docs.jsonl` {id,title,text}, `queries.jsonl` {id,text} and `qrels.tsv` (query, doc, grade) of a folder. */
export const readCollection = (folder: string): Collection => {
  const documents = lines(join(folder, 'docs.jsonl')).map((line) => document.parse(JSON.parse(line)));
  const right = new Map<string, Set<string>>();
  for (const line of lines(join(folder, 'qrels.tsv'))) {
    const [query = '', doc = '', grade = '1'] = line.split('\t');
    if (!(Number(grade) > 0)) continue;
    right.set(query, (right.get(query) ?? new Set()).add(doc));
  }
  const questions = lines(join(folder, 'queries.jsonl'))
    .map((line) => question.parse(JSON.parse(line)))
    .map(({ id, text }) => ({ text, right: right.get(id) ?? new Set<string>() }))
    .filter((entry) => entry.right.size > 0);
  return { name: basename(resolve(folder)), documents, questions };
};

/** The same documents without their titles, each title a question whose one right document is its own. */
export const knownItems = ({ name, documents }: Collection): Collection => {
  const titled = documents.filter(({ title, text }) => title.trim() !== '' && text.trim() !== '');
  return {
    name: `${name}-known-item`,
    documents: documents.map((entry) => ({ ...entry, title: '' })),
    questions: titled
      .filter((_, at) => at % Math.max(1, Math.floor(titled.length / 300)) === 0)
      .map(({ id, title }) => ({ text: title, right: new Set([id]) })),
  };
};

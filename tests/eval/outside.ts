import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../fixtures/library.ts';
import { type Result, share } from './evaluate.ts';

const scorer = join(root, '../shared/questions/score.py');
const figures = z.object({
  ok: z.number(),
  facts: z.number(),
  lead: z.number(),
  cited: z.number(),
  wrong: z.number(),
  declined: z.number(),
  intent_len: z.number(),
});

/** Why the outside scorer cannot be run, or nothing where it can. */
export const noOutsideScorer = (): string | undefined => {
  if (!existsSync(scorer)) return '../shared/questions/score.py is not here';
  return spawnSync('python3', ['--version']).status === 0 ? undefined : 'python3 is not here';
};

const runOn = (questionsFile: string, results: readonly Result[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'replies-'));
  try {
    const replies = join(folder, 'replies.jsonl');
    const lines = results.map(({ question, reply: { articles, ...reply } }) =>
      JSON.stringify({ id: question.id, ...reply, citations: articles.map((article) => ({ article })) }),
    );
    writeFileSync(replies, `${lines.join('\n')}\n`);
    const run = spawnSync('python3', [scorer, questionsFile, replies, '--show', String(results.length)], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`The outside scorer failed: ${run.stderr}`);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Where the two scorers differ on the same replies: shares, and questions that only one of them holds to be right. */
export const outsideDifferences = (questionsFile: string, results: readonly Result[]): string[] => {
  const lines = runOn(questionsFile, results).trimEnd().split('\n');
  const outside = figures.parse(JSON.parse(lines.at(-1) ?? ''));
  const pairs = [
    ['fully right', outside.ok, share(results, 'right')],
    ['facts', outside.facts, share(results, 'facts')],
    ['lead', outside.lead, share(results, 'lead')],
    ['cited', outside.cited, share(results, 'cited')],
    ['wrong', outside.wrong, share(results, 'wrong')],
    ['declined wrongly', outside.declined, share(results, 'declined')],
    ['intent', outside.intent_len, share(results, 'intent')],
  ] as const;
  const failed = new Set(lines.flatMap((line) => /^- (\S+) /.exec(line)?.[1] ?? []));
  return [
    ...pairs
      .filter(([, theirs, ours]) => Math.abs(theirs - ours) > 0.0001)
      .map(([name, theirs, ours]) => `${name}: ${theirs} there, ${ours} here`),
    ...results
      .filter(({ question, score }) => failed.has(question.id) === score.right)
      .map(
        ({ question, score }) => `${question.id}: ${score.right ? 'right only here' : 'right only there'}`,
      ),
  ];
};

import { z } from 'zod';
import { occurs } from './match.ts';

/** A question with what a right reply holds. */
export const questionSchema = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  history: z.array(z.string()).default([]),
  expect: z.object({
    intent: z.string(),
    intent_also: z.array(z.string()).default([]),
    answer: z.object({ must_include: z.array(z.array(z.string())), must_not_include: z.array(z.string()) }),
    sources: z.array(z.string()),
    abstain: z.boolean(),
  }),
});
export type Question = z.output<typeof questionSchema>;

/** What is scored of a reply. */
export interface Reply {
  readonly intent: string;
  readonly outcome: string;
  readonly answered: boolean;
  readonly lead: string;
  readonly text: string;
  readonly articles: readonly string[];
}

export interface Score {
  readonly right: boolean;
  readonly facts: boolean;
  readonly lead: boolean;
  readonly cited: boolean;
  readonly wrong: boolean;
  readonly declined: boolean;
  readonly intent: boolean;
  /** Why it is not fully right, in words. */
  readonly why: readonly string[];
}

const articleOf: Readonly<Record<string, string>> = {
  '000': 'kaiser-ibm-2009',
  '001': 'bidmc-halamka-2008',
  '002': 'allina-optum-2024',
  '003': 'mission-cerner-2014',
  '004': 'phoenix-transition-2021',
};
const honest: ReadonlySet<string> = new Set([
  'withheld',
  'not-stated',
  'not-held',
  'unclear',
  'undisclosed',
  'corrected',
  'partial',
]);
const short = new Set(['single_fact', 'must_abstain', 'thread_followup', 'adversarial']);
const wide = new Set(['compare_deals', 'list_deals', 'list_vendors', 'vendor_profile', 'deal_profile']);
const longest: Readonly<Record<string, number>> = {
  help: 1500,
  vendor_profile: 2500,
  deal_profile: 2500,
  list_filter: 2500,
  compare: 3500,
  transition: 5000,
};
const leadMost = 300;

/** Whether an outcome says that what was asked is not there, or is not so. */
export const isHonest = (outcome: string): boolean => honest.has(outcome);

const limitOf = ({ kind, expect }: Question): number => {
  if (!short.has(kind)) return longest[kind] ?? 2500;
  return wide.has(expect.intent) ? 1800 : 900;
};

/** Scores a reply by the rules of the question sets' README. Lengths are in code points. */
export const score = (question: Question, reply: Reply): Score => {
  const { abstain, answer, sources, intent, intent_also } = question.expect;
  const missing = answer.must_include.filter(
    (group) => !group.some((alternative) => occurs(reply.text, alternative)),
  );
  const leadMissing = answer.must_include.filter(
    (group) => !group.some((alternative) => occurs(reply.lead, alternative)),
  );
  const forbidden = answer.must_not_include.filter((alternative) => occurs(reply.text, alternative));
  const uncited = sources
    .map((source) => articleOf[source.slice(0, 3)] ?? source)
    .filter((id) => !reply.articles.includes(id));
  const lead = leadMissing.length === 0 && [...reply.lead].length <= leadMost;
  const abstained = isHonest(reply.outcome);
  const declined = !abstain && intent !== 'unknown' && !reply.answered;
  const length = [...reply.text].length;
  const why = [
    ...missing.slice(0, 1).map((group) => `lacks ${group.slice(0, 3).join(' / ')}`),
    ...forbidden.map((text) => `says ${text}`),
    ...uncited.map((id) => `does not cite ${id}`),
    ...((question.kind === 'single_fact' || question.kind === 'must_abstain') && !lead
      ? [`lead of ${[...reply.lead].length} lacks ${leadMissing[0]?.slice(0, 2).join(' / ') ?? 'nothing'}`]
      : []),
    ...(length > limitOf(question) ? [`${length} characters`] : []),
    ...(abstain && !abstained ? [`outcome ${reply.outcome}`] : []),
    ...(declined ? [`declined as ${reply.outcome}`] : []),
  ];
  const named = reply.intent.replaceAll('-', '_');
  return {
    right: why.length === 0,
    facts: missing.length === 0 && forbidden.length === 0,
    lead,
    cited: uncited.length === 0,
    wrong:
      (reply.answered && forbidden.length > 0) ||
      (abstain && !abstained) ||
      (reply.answered && answer.must_include.length > 0 && missing.length === answer.must_include.length),
    declined,
    intent: named === intent || intent_also.includes(named),
    why,
  };
};

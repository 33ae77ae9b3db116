import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What an answered question was, for counting: no person, no channel, no word of it. */
export interface Answered {
  readonly surface: string;
  readonly intent: string;
  readonly outcome: string;
  /** From the question's arrival to Slack's word that the answer stands. */
  readonly seconds: number;
}

/** What came of a delivery: the first of its question, the same again, one left by a process that is gone, one without the store. */
const claimResults = ['first', 'again', 'taken-over', 'without-store'] as const;
export type ClaimResult = (typeof claimResults)[number];

/** Figures of one process, for Prometheus. Every label comes from a short list of ours or of Slack's own words. */
export interface Metrics {
  answered(what: Answered): void;
  claimed(result: ClaimResult): void;
  /** Something failed and the person was told so under a reference, or could not be told. */
  failed(how: 'told' | 'untold'): void;
  /** Slack's answer to a call, `invalid_blocks` say, or `http 500`, `no answer`. */
  slackError(method: string, error: string): void;
  slackRetry(method: string): void;
  /** Read whenever somebody looks. */
  watchInFlight(count: () => number): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

const name = (end: string): string => `outsourcing_${end}`;

/** A label that somebody else chose, kept from growing without end. */
const label = (text: string): string => (/^[A-Za-z0-9][\w .-]{0,39}$/.test(text) ? text : 'other');

/** Seconds; an answer without trouble takes a few milliseconds, one that waits for Slack up to a minute. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

const createCounters = (registers: Registry[]) => ({
  answers: new Counter({
    name: name('answers_total'),
    help: 'Questions answered, by way in, intent and outcome.',
    labelNames: ['surface', 'intent', 'outcome'],
    registers,
  }),
  seconds: new Histogram({
    name: name('answer_seconds'),
    help: 'Seconds from a question to its answer, waits for Slack included.',
    labelNames: ['surface'],
    buckets,
    registers,
  }),
  claims: new Counter({
    name: name('claims_total'),
    help: 'Deliveries of questions: first, again, taken-over, without-store.',
    labelNames: ['result'],
    registers,
  }),
  failures: new Counter({
    name: name('failures_total'),
    help: 'What failed: told to the person with a reference, or untold and tried again later.',
    labelNames: ['result'],
    registers,
  }),
  errors: new Counter({
    name: name('slack_api_errors_total'),
    help: 'Calls of the Slack Web API, and posts to response addresses, that failed.',
    labelNames: ['method', 'error'],
    registers,
  }),
  retries: new Counter({
    name: name('slack_api_retries_total'),
    help: 'Calls of the Slack Web API that were made again.',
    labelNames: ['method'],
    registers,
  }),
});

/** Counts from zero. `withProcess` adds memory, CPU and event loop of this process. */
export const createMetrics = ({ withProcess = false } = {}): Metrics => {
  const registry = new Registry();
  const counters = createCounters([registry]);
  let inFlight = (): number => 0;
  new Gauge({
    name: name('in_flight'),
    help: 'Requests of Slack that are being worked on.',
    registers: [registry],
    collect() {
      this.set(inFlight());
    },
  });
  if (withProcess) collectDefaultMetrics({ register: registry });
  // There from the start: the first of its kind would be no growth to whoever watches for growth.
  for (const result of claimResults) counters.claims.inc({ result }, 0);
  for (const result of ['told', 'untold']) counters.failures.inc({ result }, 0);
  return {
    answered({ surface, intent, outcome, seconds }) {
      counters.answers.inc({ surface: label(surface), intent: label(intent), outcome: label(outcome) });
      counters.seconds.observe({ surface: label(surface) }, seconds);
    },
    claimed: (result) => counters.claims.inc({ result }),
    failed: (result) => counters.failures.inc({ result }),
    slackError: (method, error) => counters.errors.inc({ method: label(method), error: label(error) }),
    slackRetry: (method) => counters.retries.inc({ method: label(method) }),
    watchInFlight(count) {
      inFlight = count;
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

import { relative } from 'node:path';
import type { Asker } from './answer.ts';
import { rememberAnswers } from './app/remembered-answers.ts';
import { createAsker } from './ask.ts';
import type { Config } from './config.ts';
import { createLibrary } from './corpus/library.ts';
import { readArticles } from './corpus/read.ts';
import { StartError } from './errors.ts';
import type { Parts } from './listeners/parts.ts';
import type { Metrics } from './metrics.ts';
import { loadCatalog } from './nlu/catalog.ts';

/** Where the knowledge and the kinds of question lie. */
export interface Folders {
  readonly seeds: string;
  readonly intents: string;
}

const shownAs = (folder: string): string => relative(process.cwd(), folder) || '.';

/**
 * Opens the library and the intents and joins them.
 * @throws StartError with every problem of both folders.
 */
export const openAsker = async ({ seeds, intents }: Folders): Promise<Asker> => {
  const opened = await Promise.allSettled([
    readArticles(seeds, shownAs(seeds)),
    loadCatalog(intents, shownAs(intents)),
  ]);
  const [articles, catalog] = opened;
  if (articles.status === 'fulfilled' && catalog.status === 'fulfilled')
    return createAsker(createLibrary(articles.value), catalog.value);
  const causes = opened.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const unknown = causes.find((cause) => !(cause instanceof StartError));
  if (unknown !== undefined) throw unknown;
  throw new StartError(causes.flatMap((cause) => (cause instanceof StartError ? cause.problems : [])));
};

/** The whole bot, running. */
export interface Running {
  /** One line for whoever started it. */
  readonly greeting: string;
  /** Stops the intake, finishes what is under way within a deadline. */
  stop(): Promise<void>;
}

/** Joins the parts as the configuration says and starts them. Rejects with a StartError when the cause is known. */
export const startApp = async (config: Config, given: Parts, metrics?: Metrics): Promise<Running> => {
  const parts = { ...given, asker: rememberAnswers(given.asker) };
  // Imported here, so that the command line does not wait for Slack's libraries.
  if (config.mode === 'playground') {
    const { openPlayground } = await import('./app/playground.ts');
    const { url, stop } = await openPlayground(config, parts, metrics);
    return { greeting: `Outsourcing Precedents is ready. Open ${url} in a browser; Ctrl+C stops it.`, stop };
  }
  const { createSlackApp } = await import('./app/slack.ts');
  const app = createSlackApp({ ...parts, ...(metrics && { metrics }), config });
  const { port, metricsPort } = await app.start();
  if (metricsPort !== undefined) parts.log.info({ port: metricsPort }, 'serving figures at /metrics');
  const way = config.mode === 'http' ? `over HTTP on port ${port}` : 'over Socket Mode';
  return { greeting: `Outsourcing Precedents is connected to Slack ${way}.`, stop: () => app.stop() };
};

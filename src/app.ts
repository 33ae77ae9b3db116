import type { Config } from './config.ts';
import type { Parts } from './listeners/parts.ts';

/** The whole bot, running. */
export interface Running {
  /** One line for whoever started it. */
  readonly greeting: string;
  /** Stops the intake, finishes what is under way within a deadline. */
  stop(): Promise<void>;
}

/** Joins the parts as the configuration says and starts them. Rejects with a StartError when the cause is known. */
export const startApp = async (config: Config, parts: Parts): Promise<Running> => {
  // Imported here, so that the command line does not wait for Slack's libraries.
  if (config.mode === 'playground') {
    const { openPlayground } = await import('./app/playground.ts');
    const { url, stop } = await openPlayground(config, parts);
    return { greeting: `Outsourcing Precedents is ready. Open ${url} in a browser; Ctrl+C stops it.`, stop };
  }
  const { createSlackApp } = await import('./app/slack.ts');
  const app = createSlackApp({ ...parts, config });
  const { port } = await app.start();
  const way = config.mode === 'http' ? `over HTTP on port ${port}` : 'over Socket Mode';
  return { greeting: `Outsourcing Precedents is connected to Slack ${way}.`, stop: () => app.stop() };
};

import { join } from 'node:path';
import { destination } from 'pino';
import { openStore } from './app/open-store.ts';
import { openAsker, type Running, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { StartError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Store } from './store/store.ts';

const root = join(import.meta.dirname, '..');

/** Every value that lets its holder in; of the database's address the password on its own too, as errors may quote it. */
const secretsOf = (config: Config): string[] => {
  const password = config.databaseUrl === undefined ? '' : new URL(config.databaseUrl).password;
  const named = Object.entries(config).flatMap(([name, value]) =>
    /token|secret|databaseUrl/i.test(name) && typeof value === 'string' ? [value] : [],
  );
  return [...named, password, decodeURIComponent(password)].filter((secret) => secret !== '');
};

/** In the playground the terminal is a person's: the log keeps out of its way. */
const openLog = (config: Config): Log =>
  createLog({
    level: config.logLevel,
    secrets: secretsOf(config),
    destination: destination(config.mode === 'playground' ? 2 : 1),
  });

interface Begun {
  readonly running: Running;
  readonly store: Store;
  readonly log: Log;
  readonly mode: Config['mode'];
}

const begin = async (): Promise<Begun> => {
  const config = readConfig();
  const log = openLog(config);
  const asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
  const { store, clock } = await openStore(config, log);
  const now = (): number => performance.now();
  const metrics = createMetrics({ withProcess: config.metricsPort !== undefined });
  const named = { curators: config.curators, owners: config.owners };
  const running = await startApp(config, { asker, store, log, named, now, clock }, metrics);
  return { running, store, log, mode: config.mode };
};

/** Runs `stop` once, whatever the reason, and leaves; a second signal leaves at once. */
const leaveWith = ({ running, store, log }: Begun): ((code: number) => void) => {
  let leaving = false;
  return (code) => {
    if (leaving) process.exit(1);
    leaving = true;
    running
      .stop()
      .then(() => store.close())
      .catch((err: unknown) => log.error({ err }, 'could not stop in order'))
      .finally(() => process.exit(code));
  };
};

const main = async (): Promise<void> => {
  const begun = await begin();
  const { running, log, mode } = begun;
  const leave = leaveWith(begun);
  process.on('SIGTERM', () => leave(0));
  process.on('SIGINT', () => leave(0));
  // A socket that cannot be had again surfaces here: whoever supervises the process starts it anew.
  const fail = (err: unknown): void => {
    log.fatal({ err }, 'an error that nobody handled; stopping');
    leave(1);
  };
  process.on('unhandledRejection', fail);
  process.on('uncaughtException', fail);
  if (mode === 'playground') process.stdout.write(`${running.greeting}\n`);
  else log.info({ mode }, running.greeting);
};

main().catch((error: unknown) => {
  // What is known to be wrong is told in a sentence; only the unknown needs its stack.
  const text = error instanceof StartError || !(error instanceof Error) ? String(error) : error.stack;
  process.stderr.write(`Could not start.\n${text?.replace(/^StartError: /, '')}\n`);
  process.exit(1);
});

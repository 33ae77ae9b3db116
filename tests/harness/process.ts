import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A process of ours, with these settings and none of the surroundings'. */
export interface Process {
  readonly child: ChildProcess;
  /** Everything written so far to both outputs. */
  output(): string;
  /** Resolves to the match when the output has it; rejects when the process leaves before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it at once, or as an operator would, and waits for that. Resolves to its exit code. */
  end(signal?: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts a TypeScript file of the project, `src/main.ts` say. */
export const startProcess = (
  file: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Process => {
  const { PATH = '', HOME = '' } = process.env;
  const blank = { SLACK_MODE: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { PATH, HOME, ...blank, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += String(chunk);
      changed();
    });
  const gone = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  void gone.then(changed);
  return {
    child,
    output: () => output,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found === null && child.exitCode === null && child.signalCode === null) return;
          listeners.delete(look);
          if (found === null) reject(new Error(`it left and said: ${output.slice(-2_000)}`));
          else resolve(found);
        };
        listeners.add(look);
        look();
      }),
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return gone;
    },
  };
};

/** Settings of the bot over HTTP against a Slack at `apiUrl`. */
export const httpSettings = (apiUrl: string, folder: string): Record<string, string> => ({
  SLACK_MODE: 'http',
  SLACK_API_URL: apiUrl,
  SLACK_BOT_TOKEN: 'xoxb-pretend',
  SLACK_SIGNING_SECRET: 'pretend-secret',
  PORT: '0',
  DATA_DIR: folder,
});

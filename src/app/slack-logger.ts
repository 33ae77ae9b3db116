import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

const levels: Readonly<Record<string, LogLevel>> = {
  trace: LogLevel.DEBUG,
  debug: LogLevel.DEBUG,
  info: LogLevel.INFO,
  warn: LogLevel.WARN,
};

const write = (log: Log, level: 'debug' | 'info' | 'warn' | 'error', parts: readonly unknown[]): void => {
  const err = parts.find((part) => part instanceof Error);
  const message = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  log[level](err === undefined ? {} : { err }, message);
};

/** Our log, as Slack's libraries want it. Its level is ours to set, not theirs. */
export const slackLogger = (parent: Log): Logger => {
  const log = parent.child({ from: 'slack-sdk' });
  return {
    debug: (...parts) => write(log, 'debug', parts),
    info: (...parts) => write(log, 'info', parts),
    warn: (...parts) => write(log, 'warn', parts),
    error: (...parts) => write(log, 'error', parts),
    getLevel: () => levels[log.level] ?? LogLevel.ERROR,
    setLevel: () => {},
    setName: () => {},
  };
};

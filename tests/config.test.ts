import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { StartError } from '../src/errors.ts';

const nowhere = '/nonexistent/.env';
const read = (env: NodeJS.ProcessEnv, dotenv = nowhere) => {
  const { origin, ...config } = readConfig(env, dotenv);
  return config;
};

const problemsOf = (env: NodeJS.ProcessEnv, dotenv = nowhere) => {
  try {
    readConfig(env, dotenv);
  } catch (error) {
    if (error instanceof StartError) return error.problems;
    throw error;
  }
  return [];
};

const dotenvWith = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), '.env');
  writeFileSync(path, text);
  return path;
};

describe('readConfig', () => {
  it('starts the playground when no Slack credential is set', () => {
    expect(read({})).toEqual({
      mode: 'playground',
      transport: 'http',
      port: 3000,
      dataDir: '.data',
      curators: [],
      logLevel: 'warn',
    });
    expect(read({ SLACK_MODE: 'socket', PORT: '0', SLACK_BOT_TOKEN: ' ' })).toEqual({
      mode: 'playground',
      transport: 'socket',
      port: 0,
      dataDir: '.data',
      curators: [],
      logLevel: 'warn',
    });
  });

  it('uses Socket Mode by default, with no port opened', () => {
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual({
      mode: 'socket',
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      apiUrl: 'https://slack.com/api/',
      dataDir: '.data',
      curators: [],
      logLevel: 'info',
    });
  });

  it('reads every setting of HTTP mode', () => {
    const env = {
      SLACK_MODE: 'http',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'abc',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      PORT: '8080',
      DATA_DIR: '/var/data',
      DATABASE_URL: 'postgres://u:p@h/d',
      METRICS_PORT: '9100',
      CURATORS: 'U0DANA, S0LIBRARY',
      OWNERS: 'C0HELP',
      LOG_LEVEL: 'debug',
    };
    expect(read(env)).toEqual({
      mode: 'http',
      botToken: 'xoxb-1',
      signingSecret: 'abc',
      apiUrl: 'http://127.0.0.1:9/api/',
      port: 8080,
      dataDir: '/var/data',
      curators: ['U0DANA', 'S0LIBRARY'],
      owners: 'C0HELP',
      databaseUrl: 'postgres://u:p@h/d',
      metricsPort: 9100,
      logLevel: 'debug',
    });
  });

  it('lets the environment win over .env', () => {
    const dotenv = dotenvWith('SLACK_BOT_TOKEN=xoxb-file\nSLACK_APP_TOKEN="xapp-file"\nPORT=1\n');
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-env', PORT: ' ' }, dotenv);
    expect(config).toMatchObject({ botToken: 'xoxb-env', appToken: 'xapp-file', port: 1 });
    expect([config.origin('SLACK_BOT_TOKEN'), config.origin('SLACK_APP_TOKEN')]).toEqual([
      'environment',
      '.env',
    ]);
  });

  it('names every problem at once, each with its place and remedy', () => {
    const dotenv = dotenvWith('PORT=http\nSLACK_APP_TOKEN=xoxb-swapped\n');
    const problems = problemsOf({ SLACK_BOT_TOKEN: 'xapp-swapped', LOG_LEVEL: 'loud' }, dotenv);
    expect(problems.map(({ file, field, message }) => `${file} ${field} ${message}`).sort()).toEqual([
      '.env PORT is not a port.',
      '.env SLACK_APP_TOKEN is not an app-level token: it does not start with xapp-.',
      'environment LOG_LEVEL is not a log level.',
      'environment SLACK_BOT_TOKEN is not a bot token: it does not start with xoxb-.',
    ]);
    expect(problems.every(({ remedy }) => remedy.endsWith('.'))).toBe(true);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_MODE: 'http', SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']],
    [{ SLACK_MODE: 'http', SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_MODE: 'rtm', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_MODE']],
    [{ PORT: '65536' }, ['PORT']],
    [{ SLACK_API_URL: 'slack.com/api' }, ['SLACK_API_URL']],
    [{ DATABASE_URL: 'mysql://u:p@h/d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://u:100%@h/d' }, ['DATABASE_URL']],
    [
      { SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'xoxb-2' },
      ['SLACK_SIGNING_SECRET'],
    ],
  ])('refuses %o', (env, fields) => {
    expect(problemsOf(env).map(({ field }) => field)).toEqual(fields);
  });

  it('repeats no secret in what it says', () => {
    const problems = problemsOf({ SLACK_BOT_TOKEN: 'hunter2-secret', SLACK_SIGNING_SECRET: 'xoxb-secret' });
    expect(JSON.stringify(problems)).not.toMatch(/hunter2|xoxb-secret/);
  });
});

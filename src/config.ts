import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type Problem, StartError } from './errors.ts';

/** Where a setting came from, as it is named to the operator. */
export type Origin = '.env' | 'environment';

interface Shared {
  /** Folder for what outlives the process. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly metricsPort?: number;
  /** Ids of people and user groups who see what the library lacks. */
  readonly curators: readonly string[];
  /** The channel or user group that answers where the library does not, unless a channel names another. */
  readonly owners?: string;
  readonly logLevel: LogLevel;
  /** Which file to point at when a setting turns out to be wrong later. */
  readonly origin: (name: string) => Origin;
}

export interface HttpConfig extends Shared {
  readonly mode: 'http';
  readonly botToken: string;
  readonly signingSecret: string;
  /** Ends with `/`. */
  readonly apiUrl: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface SocketConfig extends Shared {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
  /** Ends with `/`. */
  readonly apiUrl: string;
  /** Health only; no port is opened when it is missing. */
  readonly port?: number;
}

export interface PlaygroundConfig extends Shared {
  readonly mode: 'playground';
  /** How the bot is attached to the pretend workspace. */
  readonly transport: 'http' | 'socket';
  /** Of the page. 0 takes any free port. */
  readonly port: number;
}

export type Config = HttpConfig | SocketConfig | PlaygroundConfig;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const isDatabaseAddress = (text: string): boolean =>
  URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol) && !/%(?![\da-f]{2})/i.test(text);

const portRule = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535));

const environmentSchema = z.object({
  SLACK_MODE: z.enum(['socket', 'http']).optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^(?!xox|xapp-)\S+$/)
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(isWebAddress)
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .default('https://slack.com/api/'),
  PORT: portRule.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().refine(isDatabaseAddress).optional(),
  METRICS_PORT: portRule.optional(),
  CURATORS: z
    .string()
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .pipe(z.array(z.string().regex(/^[UWS][A-Z0-9]{2,}$/)))
    .default([]),
  OWNERS: z
    .string()
    .regex(/^[CGS][A-Z0-9]{2,}$/)
    .optional(),
  LOG_LEVEL: z.enum(logLevels).optional(),
});

type Settings = z.output<typeof environmentSchema>;
type Name = keyof Settings;

/** What is wrong with a setting of the wrong shape, and how to mend it. Values are never repeated: they may be secrets. */
const wrong: Record<Name, readonly [message: string, remedy: string]> = {
  SLACK_MODE: ['is neither socket nor http.', 'Set it to socket or http, or leave it out for socket.'],
  SLACK_BOT_TOKEN: [
    'is not a bot token: it does not start with xoxb-.',
    'Copy the "Bot User OAuth Token" from the app\'s OAuth & Permissions page.',
  ],
  SLACK_APP_TOKEN: [
    'is not an app-level token: it does not start with xapp-.',
    'Make one with the scope connections:write under "App-Level Tokens" on the app\'s Basic Information page.',
  ],
  SLACK_SIGNING_SECRET: [
    'looks like a token or has a space in it.',
    'Copy the "Signing Secret" from the app\'s Basic Information page.',
  ],
  SLACK_API_URL: [
    'is not a web address.',
    'Leave it out for Slack itself, or write it as https://host/api/.',
  ],
  PORT: ['is not a port.', 'Use a whole number from 0 to 65535; 0 takes any free port.'],
  DATA_DIR: ['is not a folder name.', 'Give the path of a folder, or leave it out for .data.'],
  DATABASE_URL: [
    'is not the address of a PostgreSQL database.',
    'Write it as postgres://user:password@host/database, or leave it out.',
  ],
  METRICS_PORT: ['is not a port.', 'Use a whole number from 0 to 65535, or leave it out.'],
  CURATORS: [
    'is not a list of ids of people and user groups.',
    'Write ids with commas between, such as U012AB3CD,S045EF6GH, or leave it out.',
  ],
  OWNERS: [
    'is not the id of a channel or user group.',
    'Write one id such as C012AB3CD or S045EF6GH, or leave it out.',
  ],
  LOG_LEVEL: ['is not a log level.', `Use one of ${logLevels.join(', ')}.`],
};

const isName = (text: unknown): text is Name => typeof text === 'string' && text in wrong;

/** The variables that are set, blank ones counting as not set. */
const withoutBlanks = (variables: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const readDotenv = (path: string): Record<string, string> => {
  try {
    return parse(readFileSync(path));
  } catch {
    return {};
  }
};

const missing = (name: Name, mode: string): Problem => ({
  file: 'environment',
  field: name,
  message: `is missing, and SLACK_MODE ${mode} needs it.`,
  remedy: `${wrong[name][1]} Put it into .env; with no Slack setting at all the playground starts instead.`,
});

const credentials = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;

const needs = {
  socket: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  http: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
} as const;

const namedIn = ({ CURATORS, OWNERS }: Settings): Pick<Shared, 'curators' | 'owners'> => ({
  curators: CURATORS,
  ...(OWNERS === undefined ? {} : { owners: OWNERS }),
});

const toConfig = (settings: Settings, origin: Shared['origin'], hasSlack: boolean): Config => {
  const mode = settings.SLACK_MODE ?? 'socket';
  const shared: Shared = {
    dataDir: settings.DATA_DIR,
    ...namedIn(settings),
    logLevel: settings.LOG_LEVEL ?? (hasSlack ? 'info' : 'warn'),
    origin,
    ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: settings.DATABASE_URL }),
    ...(settings.METRICS_PORT === undefined ? {} : { metricsPort: settings.METRICS_PORT }),
  };
  if (!hasSlack) {
    const transport = settings.SLACK_MODE === 'socket' ? 'socket' : 'http';
    return { ...shared, mode: 'playground', transport, port: settings.PORT ?? 3000 };
  }
  const slack = { ...shared, apiUrl: settings.SLACK_API_URL, botToken: settings.SLACK_BOT_TOKEN ?? '' };
  if (mode === 'http') {
    return {
      ...slack,
      mode,
      signingSecret: settings.SLACK_SIGNING_SECRET ?? '',
      port: settings.PORT ?? 3000,
    };
  }
  const health = settings.PORT === undefined ? {} : { port: settings.PORT };
  return { ...slack, mode, appToken: settings.SLACK_APP_TOKEN ?? '', ...health };
};

/**
 * Reads the settings from the environment and, where it is silent, from `.env`. No Slack credential at all means the
 * playground. Throws a StartError with every problem found; no value is repeated in it.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env, dotenvPath = '.env'): Config => {
  const fromFile = withoutBlanks(readDotenv(dotenvPath));
  const fromEnvironment = withoutBlanks(env);
  const variables = { ...fromFile, ...fromEnvironment };
  const origin = (name: string): Origin =>
    name in fromFile && !(name in fromEnvironment) ? '.env' : 'environment';

  const hasSlack = credentials.some((name) => variables[name] !== undefined);
  const mode = variables.SLACK_MODE === 'http' ? 'http' : 'socket';
  const parsed = environmentSchema.safeParse(variables);
  const misshapen = (parsed.error?.issues ?? [])
    .map((issue) => issue.path[0])
    .filter(isName)
    .map((name) => ({ file: origin(name), field: name, message: wrong[name][0], remedy: wrong[name][1] }));
  const absent = hasSlack
    ? needs[mode].filter((name) => variables[name] === undefined).map((name) => missing(name, mode))
    : [];
  if (!parsed.success || absent.length > 0) throw new StartError([...misshapen, ...absent]);
  return toConfig(parsed.data, origin, hasSlack);
};

import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { HttpConfig, SocketConfig } from '../config.ts';
import { type Problem, StartError } from '../errors.ts';
import { TooSlow } from './within.ts';

/** What the start was doing when it failed: it tells which token is meant. */
export type Stage = 'checking the bot token' | 'opening the way in' | 'opening the port for figures';

/** Which settings a failure can be laid at, and where they stand. */
type Circumstances = Pick<HttpConfig | SocketConfig, 'origin' | 'port' | 'metricsPort'> & {
  readonly apiUrl: string;
};

const systemErrorSchema = z.object({ code: z.string() });

/** `ECONNREFUSED`, `ENOTFOUND`, …, as deep as it is buried. */
const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  return codeOf(error.cause) ?? systemErrorSchema.safeParse(error).data?.code;
};

const tokenRefused = (refusal: string, stage: Stage, { origin }: Circumstances): Problem => {
  const isBot = stage === 'checking the bot token';
  const field = isBot ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN';
  const remedy = isBot
    ? 'Copy the "Bot User OAuth Token" again from the app\'s OAuth & Permissions page; reinstall the app if it was removed.'
    : "Make an app-level token with the scope connections:write, and switch Socket Mode on in the app's settings.";
  return { file: origin(field), field, message: `was refused by Slack (${refusal}).`, remedy };
};

const portTaken = (code: string, stage: Stage, config: Circumstances): Problem => {
  const field = stage === 'opening the port for figures' ? 'METRICS_PORT' : 'PORT';
  const port = field === 'PORT' ? config.port : config.metricsPort;
  return {
    file: config.origin(field),
    field,
    message: code === 'EADDRINUSE' ? `${port} is already in use.` : `${port} cannot be opened (${code}).`,
    remedy: `Stop the program that uses it, or choose another port with ${field}=….`,
  };
};

const unreachable = (why: string, { origin, apiUrl }: Circumstances): Problem => ({
  file: origin('SLACK_API_URL'),
  field: 'SLACK_API_URL',
  message: `cannot be reached: ${apiUrl} (${why}).`,
  remedy: 'Check the network, the proxy and the firewall; Slack is reached over HTTPS, port 443.',
});

const explain = (error: unknown, stage: Stage, config: Circumstances): Problem | undefined => {
  if (error instanceof WebAPIPlatformError) return tokenRefused(error.data.error, stage, config);
  if (error instanceof TooSlow) return unreachable(error.message, config);
  if (error instanceof WebAPIHTTPError) return unreachable(`HTTP ${error.statusCode}`, config);
  const code = codeOf(error);
  if (error instanceof WebAPIRequestError) return unreachable(code ?? 'no answer', config);
  return code === 'EADDRINUSE' || code === 'EACCES' ? portTaken(code, stage, config) : undefined;
};

/** The error as one sentence for the operator where its cause is known, else as it is. */
export const explainStart = (error: unknown, stage: Stage, config: Circumstances): unknown => {
  const problem = explain(error, stage, config);
  return problem === undefined ? error : new StartError([problem]);
};

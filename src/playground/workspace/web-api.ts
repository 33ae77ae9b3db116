import type { Method, Result } from './method.ts';
import { assistant } from './methods/assistant.ts';
import { chat } from './methods/chat.ts';
import { conversations } from './methods/conversations.ts';
import { files } from './methods/files.ts';
import { installation } from './methods/installation.ts';
import { usergroups } from './methods/usergroups.ts';
import { views } from './methods/views.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** Every Web API method there is here. Whatever is missing answers `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...assistant,
    ...chat,
    ...conversations,
    ...files,
    ...installation,
    ...usergroups,
    ...views,
  }),
);

/** The bot scopes that some method here needs, for an installation that grants them all. */
export const knownScopes: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'usergroups:read',
  'users:read',
];

/** Answers one call as Slack does, with HTTP 200 whatever came of it. */
export const callMethod = (parts: Parts, name: string, token: string | undefined, args: unknown): Result => {
  try {
    const found = methods.get(name);
    if (!found) throw new Refusal('unknown_method');
    authorise(parts, found, token);
    checkScopes(parts, found, args);
    return { ok: true, ...found.run(args, parts) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.refusals.push({ method: name, error: error.error, details: error.details });
    return {
      ok: false,
      error: error.error,
      response_metadata: { messages: error.details },
      ...errorList(error),
    };
  }
};

const authorise = ({ installation }: Parts, { token: needed }: Method, token: string | undefined): void => {
  if (needed === 'none') return;
  if (!token) throw new Refusal('not_authed');
  const { botToken, appToken } = installation;
  if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth');
  if (token !== (needed === 'bot' ? botToken : appToken)) throw new Refusal('not_allowed_token_type');
};

const checkScopes = (parts: Parts, { scopes }: Method, args: unknown): void => {
  const needed = scopes(args, parts);
  if (needed.length === 0 || needed.some((scope) => parts.installation.scopes.has(scope))) return;
  throw new Refusal('missing_scope', [`needed: ${needed.join(' or ')}`]);
};

const errorList = ({ error, details }: Refusal): Result =>
  error === 'invalid_blocks' ? { errors: details } : {};

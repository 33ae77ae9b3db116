import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  /** A pino level, or `silent`. */
  readonly level: string;
  /** Values that must never be written, such as the tokens in use. */
  readonly secrets: readonly string[];
  /** Where lines go; standard output when left out. */
  readonly destination?: DestinationStream;
}

const hidden = '[redacted]';

/** Shapes of what lets its holder in: Slack tokens, response addresses, socket tickets, bearer headers, passwords in addresses. */
const secretShapes: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z](?:\.[a-z]+)?-[\w.%-]+/gi, hidden],
  [/\bxapp-[\w.%-]+/gi, hidden],
  [/(https?:\/\/hooks[\w.-]*(?::\d+)?\/\w+\/)[\w/-]+/g, `$1${hidden}`],
  [/\b(ticket=)[\w.%-]+/g, `$1${hidden}`],
  [/\b(Bearer\s+)[\w.~+/-]+=*/gi, `$1${hidden}`],
  [/(:\/\/[^\s:/"@]+:)[^\s/"@]+@/g, `$1${hidden}@`],
];

/** Shorter pieces would be found in text that holds no secret. */
const leastPiece = 8;

/** What all texts that hold a secret have in common when they are written in base64, wherever in them it begins. */
const inBase64 = (secret: string): string[] =>
  [0, 1, 2]
    .map((before) => Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]))
    .flatMap((bytes, before) => {
      const [from, to] = [before === 0 ? 0 : 4, Math.floor(bytes.length / 3) * 4];
      return [bytes.toString('base64').slice(from, to), bytes.toString('base64url').slice(from, to)];
    })
    .filter((piece) => piece.length >= leastPiece);

/** A secret as it may stand in a line: plain, as JSON writes it, in an address, in base64 of either kind. */
const spellings = (secret: string): string[] => {
  const bytes = Buffer.from(secret);
  // At the end of a longer text the last characters differ: what is the same in all of them is looked for.
  const encoded = [bytes.toString('base64'), bytes.toString('base64url')].map((text) =>
    text.replace(/=+$/, ''),
  );
  return [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...encoded, ...inBase64(secret)];
};

/** Takes out of a text the secrets given, however they are spelled, and everything of a secret's shape. */
const createRedactor = (secrets: readonly string[]): ((text: string) => string) => {
  const known = [...new Set(secrets.filter((secret) => secret !== '').flatMap(spellings))].sort(
    (a, b) => b.length - a.length,
  );
  return (text) => {
    const withoutKnown = known.reduce((line, secret) => line.replaceAll(secret, hidden), text);
    return secretShapes.reduce((line, [shape, by]) => line.replace(shape, by), withoutKnown);
  };
};

/** The text without secrets: those given, and everything of a secret's shape. */
export const redact = (text: string, secrets: readonly string[] = []): string =>
  createRedactor(secrets)(text);

/** What of an error belongs in a log: no request, no response body, no message text. */
const describeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return String(error);
  const { name: type, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type, message, stack, ...code, ...cause };
};

/** JSON lines with every secret redacted, wherever in the line it stands. Nobody logs message bodies at info. */
export const createLog = ({ level, secrets, destination }: LogOptions): Log => {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    hooks: { streamWrite: createRedactor(secrets) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

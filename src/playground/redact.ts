/** Keys whose values nobody needs to see. */
const secretKeys = new Set(['token', 'signing_secret', 'client_secret', 'authorization']);
/** Slack's tokens, whatever they stand in. */
const tokens = /\bx(?:ox[a-z]|app)-[\w-]+/g;
/** Addresses that let whoever has them write or read: what makes them so is the end. */
const capabilities = /((?:https?|wss?):\/\/[^\s"]*\/(?:respond|upload|socket)(?:\/|\?ticket=))[\w-]+/g;

const hidden = '[hidden]';

/**
 * A copy of what went over the wire, fit to be shown: without tokens and without the ends of addresses that stand for
 * a right. Text that is JSON (as form bodies carry lists) becomes what it says.
 */
export const redacted = (value: unknown): unknown => {
  if (typeof value === 'string') return redactedText(value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, secretKeys.has(key) ? hidden : redacted(inner)]),
  );
};

const redactedText = (text: string): unknown => {
  if (/^[[{]/.test(text)) {
    try {
      return redacted(JSON.parse(text));
    } catch {
      // It only looked like JSON.
    }
  }
  return text.replace(tokens, hidden).replace(capabilities, `$1${hidden}`);
};

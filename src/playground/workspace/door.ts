import { checkMessage, checkView } from '../../blocks/checker.ts';
import { Refusal } from './refusal.ts';

/** The longest text Slack keeps; it cuts the rest, we refuse it. */
const longestText = 40_000;

/**
 * Lets a message of the bot in, or throws `no_text`, `msg_too_long` or `invalid_blocks` with every problem. People may be
 * named only where that notifies nobody: in a message that is changed.
 */
export const admitMessage = (
  payload: { readonly text?: string; readonly blocks?: readonly unknown[] },
  { isChange = false }: { readonly isChange?: boolean } = {},
): void => {
  if (!payload.text && !payload.blocks?.length) throw new Refusal('no_text');
  if ((payload.text ?? '').length > longestText) throw new Refusal('msg_too_long');
  refuseIfAny(checkMessage(payload, { allowMentions: isChange }));
};

/** The longest view as JSON, in bytes. */
const largestView = 250_000;

/** Lets a modal or Home view in, or throws `view_too_large` or `invalid_blocks`. A name in it notifies nobody. */
export const admitView = (view: unknown): void => {
  if (Buffer.byteLength(JSON.stringify(view)) > largestView) throw new Refusal('view_too_large');
  refuseIfAny(checkView(view, { allowMentions: true }));
};

const refuseIfAny = (problems: readonly { code: string; pointer: string; message: string }[]): void => {
  if (problems.length === 0) return;
  const details = problems.map(({ code, pointer, message }) => `${code} at ${pointer || '/'}: ${message}`);
  throw new Refusal('invalid_blocks', details);
};

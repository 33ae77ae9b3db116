import { type CheckOptions, checkMessage } from '../../src/blocks/checker.ts';

export const section = (text: string, fields: object = {}) => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  ...fields,
});
export const plain = (text: string) => ({ type: 'plain_text', text });
export const button = (action_id: string, fields: object = {}) => ({
  type: 'button',
  action_id,
  text: plain('Go'),
  ...fields,
});
export const raw = (text: string) => ({ type: 'raw_text', text });
export const rich = (element: object) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [element] }],
});
export const problems = (payload: unknown, options?: CheckOptions) =>
  checkMessage(payload, options).map(({ code, pointer }) => `${code} ${pointer}`);
export const inMessage = (...blocks: unknown[]) => problems({ text: 'a', blocks });

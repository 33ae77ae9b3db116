/** Blocks as they are to come out, and what is asked of the messages they stand in. */
import { expect } from 'vitest';
import type { OutgoingMessage } from '../../src/blocks/answer.ts';
import { checkMessage } from '../../src/blocks/checker.ts';

export const mrkdwn = (text: string) => ({ type: 'mrkdwn', verbatim: true, text });
export const section = (block_id: string, text: string) => ({
  type: 'section',
  block_id,
  expand: true,
  text: mrkdwn(text),
});
export const small = (block_id: string, text: string) => ({
  type: 'context',
  block_id,
  elements: [mrkdwn(text)],
});
export const header = (block_id: string, text: string) => ({
  type: 'header',
  block_id,
  text: { type: 'plain_text', text, emoji: false },
});
export const raw = (text: string) => ({ type: 'raw_text', text });
export const styled = (text: string, style: 'bold' | 'italic') => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { [style]: true } }] }],
});
export const types = (messages: readonly OutgoingMessage[]) =>
  messages.map(({ blocks }) => blocks.map(({ type }) => type));
export const everything = (messages: readonly OutgoingMessage[]) =>
  JSON.stringify(messages.map(({ blocks }) => blocks));
export const passes = (messages: readonly OutgoingMessage[]) =>
  expect(messages.flatMap((one) => checkMessage(one))).toEqual([]);

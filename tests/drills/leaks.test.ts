import { describe, expect, it } from 'vitest';
import type { Sent } from '../harness/plain-slack.ts';
import { Leaks } from './fuzz/leaks.ts';
import { isMember, sharedWordOf, stampOf, userOf, wordOf } from './fuzz/people.ts';

const [ann, ben, cay] = [userOf(0), userOf(1), userOf(2)];
const channel = 'C01X';

const sent = (method: string, body: Sent['body'], address = ''): Sent => ({
  method,
  address,
  body,
  answer: { ts: '1700000000.000001' },
});

const leaksIn = (one: Sent, leaks = new Leaks()): number => leaks.in(one, leaks.audienceOf(one)).length;

describe('a word that was typed', () => {
  const text = `about ${wordOf(ann)}`;

  it('is for whoever typed it, by whatever way it comes back', () => {
    expect(leaksIn(sent('response_url', { text }, `${ann}-7`))).toBe(0);
    expect(leaksIn(sent('response_url', { text }, `${ben}-7`))).toBe(1);
    expect(leaksIn(sent('chat.postEphemeral', { channel, user: ben, text }))).toBe(1);
    expect(leaksIn(sent('views.publish', { user_id: ben, view: { text } }))).toBe(1);
    expect(leaksIn(sent('views.open', { trigger_id: `7.${ann}-7.`, view: { text } }))).toBe(0);
    expect(leaksIn(sent('views.open', { trigger_id: `7.${ben}-7.`, view: { text } }))).toBe(1);
    expect(leaksIn(sent('chat.postMessage', { channel: `D0${ben}`, text }))).toBe(1);
  });

  it('stands in a thread of its author, in what its author shared, and nowhere else in a channel', () => {
    const threadOf = (user: string) => ({ channel, thread_ts: stampOf('000001', user) });
    expect(leaksIn(sent('chat.postMessage', { ...threadOf(ann), text }))).toBe(0);
    expect(leaksIn(sent('chat.postMessage', { ...threadOf(cay), text }))).toBe(1);
    expect(leaksIn(sent('chat.postMessage', { channel, text }))).toBe(1);
    const by = (user: string) => [{ type: 'context', elements: [{ text: `Shared by <@${user}>` }] }];
    expect(leaksIn(sent('chat.postMessage', { channel, text, blocks: by(ann) }))).toBe(0);
    expect(leaksIn(sent('chat.postMessage', { channel, text, blocks: by(ben) }))).toBe(1);
  });

  it('is read by the people to whom its author sent it on', () => {
    const told = sent('chat.postMessage', { channel, text, value: 'abcdefghijklmnop' });
    expect(leaksIn(told)).toBe(1);
    const leaks = new Leaks();
    leaks.sendsOn({ request: 'abcdefghijklmnop', authors: [ann] });
    expect(leaksIn(told, leaks)).toBe(0);
    // The same message, when somebody has answered and nothing can be pressed in it any more.
    expect(leaksIn(sent('chat.update', { channel, ts: '1700000000.000001', text }), leaks)).toBe(0);
  });
});

describe('a word that was written into a checklist', () => {
  const member = [ann, ben, cay].filter((user) => isMember(user, channel));
  const other = [ann, ben, cay].find((user) => !isMember(user, channel)) ?? '';
  const [writer = '', reader = ''] = member;
  const text = `item ${sharedWordOf(writer, channel)}`;

  it('is for the members of its channel, there and alone', () => {
    expect(leaksIn(sent('chat.update', { channel, text }))).toBe(0);
    expect(leaksIn(sent('chat.update', { channel: 'C02X', text }))).toBe(1);
    expect(leaksIn(sent('response_url', { text }, `${reader}-7`))).toBe(0);
    expect(leaksIn(sent('response_url', { text }, `${other}-7`))).toBe(1);
  });

  it('was written by one of them', () => {
    const strange = sent('chat.update', { channel, text: sharedWordOf(other, channel) });
    expect(leaksIn(strange)).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../src/blocks/checker.ts';
import { button, inMessage, plain, problems, raw, rich, section } from './checked.ts';

describe('checkMessage', () => {
  it('accepts a message of ordinary blocks', () => {
    const payload = {
      channel: 'C1',
      thread_ts: '1.2',
      text: 'Five years.',
      unfurl_links: false,
      metadata: { event_type: 'answer', event_payload: { id: 'x', part: 1, last: true } },
      blocks: [
        { type: 'header', text: plain('Term') },
        section('Five *years* <https://a.example|here>', { block_id: 'lead', expand: true }),
        {
          type: 'table',
          rows: [
            [raw('a'), raw('b')],
            [rich({ type: 'text', text: 'a', style: { bold: true } }), raw('c')],
          ],
        },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'small', verbatim: true }] },
        { type: 'actions', elements: [button('a'), button('b', { value: 'x', style: 'primary' })] },
      ],
    };
    expect(checkMessage(payload)).toEqual([]);
  });

  it('says what is wrong and where', () => {
    expect(checkMessage({ text: 'a', blocks: [section('x'.repeat(3001))] })).toEqual([
      { code: 'too_long', pointer: '/blocks/0/text/text', message: '3001 characters, at most 3000' },
    ]);
  });

  it('needs text of at most 4,000 characters, with blocks too', () => {
    expect(problems({ blocks: [section('a')] })).toEqual(['missing_field /text']);
    expect(problems({ text: '' })).toEqual(['too_short /text']);
    expect(problems({ text: 'a'.repeat(4000) })).toEqual([]);
    expect(problems({ text: 'a'.repeat(4001) })).toEqual(['too_long /text']);
    expect(problems({ text: `${'&amp;'.repeat(800)}` })).toEqual([]);
    expect(problems({ text: `${'&'.repeat(801)}` })).toEqual(['too_long /text']);
  });

  it('needs no text to remove a message', () => {
    expect(problems({ delete_original: true })).toEqual([]);
    expect(problems({ delete_original: true, blocks: [] })).toEqual(['missing_field /text']);
  });

  it('refuses what is not a payload, and fields that are not known', () => {
    expect([undefined, 'a', [], null].map((payload) => problems(payload))).toEqual([
      ['wrong_type '],
      ['wrong_type '],
      ['wrong_type '],
      ['wrong_type '],
    ]);
    expect(problems({ text: 'a', attachments: [], blocks: {} })).toEqual([
      'unknown_field /attachments',
      'wrong_type /blocks',
    ]);
  });

  it('takes 50 blocks', () => {
    expect(inMessage(...Array(50).fill({ type: 'divider' }))).toEqual([]);
    expect(inMessage(...Array(51).fill({ type: 'divider' }))).toEqual(['too_many /blocks']);
  });

  it('tells unknown types from types that stand in the wrong place', () => {
    expect(
      inMessage({ type: 'sectoin' }, { type: 'button' }, { type: 'actions', elements: [plain('a')] }, 'text'),
    ).toEqual([
      'unknown_type /blocks/0/type',
      'not_allowed_here /blocks/1/type',
      'not_allowed_here /blocks/2/elements/0/type',
      'wrong_type /blocks/3',
    ]);
    expect(inMessage({ type: 'toString' }, { type: 'divider', constructor: 1 })).toEqual([
      'unknown_type /blocks/0/type',
      'unknown_field /blocks/1/constructor',
    ]);
  });

  it('refuses ids that occur twice, at any depth', () => {
    const actions = { type: 'actions', block_id: 'a', elements: [button('x')] };
    expect(inMessage(actions, section('s', { block_id: 'a', accessory: button('x') }))).toEqual([
      'duplicate_block_id /blocks/1/block_id',
      'duplicate_action_id /blocks/1/accessory/action_id',
    ]);
  });

  it('takes one table', () => {
    const table = { type: 'table', rows: [[raw('a')]] };
    const other = { type: 'data_table', caption: 'c', rows: [[raw('a')], [raw('b')]] };
    expect(inMessage(table)).toEqual([]);
    expect(inMessage(table, table)).toEqual(['too_many_tables /blocks']);
    expect(inMessage(table, other)).toEqual(['too_many_tables /blocks']);
  });

  it('takes 12,000 characters over all blocks, and in markdown', () => {
    const full = Array.from({ length: 4 }, () => section('a'.repeat(3000)));
    expect(inMessage(...full)).toEqual([]);
    expect(inMessage(...full, section('a'))).toEqual(['too_much_text /blocks']);
    const markdown = { type: 'markdown', text: 'a'.repeat(6000) };
    expect(inMessage(markdown, markdown)).toEqual([]);
    expect(inMessage(markdown, markdown, { type: 'markdown', text: 'a' })).toEqual([
      'too_much_text /blocks',
      'too_much_markdown /blocks',
    ]);
  });

  it('takes two charts', () => {
    const chart = {
      type: 'data_visualization',
      title: 'Staff',
      chart: { type: 'pie', segments: [{ label: 'moved', value: 120 }] },
    };
    expect(inMessage(chart, chart)).toEqual([]);
    expect(inMessage(chart, chart, chart)).toEqual(['too_many_charts /blocks']);
  });

  it('keeps metadata flat', () => {
    const metadata = { event_type: 'answer', event_payload: { a: { b: 1 }, c: [1], 'd/~': null } };
    expect(problems({ text: 'a', metadata })).toEqual([
      'nested_metadata /metadata/event_payload/a',
      'nested_metadata /metadata/event_payload/c',
      'nested_metadata /metadata/event_payload/d~1~0',
    ]);
  });

  it('looks into options, confirmations and rich text', () => {
    const long = plain('a'.repeat(76));
    const confirm = {
      title: plain('Sure?'),
      text: { type: 'mrkdwn', text: 'a'.repeat(301) },
      deny: plain('No'),
    };
    const list = { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'a' }] };
    expect(
      inMessage(
        { type: 'actions', elements: [{ type: 'static_select', options: [{ text: long, value: 'a' }] }] },
        section('a', { accessory: button('b', { confirm }) }),
        { type: 'rich_text', elements: [list] },
        rich({ type: 'link', url: 'javascript:alert(1)' }),
      ),
    ).toEqual([
      'too_long /blocks/0/elements/0/options/0/text/text',
      'too_long /blocks/1/accessory/confirm/text/text',
      'not_allowed_here /blocks/2/elements/0/elements/0/type',
      'bad_format /blocks/3/elements/0/elements/0/url',
    ]);
  });

  it('wants what is chosen at first to be among the options', () => {
    const one = { text: plain('One'), value: '1' };
    const two = { text: plain('Two'), value: '2' };
    const select = (initial_option: object) => ({ type: 'static_select', options: [one], initial_option });
    expect(inMessage({ type: 'actions', elements: [select(one)] })).toEqual([]);
    expect(inMessage({ type: 'actions', elements: [select(two)] })).toEqual([
      'not_an_option /blocks/0/elements/0',
    ]);
  });

  it('takes one primary button in a row', () => {
    const primary = (id: string) => button(id, { style: 'primary' });
    expect(inMessage({ type: 'actions', elements: [primary('a'), primary('b')] })).toEqual([
      'too_many_primary /blocks/0/elements',
    ]);
  });
});

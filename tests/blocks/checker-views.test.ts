import { describe, expect, it } from 'vitest';
import { checkBlocks, checkView } from '../../src/blocks/checker.ts';
import { plain, raw, section } from './checked.ts';

describe('checkView', () => {
  const input = {
    type: 'input',
    label: plain('Deal'),
    element: { type: 'plain_text_input', focus_on_load: true },
  };
  const modal = { type: 'modal', title: plain('Ask'), submit: plain('Send'), blocks: [input] };
  const found = (view: unknown) => checkView(view).map(({ code, pointer }) => `${code} ${pointer}`);

  it('accepts a modal and a Home view', () => {
    expect(found(modal)).toEqual([]);
    expect(found({ type: 'home', blocks: [section('a')] })).toEqual([]);
  });

  it('needs a known type, a title and a way to submit inputs', () => {
    expect(found({ type: 'sheet', blocks: [] })).toEqual(['unknown_type /type']);
    expect(found({ ...modal, title: undefined, submit: undefined })).toEqual([
      'missing_field /title',
      'missing_field /submit',
    ]);
  });

  it('refuses blocks of other surfaces, a hundred and one blocks, and none', () => {
    const table = { type: 'table', rows: [[raw('a')]] };
    expect(found({ type: 'home', blocks: [table] })).toEqual(['wrong_surface /blocks/0']);
    expect(found({ type: 'home', blocks: Array(100).fill({ type: 'divider' }) })).toEqual([]);
    expect(found({ type: 'home', blocks: Array(101).fill({ type: 'divider' }) })).toEqual([
      'too_many /blocks',
    ]);
    expect(found({ type: 'home', blocks: [] })).toEqual(['too_few /blocks']);
  });

  it('gives the focus to one element, and response_url_enabled to modals only', () => {
    expect(found({ ...modal, blocks: [input, input] })).toEqual([
      'too_many_focused /blocks/1/element/focus_on_load',
    ]);
    const select = { type: 'channels_select', response_url_enabled: true };
    expect(found({ ...modal, blocks: [{ ...input, element: select }] })).toEqual([]);
    expect(found({ type: 'home', blocks: [{ ...input, element: select }] })).toEqual([
      'wrong_surface /blocks/0/element/response_url_enabled',
    ]);
  });
});

describe('checkBlocks', () => {
  it('points into the list that it was given', () => {
    expect(checkBlocks([{ type: 'divider' }, section('')], 'home')).toEqual([
      { code: 'too_short', pointer: '/1/text/text', message: '0 characters, at least 1' },
    ]);
    expect(checkBlocks(undefined, 'message')).toEqual([
      { code: 'wrong_type', pointer: '', message: 'expected a list' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { wantsOf } from '../../src/nlu/wants.ts';
import type { Reading } from '../../src/reading.ts';

describe('the form of answer', () => {
  it.each<[text: string, wants: Reading['wants']]>([
    ['how long is the kaiser contract', 'duration'],
    ['kaizer deal lenght?', 'duration'],
    ['how many years does it run', 'duration'],
    ['how much is the deal worth', 'money'],
    ['how many people moved', 'count'],
    ['number of hospitals', 'count'],
    ['what share of hospitals outsource', 'share'],
    ['what percent are it', 'share'],
    ['when does it start', 'date'],
    ['what year was it signed', 'date'],
    ['where is allina based', 'place'],
    ['who is the cio', 'person'],
    ['why did they outsource', 'reason'],
    ['how come they left', 'reason'],
    ['which company runs the data centers', 'organisation'],
    ['did ssm end its deal', 'yes-no'],
    ['is it seven years', 'yes-no'],
    ['allina', undefined],
    ['tell me about mission health', undefined],
    ['', undefined],
  ])('%s', (text, wants) => {
    expect(wantsOf(text)).toBe(wants);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

let asker: Asker;
beforeAll(async () => {
  asker = await seedAsker();
});

const leadOf = (text: string): string =>
  asker
    .ask(text, [])
    .answer.lead.map((claim) => claim.text)
    .join(' ');

describe('a list of deals that lack something', () => {
  it.each([
    ['deals without layoffs', /^The articles do not say how many staff are cut for 8 deals: Allina/],
    ['deals that did not end', /^The articles do not say whether the deal ended for 8 deals: Allina/],
    ['deals without a stated term', /^The articles do not say how long the contract runs for 7 deals/],
  ])('"%s" leaves out those that state it', (text, lead) => {
    expect(leadOf(text)).toMatch(lead);
  });

  it('says that silence is no denial', () => {
    expect(leadOf('deals without layoffs')).toContain('not to say that it did not happen');
  });
});

describe('a price that is kept back', () => {
  it('is none that is disclosed', () => {
    expect(leadOf('which contracts disclose a price')).toBe('1 deal: Kaiser Permanente–IBM.');
  });

  it('is found where it is asked for', () => {
    expect(leadOf("who didn't disclose the price")).toBe('1 deal: Allina Health–Optum.');
  });
});

describe('a judgement', () => {
  it.each(['which vendor is best', 'should we go with Cerner', 'is outsourcing a good idea'])(
    '"%s" gets none',
    (text) => {
      expect(leadOf(text)).toMatch(/^I report what was published and do not advise or rank\./);
    },
  );
});

describe('the library itself', () => {
  it.each(['how many articles do you have', 'who are your sources'])('"%s" is told', (text) => {
    expect(leadOf(text)).toMatch(/^The library holds 5 articles on 9 outsourcing deals and 1 in-house/);
  });
});

describe('somebody named alone', () => {
  it('is told by post and by what they said', () => {
    expect(leadOf('joanne burns')).toMatch(/^Joanne Burns is chief strategy officer .* said Cerner's Joanne/);
  });

  it('is quoted where that is asked', () => {
    expect(leadOf('what did burns say')).toMatch(/^The extended relationship sprang .* said Cerner's Joanne/);
  });
});

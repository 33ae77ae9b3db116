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

describe('a sum or an average over deals', () => {
  it.each(['what is the total value of all deals', 'average contract length'])('"%s" is not made', (text) => {
    expect(leadOf(text)).toMatch(/^I do not add up or average figures of different articles; .*\d deals: /);
  });
});

describe('what came of a deal', () => {
  it.each(['did the Allina deal work out', 'was the Mission Health deal successful'])(
    '"%s" is not said by any article',
    (text) => {
      expect(leadOf(text)).toMatch(/The article does not say what came of it\.$/);
    },
  );

  it('is told where it ended', () => {
    expect(leadOf('did the SSM deal fail')).toMatch(
      /^SSM Health .* ended its Optum deal in January 2024 \(year inferred\)\.$/,
    );
  });
});

describe('what is told of others', () => {
  it.each([
    ['what did Kaiser save', 'The article on Kaiser Permanente does not mention savings.'],
    ['prohealth headcount moved to optum', 'The article on ProHealth Care does not mention staff moving.'],
    ['how big is Mission Health', 'The article on Mission Health does not mention the size.'],
  ])('"%s" is not said of who was asked about', (text, lead) => {
    expect(leadOf(text)).toBe(lead);
  });
});

describe('a word of the field that stands in no article', () => {
  it('is named where nothing else was understood', () => {
    expect(leadOf('how was the union involved')).toBe('Nothing in the library mentions unions.');
  });
});

describe('vendors by their clients', () => {
  it.each(['which vendor has the most clients', 'who has the most hospital clients'])(
    '"%s" is a list',
    (text) => {
      expect(leadOf(text)).toMatch(/^Optum has 5 clients in the library: /);
    },
  );
});

describe('what somebody is paid', () => {
  it('is a price for a company', () => {
    expect(leadOf('how much did IBM get paid')).toMatch(/reportedly worth \$500 million/);
  });
});

describe('a list that nothing is in', () => {
  it.each([
    ['deals in 2016', 'The library has no deal in that year.'],
    ['who signed before 1999', 'The library has no deal in those years.'],
    ['any deals under 5 years', 'The library has no deal with such a figure.'],
  ])('"%s" says so, and repeats no figure', (text, lead) => {
    expect(leadOf(text)).toBe(lead);
  });
});

describe('deals older than so many years', () => {
  it('are told in their order: no article knows today', () => {
    expect(leadOf('which deals are older than 10 years')).toMatch(/March 16, 2009/);
  });
});

describe('whether a deal still runs', () => {
  it('is not known after its article', () => {
    expect(leadOf('is the Kaiser deal still running')).toMatch(/The article does not say what came of it\.$/);
  });
});

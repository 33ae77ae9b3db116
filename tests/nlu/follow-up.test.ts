import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, leadText, type Outcome } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { converse } from '../eval/evaluate.ts';
import { root } from '../fixtures/library.ts';

let asker: Asker;
beforeAll(async () => {
  asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
});

const kaiser = 'kaiser-permanente';
const allina = 'allina-health';
const mission = 'mission-health';
const bidmc = 'beth-israel-deaconess-medical-center';

/** The turns before, the question, whom it is about, how it ends, and what its first sentences say. */
type Conversation = readonly [
  before: readonly string[],
  text: string,
  about: readonly string[],
  outcome: Outcome,
  lead: RegExp,
];

const told = ([history, text]: Conversation) => {
  const { reading, answer } = converse(asker, { text, history: [...history] });
  return { about: reading.subjects, outcome: answer.outcome, lead: leadText(answer) };
};

const holds = (conversation: Conversation): void => {
  const [, , about, outcome, lead] = conversation;
  expect(told(conversation)).toEqual({ about, outcome, lead: expect.stringMatching(lead) });
};

const say = ([before, text]: Conversation): string => [...before, text].map((one) => `"${one}"`).join(', ');

const table = (conversations: readonly Conversation[]): void => {
  for (const conversation of conversations) it(say(conversation), () => holds(conversation));
};

describe('a pronoun means the deal before', () => {
  table([
    [
      ['how long is the Kaiser contract'],
      'how much is it worth?',
      [kaiser],
      'answered',
      /reportedly.*\$500 million/,
    ],
    [['tell me about the Allina deal'], 'when does it start?', [allina], 'answered', /May 2024/],
    [['tell me about the Allina deal'], 'who said that?', [allina], 'answered', /Dave Ingham/],
    [
      ['who is the CIO of Allina'],
      'what does he say about turnover?',
      [allina],
      'answered',
      /little more turnover/,
    ],
    [
      ['how long is the Kaiser contract'],
      'and who gets hired there?',
      [kaiser],
      'partial',
      /eligible for jobs at IBM/,
    ],
  ]);
});

describe('whether somebody works for another', () => {
  table([
    [
      ['who is Phil Fasano'],
      'is he at IBM',
      ['ibm', 'phil-fasano'],
      'not-stated',
      /^The article on IBM and Phil Fasano does not mention this/,
    ],
    [[], 'is Phil Fasano at IBM', ['ibm', 'phil-fasano'], 'corrected', /^Phil Fasano is CIO of Kaiser/],
    [
      [],
      'does Phil Fasano work for Kaiser',
      [kaiser, 'phil-fasano'],
      'answered',
      /^Phil Fasano is CIO of Kaiser/,
    ],
  ]);
});

describe('a step of the checklist leads to the next', () => {
  table([
    [
      ['how long does a transition take', 'what is the first step'],
      'and after that',
      [],
      'answered',
      /^Training/,
    ],
    [
      ['how long does a transition take', 'what is the first step', 'and after that'],
      'then what',
      [],
      'answered',
      /genuinely care about staff/,
    ],
  ]);
});

describe('what is left unsaid is taken from before', () => {
  table([
    [
      ['how much is the Kaiser deal worth'],
      'and Mission?',
      [mission],
      'not-stated',
      /not give a dollar value/,
    ],
    [
      ['how much is the Kaiser deal worth'],
      'vs the Allina one?',
      [allina],
      'withheld',
      /not disclosing the monetary terms/,
    ],
    [
      ['were there layoffs at Kaiser'],
      'how about Mission',
      [mission],
      'not-stated',
      /not report any layoffs/,
    ],
    [['what did Kaiser keep', 'and Allina'], 'and BIDMC', [bidmc], 'answered', /in-house/],
    [['did SSM end its deal'], 'when?', ['ssm-health'], 'answered', /January 2024/],
    [['did SSM end its deal'], 'why?', ['ssm-health'], 'not-stated', /does not say why SSM Health ended/],
    [['deals signed in 2023'], 'and in 2009?', [], 'answered', /^3 deals: .*Kaiser Permanente–IBM/],
  ]);
});

describe('a correction puts somebody else in the place of who was meant', () => {
  table([
    [['how long is the Kaiser contract'], 'no, I meant Mission', [mission], 'answered', /10-year agreement/],
    [
      ['why did Kaiser outsource'],
      'sorry, I meant Allina',
      [allina],
      'answered',
      /complexity of patient billing/,
    ],
    [
      ['how many people moved to Optum from Allina'],
      'not Allina, Mission',
      [mission],
      'not-stated',
      /does not say that any Mission Health employee moves/,
    ],
  ]);
});

describe('a comparison', () => {
  table([
    [
      ['compare Kaiser and Allina'],
      'add Mission',
      [kaiser, allina, mission],
      'answered',
      /Kaiser .* Allina .* Mission/,
    ],
    [
      ['compare Kaiser, Allina and Mission'],
      'drop Allina',
      [kaiser, mission],
      'answered',
      /Kaiser (?:(?!Allina).)*$/,
    ],
    [
      ['compare Kaiser, Allina and Mission'],
      'leave the first one out',
      [allina, mission],
      'answered',
      /Allina .* Mission/,
    ],
    [
      ['compare Kaiser, Allina and Mission'],
      'drop the second one',
      [kaiser, mission],
      'answered',
      /Kaiser .* Mission/,
    ],
    [
      ['compare Kaiser and Allina'],
      'which one had layoffs?',
      [kaiser, allina],
      'answered',
      /860 IT positions/,
    ],
    [['compare Kaiser and Allina'], 'how long is the first one?', [kaiser], 'answered', /seven years/],
    [['compare Kaiser and Allina'], 'what did the second one keep?', [allina], 'answered', /in-house/],
    [
      ['compare Kaiser and Allina', 'why did Allina do it?'],
      'and the other one?',
      [kaiser],
      'answered',
      /efficient|relationship/,
    ],
  ]);
});

describe('a new start leaves what was said before', () => {
  table([
    [
      ['how long is the Kaiser contract'],
      'new question: who is John Halamka',
      ['john-halamka'],
      'answered',
      /CIO of Beth Israel/,
    ],
    [['how long is the Kaiser contract'], 'start over. list vendors', [], 'answered', /Optum has 5 clients/],
    [
      ['how long is the Kaiser contract'],
      'never mind, what are the protections in a transition',
      [],
      'answered',
      /transition checklist/i,
    ],
  ]);
});

describe('thanks and help', () => {
  table([
    [['Allina', 'thanks!'], 'and how many people move?', [allina], 'answered', /Roughly 2,000/],
    [
      ['how long is the Kaiser contract', 'help'],
      'and the value?',
      [kaiser],
      'answered',
      /reportedly.*\$500 million/,
    ],
  ]);
});

describe('"Read as" shows what was carried over', () => {
  it.each<[history: string[], text: string, carried: string]>([
    [['how long is the Kaiser contract'], 'how much is it worth?', 'whom it is about kept from before'],
    [['how long is the Kaiser contract'], 'no, I meant Mission', 'what is asked kept from before'],
    [
      ['compare Kaiser and Allina', 'why did Allina do it?'],
      'and the other one?',
      'whom it is about and what is asked kept from before',
    ],
    [
      ['compare Kaiser and Allina'],
      'drop Kaiser',
      'without Kaiser Permanente · whom it is about kept from before',
    ],
    [['deals signed in 2023'], 'and in 2009?', 'topic kept from before'],
  ])('after %j, "%s": %s', (history, text, carried) => {
    const { answer } = converse(asker, { text, history });
    expect(answer.readAs.endsWith(` · ${carried}`) ? carried : answer.readAs).toBe(carried);
  });

  it.each(['who is John Halamka', 'how long is the Mission contract', 'list vendors'])(
    '"%s" carries nothing',
    (text) => {
      const history = ['compare Kaiser and Allina'];
      expect(converse(asker, { text, history }).answer.readAs).not.toMatch(/kept from before/);
    },
  );
});

describe('a turn that hangs on to the one before', () => {
  it.each<Conversation>([
    [['were there layoffs at Kaiser'], 'how many?', [kaiser], 'answered', /860 IT positions/],
    [['compare Kaiser and Allina'], 'only the staff moved', [kaiser, allina], 'answered', /Kaiser .*Allina/],
    [
      ['compare Kaiser and Allina', 'how long is the Kaiser contract'],
      'compare them again',
      [kaiser, allina],
      'answered',
      /side by side/,
    ],
    [
      ['compare Kaiser and Allina', 'why did Allina do it?'],
      'back to the comparison',
      [kaiser, allina],
      'answered',
      /side by side/,
    ],
    [['list deals'], 'who else besides Kaiser', [], 'answered', /Allina Health–Optum/],
    [
      ['compare Kaiser and Mission', 'how many people moved at Mission'],
      'and why?',
      [mission],
      'answered',
      /Cerner/,
    ],
    [
      ['Allina', 'which vendor was it'],
      'are they owned by an insurer?',
      ['optum'],
      'answered',
      /UnitedHealth Group/,
    ],
    [
      ['who is the CIO of Mission'],
      'what did he say?',
      ['sulaiman-sulaiman'],
      'answered',
      /Sulaiman Sulaiman/,
    ],
    [['Kaiser', 'Allina'], 'back to the first one, how long is it?', [kaiser], 'answered', /seven years/],
    [['which deals ended'], 'why?', ['ssm-health'], 'not-stated', /does not say why/],
    [['who is Phil Fasano'], 'and his counterpart at Allina?', [allina], 'answered', /Dave Ingham/],
    [['kaiser layoffs'], 'how many', [kaiser], 'answered', /860 IT positions/],
    [
      ['what is the target cost at BIDMC'],
      'vs the normal price?',
      [bidmc],
      'answered',
      /\$40,000 to \$60,000/,
    ],
    [
      ['compare kaiser and allina'],
      'and the term?',
      [kaiser, allina],
      'answered',
      /seven years.*does not say how long/,
    ],
  ])('is understood by it: %j, %j', (...conversation) => holds(conversation));
});

describe('still read wrongly', () => {
  const wrong: readonly Conversation[] = [
    [
      ['what share of hospitals are unhappy'],
      'and what do those do next?',
      [],
      'answered',
      /different outsourcing solution/,
    ],
  ];
  for (const conversation of wrong) it.todo(say(conversation));

  it('and told apart from what holds: a conversation that holds by now moves up', () => {
    const held = wrong.filter((conversation) => {
      const [, , about, outcome, lead] = conversation;
      const got = told(conversation);
      return (
        JSON.stringify([got.about, got.outcome]) === JSON.stringify([about, outcome]) && lead.test(got.lead)
      );
    });
    expect(held.map(say)).toEqual([]);
  });
});

import type { Claim } from '../answer.ts';
import type { Library } from '../corpus/library.ts';
import type { Draft, Usage } from '../intent.ts';
import type { Reading } from '../reading.ts';
import { remark } from './claim.ts';
import { notMentioned } from './decline.ts';

/** What can be typed, with what it is for: the first example of every intent. */
export const examplesOf = (usage: readonly Usage[]): { readonly text: string; readonly about: string }[] =>
  usage.map(({ summary, examples }) => ({ text: examples[0] ?? '', about: summary }));

/** What no intent claims. */
export const unclear = (usage: readonly Usage[]): Draft => ({
  outcome: 'unclear',
  lead: [
    remark(
      'I did not understand this as a question about healthcare-IT outsourcing. You can ask, for example:',
    ),
  ],
  sections: [{ kind: 'usage', examples: examplesOf(usage) }],
});

/** Nobody of the library is named, and what is asked for stands in no article. */
export const strangers = (
  library: Library,
  reading: Reading,
  unheard: readonly string[],
  usage: readonly Usage[],
): Draft => ({
  outcome: 'not-held',
  lead: [notMentioned(library, [], reading.missing, unheard)],
  sections: [{ kind: 'usage', title: 'You can ask, for example', examples: examplesOf(usage.slice(0, 4)) }],
});

/** What is kept of whoever asks, and for how many days. */
export const keptOfYou: readonly Claim[] = [
  {
    ...remark(
      'I keep how your questions were understood for 30 days, for your eyes only, and the words of those I could not answer, or answered badly by your word, for 90 days, without your name.',
    ),
    counts: [30, 90],
  },
  {
    ...remark(
      'A question that you send to people stays 90 days with your name, and what you write into a checklist, with your name, until it is deleted or nobody has touched it for a year.',
    ),
    counts: [90],
  },
  remark('Type forget me to remove what is yours.'),
];

/** Said before what is known, where a judgement was asked. */
export const noVerdict: Claim = remark('I report what was published and do not advise or rank.');

/** Said before what each article gives, where it was asked what the figures come to. */
export const noSum: Claim = remark(
  'I do not add up or average figures of different articles; each stands here as its own article gives it.',
);

/** A judgement was asked, and nothing that the articles tell. */
export const unjudgedAside = (usage: readonly Usage[]): Draft => ({
  ...unclear(usage),
  lead: [noVerdict, remark('You can ask, for example:')],
});

export const thanked: Draft = { outcome: 'social', lead: [remark('You are welcome. Ask again any time.')] };

/** Said instead of an answer with a figure or a name that its sources do not hold. */
export const ungroundedAnswer: Draft = {
  outcome: 'failed',
  lead: [
    remark(
      'I had an answer, but part of it did not stand in its sources, so I do not give it. Please ask for the deal by name.',
    ),
  ],
};

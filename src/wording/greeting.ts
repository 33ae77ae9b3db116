import type { Answer } from '../answer.ts';
import type { Opening } from '../holdings.ts';
import { remark } from './claim.ts';

const shown = 3;

/** A short greeting with three questions to begin with. */
export const greetingOf = (openings: readonly Opening[]): Answer => {
  const first = openings.slice(0, shown);
  return {
    outcome: 'social',
    lead: [
      remark(
        'Hello. I answer questions about healthcare-IT outsourcing deals from published articles, and cite the article ' +
          'for every fact.',
      ),
    ],
    sections: [
      {
        kind: 'usage',
        title: 'You can ask, for example',
        examples: first.map(({ text, title }) => ({ text, about: title.toLowerCase() })),
      },
      { kind: 'note', text: 'Type help to see everything that you can ask.' },
    ],
    citations: [],
    suggestions: first.map(({ text, reading }) => ({ label: text, reading })),
    readAs: '',
    about: '',
  };
};

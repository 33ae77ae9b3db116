import { defineIntent, firstThat } from '../src/intent.ts';
import { examplesOf, keptOfYou } from '../src/wording/aside.ts';
import { extentAnswer } from '../src/wording/extent.ts';

/** Whoever asks how many or how much asks nothing of the bot itself. */
const numeric = new Set(['count', 'money', 'share', 'duration', 'date']);

/** These act, and are read letter for letter before any question. */
const deeds = [
  { text: 'checklist start NAME', about: 'a transition checklist that a channel works on together' },
  { text: 'checklist mine', about: 'what is yours to do in it' },
  { text: 'settings', about: 'where answers go in this channel, and who is asked what I do not know' },
  { text: 'forget me', about: 'remove what I keep of you' },
];

export default defineIntent({
  summary: 'what you can ask',
  examples: [
    'help',
    'what can you do',
    'what can i ask you',
    'show me the commands',
    'how does this work',
    'usage',
    'hello',
    'hi there',
    'i am new here',
    'what questions can you answer',
    'instructions please',
    'which topics do you know',
    'how many articles do you have',
    'what are your sources',
    'what do you keep about me',
  ],
  aside: true,
  fits: (seen) => {
    const asks = seen.cue(
      'help',
      'what can you do',
      'what can i ask',
      'commands',
      'menu',
      'manual',
      'usage',
      'instructions',
      'how do i use',
      'first time',
      'what are you',
      'who are you',
      'are you a',
      'are you real',
      'are you human',
      'am i talking to',
      'talking to a person',
      'sample questions',
      'example questions',
      'questions to try',
      'what all can you',
      'can you do',
      'allowed to ask',
      'does this work',
      'thing work',
      'can you answer',
      'you answer',
      'this bot good',
      'this bot for',
      'this bot do',
      'this bot work',
      'does it work',
      'do you work',
      'get started',
      'what do you do',
      'you for',
      'can i ask',
      'can ask',
      'i type',
      'how to use',
      'new here',
      'you work',
      'use this',
      'use you',
      'use it',
    );
    const greets =
      seen.length <= 3 &&
      seen.content === 0 &&
      seen.comparable === 0 &&
      !seen.years &&
      seen.cue('options', 'hi', 'hey', 'hello', 'yo', 'howdy', 'good morning', 'good afternoon', 'gm');
    return firstThat(
      [seen.length === 0, 1],
      [seen.named > 0, 0],
      [seen.attributes.includes('holdings') || seen.attributes.includes('privacy'), 1.2],
      [numeric.has(seen.wants ?? ''), 0],
      [greets || (asks && seen.length <= 6), 0.97],
      [
        seen.cue(
          'manual',
          'menu',
          'commands',
          'first time',
          'new here',
          'help',
          'this bot good',
          'this bot for',
        ) && seen.length <= 9,
        0.97,
      ],
      [asks, seen.content <= 2 ? 0.85 : 0.7],
    );
  },
  answer: ({ usage, reading, library }) => {
    if (reading.attributes.includes('privacy')) return { outcome: 'help', lead: keptOfYou };
    if (reading.attributes.includes('holdings')) return { outcome: 'answered', ...extentAnswer(library) };
    return {
      outcome: 'help',
      lead: [
        {
          text: 'Ask about healthcare-IT outsourcing deals: every fact is cited, and what the articles do not say is said to be so.',
          facts: [],
          cites: [],
        },
      ],
      sections: [
        {
          kind: 'usage',
          title: 'What you can type',
          examples: examplesOf(usage),
        },
        { kind: 'usage', title: 'Words that do something', examples: deeds },
        {
          kind: 'note',
          text: 'In a channel, mention the bot and it answers in the thread; follow-up mentions there remember what was asked. Slash answers are seen by you alone. Find precedents in the menu of a message asks what that message says; where the library does not know, one tap asks a human. Type what do you keep about me to see what is stored.',
        },
      ],
    };
  },
});

import { join } from 'node:path';
import { openAsker } from '../../src/app.ts';
import { answerText } from '../../src/blocks/text.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { encodeReading } from '../../src/reading.ts';

export const root = join(import.meta.dirname, '../..');
const seeds = join(root, 'seeds');
const intents = join(root, 'intents');

/** Examples shown of each intent. */
const shown = 3;
/** The question that docs/architecture.md follows from its words to its answer. */
const followed = 'kaizer deal lenght?';

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** The intents as a table of Markdown: what each is for, and the first of its examples. */
const whatToAsk = async (): Promise<string> => {
  const rows = (await loadCatalog(intents)).map(({ name, summary, examples }) => {
    const typed = examples.slice(0, shown).map((example) => `\`${example}\``);
    return `| ${summary} | ${typed.join(' · ')} | [${name}](intents/${name}.ts) |`;
  });
  return ['| For | Type, for example | Answered by |', '|---|---|---|', ...rows].join('\n');
};

const follow = async () => (await openAsker({ seeds, intents })).ask(followed, []);

/** One slot a line, as a button would carry them. */
const theReading = async (): Promise<string> => {
  const slots: unknown = JSON.parse(encodeReading((await follow()).reading));
  return fenced('json', JSON.stringify(slots, null, 2).replaceAll(/\n {4,}|\n {2}(?=\])/g, ''));
};

const theAnswer = async (): Promise<string> => fenced('', answerText((await follow()).answer));

/** The blocks that the code knows better than whoever writes the page. */
const pages: Readonly<Record<string, Readonly<Record<string, () => Promise<string>>>>> = {
  'README.md': { 'what to ask': whatToAsk },
  'docs/architecture.md': { 'the reading': theReading, 'the answer': theAnswer },
};

export const writtenPages = Object.keys(pages);

/** The text with the block between its two markers replaced. Throws when a marker is missing. */
const withBlock = (page: string, text: string, name: string, block: string): string => {
  const [begin, end] = [`<!-- ${name}: written by npm run docs -->`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} lacks the markers of "${name}".`);
  return `${before}${begin}\n${block}\n${end}${after}`;
};

/** A page with its blocks as the code has them now. */
export const written = async (page: string, text: string): Promise<string> => {
  let result = text;
  for (const [name, block] of Object.entries(pages[page] ?? {}))
    result = withBlock(page, result, name, await block());
  return result;
};

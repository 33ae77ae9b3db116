import { join } from 'node:path';
import { loadCatalog } from '../../src/nlu/catalog.ts';

export const root = join(import.meta.dirname, '../..');
export const readme = join(root, 'README.md');

const begin = '<!-- what to ask: written by npm run docs -->';
const end = '<!-- end of what to ask -->';
/** Examples shown of each intent. */
const shown = 3;

/** The intents as a table of Markdown: what each is for, and the first of its examples. */
export const whatToAsk = async (folder = join(root, 'intents')): Promise<string> => {
  const intents = await loadCatalog(folder);
  const rows = intents.map(({ name, summary, examples }) => {
    const typed = examples.slice(0, shown).map((example) => `\`${example}\``);
    return `| ${summary} | ${typed.join(' · ')} | [${name}](intents/${name}.ts) |`;
  });
  return ['| For | Type, for example | Answered by |', '|---|---|---|', ...rows].join('\n');
};

/** The text with the block between the two markers replaced. Throws when a marker is missing. */
export const withBlock = (text: string, block: string): string => {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error('README.md lacks the markers of what to ask.');
  return `${before}${begin}\n${block}\n${end}${after}`;
};

/** `npm run docs` writes into the README what the code knows better: what can be asked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readme, whatToAsk, withBlock } from './what-to-ask.ts';

writeFileSync(readme, withBlock(readFileSync(readme, 'utf8'), await whatToAsk()));

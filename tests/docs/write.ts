/** `npm run docs` writes into the pages what the code knows better: what can be asked, and one question followed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, written, writtenPages } from './written.ts';

for (const page of writtenPages) {
  const path = join(root, page);
  writeFileSync(path, await written(page, readFileSync(path, 'utf8')));
}

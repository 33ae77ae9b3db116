import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file of the page, as it is served. */
export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of `page/` by the path they are served under; `/` is index.html. Nothing else on the disk is reachable. */
export const readPageFiles = (folder: URL): ReadonlyMap<string, PageFile> => {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type !== undefined) files.set(`/${name}`, { type, content: readFileSync(new URL(name, folder)) });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
};

/** Everything the page needs comes from its own address; nothing written into a message can run or load anything. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

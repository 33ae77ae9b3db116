import { extname } from 'node:path';
import { bot, team } from './cast.ts';

/** A file on its way to the workspace, or in it. */
export interface StoredFile {
  readonly id: string;
  /** `comparison.csv` */
  readonly name: string;
  readonly title: string;
  /** What a picture shows, for a screen reader. */
  readonly altText?: string;
  /** Bytes, as announced. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly created: number;
  /** Undefined until it is uploaded. */
  readonly content?: Buffer;
  readonly isComplete: boolean;
}

/** The kinds of file that a tool like ours hands out; everything else is bytes. */
const kinds: Readonly<Record<string, { type: string; name: string }>> = {
  '.csv': { type: 'text/csv', name: 'CSV' },
  '.md': { type: 'text/markdown', name: 'Markdown' },
  '.txt': { type: 'text/plain', name: 'Plain Text' },
  '.json': { type: 'application/json', name: 'JSON' },
  '.pdf': { type: 'application/pdf', name: 'PDF' },
  '.png': { type: 'image/png', name: 'PNG' },
};

export const kindOfFile = (name: string): { readonly type: string; readonly name: string } =>
  kinds[extname(name).toLowerCase()] ?? { type: 'application/octet-stream', name: 'Binary' };

/** A file as Slack's answers and messages write it. */
export const wireFile = (file: StoredFile): Record<string, unknown> => {
  const kind = kindOfFile(file.name);
  const address = `https://${team.domain}.slack.example/files/${bot.userId}/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: kind.type,
    filetype: extname(file.name).slice(1).toLowerCase() || 'binary',
    pretty_type: kind.name,
    user: bot.userId,
    mode: 'hosted',
    size: file.size,
    ...(file.altText !== undefined && { alt_txt: file.altText }),
    url_private: address,
    url_private_download: `${address}?download=1`,
    permalink: address,
  };
};

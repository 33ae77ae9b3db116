import { icon, make } from './dom.js';

/** Bytes as people say them. @param {number} bytes */
const sizeWords = (bytes) => {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/**
 * A file of a message, to download.
 *
 * @param {import('../shown-message.ts').ShownFile} file
 * @param {string} as who downloads it
 */
export const drawFile = ({ id, name, title, kind, size }, as) =>
  make(
    'a',
    {
      class: 'file',
      href: `/api/file?${new URLSearchParams({ as, id })}`,
      download: name,
      'aria-label': `Download ${name}, ${kind}, ${sizeWords(size)}`,
    },
    make('span', { class: 'file-mark' }, icon('file')),
    make(
      'span',
      { class: 'file-words' },
      make('strong', {}, title),
      make(
        'small',
        {},
        [kind, sizeWords(size), title === name ? undefined : name].filter(Boolean).join(' · '),
      ),
    ),
    icon('download'),
  );

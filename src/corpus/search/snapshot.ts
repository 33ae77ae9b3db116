import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { z } from 'zod';
import { analysisVersion } from './analysis.ts';
import type { PassageSettings } from './settings.ts';
import type { Passage, TokenStore } from './token-store.ts';

/** Counted up whenever the bytes mean something else. */
const formatVersion = 1;

/** Why a snapshot cannot be used: not whole, or made of something else. */
export type Unfit = 'damaged' | 'stale';

/** What a snapshot was made of and with. */
export interface Fingerprint {
  readonly version: string;
  readonly settings: string;
  readonly content: string;
}

const headerSchema = z.object({
  version: z.string(),
  settings: z.string(),
  content: z.string(),
  payload: z.string(),
  sizes: z.array(z.int().nonnegative()).length(5),
});

const hash = (...parts: readonly (string | Uint8Array)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
};

/** Hashes passages, in the order of their places, and settings. */
export const fingerprint = (passages: readonly Passage[], settings: PassageSettings): Fingerprint => {
  const content = createHash('sha256');
  for (const { id, title, text } of passages) content.update(JSON.stringify([id, title, text]));
  return {
    version: `${formatVersion}.${analysisVersion}.${endianness()}`,
    settings: hash(JSON.stringify(settings)),
    content: content.digest('hex'),
  };
};

const bytesOf = (numbers: Uint32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

const numbersOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(bytes).buffer);

/** Four bytes that give the length of a JSON header, the header, and the parts that it measures and sums up. */
export const writeSnapshot = (of: Fingerprint, store: TokenStore, index: string): Uint8Array => {
  const parts = [
    Buffer.from(store.words.join('\n')),
    bytesOf(store.tokens),
    bytesOf(store.starts),
    bytesOf(store.texts),
    Buffer.from(index),
  ];
  const sizes = parts.map((part) => part.byteLength);
  const header = Buffer.from(JSON.stringify({ ...of, payload: hash(...parts), sizes }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.byteLength);
  return Buffer.concat([length, header, ...parts]);
};

const readHeader = (
  bytes: Buffer,
): { header: z.output<typeof headerSchema>; payload: Buffer } | undefined => {
  if (bytes.byteLength < 4) return undefined;
  const end = 4 + bytes.readUInt32LE(0);
  try {
    const header = headerSchema.safeParse(JSON.parse(bytes.toString('utf8', 4, end)));
    return header.success ? { header: header.data, payload: bytes.subarray(end) } : undefined;
  } catch {
    return undefined;
  }
};

/** Reads a snapshot only when every byte is as written and it was made of the same. */
export const readSnapshot = (
  snapshot: Uint8Array,
  wanted: Fingerprint,
): { readonly store: TokenStore; readonly index: string } | Unfit => {
  const read = readHeader(Buffer.from(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength));
  if (!read) return 'damaged';
  const { header, payload } = read;
  if (header.version !== wanted.version) return 'stale';
  if (hash(payload) !== header.payload) return 'damaged';
  if (header.settings !== wanted.settings || header.content !== wanted.content) return 'stale';
  let at = 0;
  const [words, tokens, starts, texts, index] = header.sizes.map((size) => {
    at += size;
    return payload.subarray(at - size, at);
  });
  if (!words || !tokens || !starts || !texts || !index || at !== payload.byteLength) return 'damaged';
  const list = words.toString('utf8').split('\n');
  return {
    store: {
      words: list,
      numberOf: new Map(
        list.flatMap((word, number): [string, number][] => (number > 0 ? [[word, number]] : [])),
      ),
      tokens: numbersOf(tokens),
      starts: numbersOf(starts),
      texts: numbersOf(texts),
    },
    index: index.toString('utf8'),
  };
};

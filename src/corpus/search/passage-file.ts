import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildPassages, type PassageSearch, restorePassages } from './passages.ts';
import { type PassageSettings, passageSettings } from './settings.ts';
import type { Unfit } from './snapshot.ts';
import type { Passage } from './token-store.ts';

/** An index opened with the help of a file. */
export interface Opened {
  readonly passages: PassageSearch;
  /** Why the index was built anew and the file written; left out where the file served. */
  readonly rebuilt?: Unfit | 'absent';
}

const readIfThere = async (file: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
};

/** Written beside the file and then moved there: who reads it meanwhile finds the old one or the new one, whole. */
const replace = async (file: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, bytes);
  await rename(beside, file);
};

/**
 * Opens the index of these passages from its snapshot in a file. Where there is none, or it is damaged or stale, the
 * index is built and the file written.
 * @throws Error where two passages have the same id, or the file can be neither read nor written.
 */
export const openPassages = async (
  file: string,
  passages: readonly Passage[],
  settings: PassageSettings = passageSettings,
): Promise<Opened> => {
  const snapshot = await readIfThere(file);
  const restored = snapshot && restorePassages(snapshot, passages, settings);
  if (restored && restored.rebuilt === undefined) return restored;
  const built = restored?.passages ?? buildPassages(passages, settings);
  await replace(file, built.toSnapshot());
  return { passages: built, rebuilt: restored?.rebuilt ?? 'absent' };
};

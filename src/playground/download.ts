import type { StoredFile } from './workspace/file.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A file that is all there. */
type WholeFile = StoredFile & { readonly content: Buffer };

/** A file that stands in a message this person sees; undefined for every other. */
export const fileFor = ({ state }: Workspace, person: string, id: string): WholeFile | undefined => {
  const file = state.files.get(id);
  const isSeen = state.messages.some(
    (one) => one.files?.includes(id) && state.channel(one.channel)?.members.has(person),
  );
  return isSeen && file?.content ? { ...file, content: file.content } : undefined;
};

/** So that a browser keeps the file under its name, whatever letters that has, and never shows it as a page. */
export const downloadHeaders = ({ name }: StoredFile): Map<string, string> =>
  new Map([
    [
      'content-disposition',
      `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    ],
  ]);

/** JSON as the value of a button: `<` is written as an escape, so that no value can look like markup. */
export const inValue = (json: string): string => json.replaceAll('<', '\\u003c');

const anchor = /@(\d+\.\d+)$/;

/** A block id that names the thread which the buttons in the block are about. */
export const anchored = (id: string, thread: string | undefined): string =>
  thread === undefined ? id : `${id}@${thread}`;

/** The thread that a block id names. */
export const anchorOf = (blockId: string | undefined): string | undefined => anchor.exec(blockId ?? '')?.[1];

/** The thread that the buttons of a message are about, as its blocks name it. */
export const anchorIn = (blocks: readonly { readonly block_id?: string }[]): string | undefined =>
  blocks.flatMap(({ block_id: id }) => anchorOf(id) ?? [])[0];

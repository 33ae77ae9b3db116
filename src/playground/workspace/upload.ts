import type { Parts } from './parts.ts';

/**
 * Takes the bytes of an announced file: raw, or as the one file of a form. Gives the problem as an HTTP status and a
 * word, or nothing when all is well.
 */
export const takeUpload = async (
  { state }: Parts,
  id: string,
  contentType: string,
  body: Buffer,
): Promise<{ readonly status: number; readonly error: string } | undefined> => {
  const file = state.files.get(id);
  if (!file) return { status: 404, error: 'file_not_found' };
  if (file.content) return { status: 409, error: 'already_uploaded' };
  const content = contentType.startsWith('multipart/') ? await fileOf(contentType, body) : body;
  if (content?.length !== file.size) return { status: 400, error: 'size_mismatch' };
  state.files.set(id, { ...file, content });
  return undefined;
};

const fileOf = async (contentType: string, body: Buffer): Promise<Buffer | undefined> => {
  const bytes = Uint8Array.from(body);
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  for (const value of form.values())
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return undefined;
};

import { z } from 'zod';
import { admitMessage } from '../door.ts';
import { type StoredFile, wireFile } from '../file.ts';
import { joined, json, type Method, method } from '../method.ts';
import type { Parts } from '../parts.ts';
import { postFiles } from '../post.ts';
import { Refusal } from '../refusal.ts';
import { threadRoot } from '../thread.ts';

/** As much as the gateway takes in one request. */
const largestFile = 4 * 1024 * 1024;

const getUploadUrl = method({
  scopes: ['files:write'],
  args: z.looseObject({
    filename: z.string().min(1),
    length: z.coerce.number().int().min(1),
    alt_txt: z.string().optional(),
    alt_text: z.string().optional(),
  }),
  run: ({ filename, length, alt_txt, alt_text }, { clock, origin, state }) => {
    if (length > largestFile) throw new Refusal('file_upload_size_restricted');
    const altText = alt_txt ?? alt_text;
    const file: StoredFile = {
      id: clock.id('F'),
      name: filename,
      title: filename,
      size: length,
      created: Math.floor(clock.now() / 1000),
      isComplete: false,
      ...(altText !== undefined && { altText }),
    };
    state.files.set(file.id, file);
    return { upload_url: `${origin}/upload/${file.id}`, file_id: file.id };
  },
});

const completeUpload = method({
  scopes: ['files:write'],
  args: z.looseObject({
    files: json(z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1)),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
    blocks: json(z.array(z.unknown())).optional(),
  }),
  run: (args, parts) => {
    const { channel_id: channel, thread_ts: thread, initial_comment: text = '', blocks } = args;
    const files = args.files.map(({ id, title }) => finished(parts, id, title));
    // A comment leaves the blocks unread, as Slack's reference says.
    const shown = text === '' ? blocks : undefined;
    if (text !== '' || shown) admitMessage({ text: text || 'a file', ...(shown && { blocks: shown }) });
    const place = channel === undefined ? undefined : joined(parts, channel).id;
    const threadTs = place === undefined ? undefined : threadRoot(parts, place, thread);
    for (const file of files) parts.state.files.set(file.id, file);
    if (place !== undefined) postFiles(parts, { channel: place, text, blocks: shown, threadTs }, files);
    return { files: files.map(wireFile) };
  },
});

const info = method({
  scopes: ['files:read'],
  args: z.looseObject({ file: z.string() }),
  run: ({ file }, parts) => ({ file: wireFile(complete(parts, file)) }),
});

/** Takes the file away wherever it was shared; a message that was nothing but the file goes with it. */
const remove = method({
  scopes: ['files:write'],
  args: z.looseObject({ file: z.string() }),
  run: ({ file }, parts) => {
    const { id } = complete(parts, file);
    parts.state.files.delete(id);
    for (const message of parts.state.messages.filter((one) => one.files?.includes(id))) {
      const files = message.files?.filter((one) => one !== id) ?? [];
      const isEmpty = files.length === 0 && message.text === '' && message.blocks.length === 0;
      if (isEmpty) parts.state.remove(message);
      else parts.state.replace({ ...message, files });
    }
    return {};
  },
});

export const files: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
  'files.delete': remove,
};

const finished = ({ state }: Parts, id: string, title: string | undefined): StoredFile => {
  const file = state.files.get(id);
  if (!file?.content) throw new Refusal('file_not_found', [`Nothing was uploaded for ${id}.`]);
  if (file.isComplete) throw new Refusal('file_already_completed', [`${id} is complete.`]);
  return { ...file, title: title ?? file.title, isComplete: true };
};

const complete = ({ state }: Parts, id: string): StoredFile => {
  const file = state.files.get(id);
  if (!file?.isComplete) throw new Refusal('file_not_found');
  return file;
};

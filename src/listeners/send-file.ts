import { request } from 'undici';
import type { Desk } from './parts.ts';

/** A file of text, as people find it in Slack. */
export interface SentFile {
  /** `riverside.csv` */
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

/** Where it goes, with a word on it: escaped mrkdwn. */
export interface FilePlace {
  /** Its id, or what finds it out: asked once Slack has taken the content. */
  readonly channel: string | (() => Promise<string>);
  readonly thread?: string | undefined;
  readonly comment: string;
}

const patienceMs = 8_000;
const slackApi = /(?:^|\.)slack(?:-gov)?\.com$/;
const slackFiles = /^files\.slack(?:-gov)?\.com$/;

/** Whether an address is one that the Slack behind `apiUrl` takes files at: content goes nowhere else. */
const isFileAddress = (url: string, apiUrl: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const api = new URL(apiUrl);
  return slackApi.test(api.hostname)
    ? protocol === 'https:' && slackFiles.test(hostname)
    : hostname === api.hostname;
};

/**
 * Sends a file into a channel or thread, in Slack's three steps. Its client does the same in one call, but only where it
 * is let call any address at all. Rejects where Slack does not take it; then nothing is shown.
 */
export const sendFile = async (
  desk: Desk,
  { name, title, content }: SentFile,
  place: FilePlace,
): Promise<void> => {
  const { client } = desk;
  const length = Buffer.byteLength(content);
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename: name,
    length,
  });
  if (!isFileAddress(url, client.slackApiUrl))
    throw new Error('Slack gave an upload address that is not its own');
  const { statusCode, body } = await request(url, {
    method: 'POST',
    body: content,
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(patienceMs),
  });
  await body.dump();
  if (statusCode !== 200) throw new Error(`Slack did not take a file: http ${statusCode}`);
  await desk.posting.files.completeUploadExternal({
    files: [{ id, title }],
    channel_id: typeof place.channel === 'string' ? place.channel : await place.channel(),
    ...(place.thread !== undefined && { thread_ts: place.thread }),
    initial_comment: place.comment,
  });
};

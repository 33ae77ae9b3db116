import type { ServerResponse } from 'node:http';
import { pageHeaders } from './page-files.ts';

/** Answers with JSON. */
export const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));

/** Answers with the headers that everything of the page has. */
export const send = (
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
): void => {
  response.writeHead(status, { ...pageHeaders, 'content-type': type });
  response.end(content);
};

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { Changes } from './changes.ts';
import { objectionTo } from './guard.ts';
import { pageActs } from './page-api.ts';
import { readPageFiles } from './page-files.ts';
import { pageViews } from './page-views.ts';
import { send, sendJson } from './send.ts';
import type { Example } from './snapshot.ts';
import { close, listen } from './workspace/loopback.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface PlaygroundOptions {
  /** Port of the page; 0 takes a free one. */
  readonly port: number;
  readonly workspace: Workspace;
  /** What can be asked, for the empty page and the help beside the composer. */
  readonly examples: readonly Example[];
}

export interface PlaygroundPage {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** How often the workspace does what has become due, in milliseconds. */
const tickMs = 1000;

/** Serves the page on 127.0.0.1. Rejects when the port is taken. */
export const startPlayground = async (options: PlaygroundOptions): Promise<PlaygroundPage> => {
  const changes = new Changes(options.workspace);
  const ticking = setInterval(() => void options.workspace.tick(), tickMs).unref();
  const stop = () => {
    clearInterval(ticking);
    changes.close();
  };
  const server = createServer();
  try {
    const port = await listen(server, options.port);
    server.on('request', answerWith(options, changes, port));
    return {
      url: `http://127.0.0.1:${port}`,
      close: () => {
        stop();
        return close(server);
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const answerWith = ({ workspace, examples }: PlaygroundOptions, changes: Changes, port: number): Handler => {
  const files = readPageFiles(new URL('./page/', import.meta.url));
  const acts = pageActs(workspace);
  const views = pageViews(workspace, examples, changes);
  return (request, response) => {
    const objection = objectionTo(request, port);
    if (objection) return send(response, 403, 'text/plain; charset=utf-8', objection);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    const act = request.method === 'POST' ? acts[pathname] : undefined;
    if (act) return void perform(act, request, response);
    if (request.method !== 'GET')
      return send(response, 405, 'text/plain; charset=utf-8', 'Nothing takes that here.');
    const show = views[pathname];
    if (show) return show(searchParams, response);
    const file = files.get(pathname);
    if (!file) return send(response, 404, 'text/plain; charset=utf-8', 'There is no such page.');
    return send(response, 200, file.type, file.content);
  };
};

const perform = async (
  act: (body: unknown) => Promise<object>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    // A form elsewhere cannot send this content type without asking first.
    if (request.headers['content-type'] !== 'application/json') throw new Error('The body has to be JSON.');
    sendJson(response, 200, { ok: true, ...(await act(await json(request))) });
  } catch (error) {
    sendJson(response, 400, { ok: false, problem: error instanceof Error ? error.message : String(error) });
  }
};

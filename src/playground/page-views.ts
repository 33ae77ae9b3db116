import type { ServerResponse } from 'node:http';
import type { Changes } from './changes.ts';
import { downloadHeaders, fileFor } from './download.ts';
import { snapshotFor } from './page-api.ts';
import { pageHeaders } from './page-files.ts';
import { send, sendJson } from './send.ts';
import type { Example } from './snapshot.ts';
import { showBodies, showTraffic } from './traffic-view.ts';
import type { Workspace } from './workspace/workspace.ts';

type Show = (query: URLSearchParams, response: ServerResponse) => void;

/** What the page can look at, by the path that it gets. */
export const pageViews = (
  workspace: Workspace,
  examples: readonly Example[],
  changes: Changes,
): Readonly<Record<string, Show>> => ({
  '/api/state': (query, response) => sendJson(response, 200, snapshotFor(workspace, examples, query)),
  '/api/changes': (_, response) => {
    response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream' });
    changes.add(response);
  },
  '/api/traffic': (query, response) => {
    const id = query.get('id');
    if (id === null) return sendJson(response, 200, showTraffic(workspace));
    const bodies = showBodies(workspace, Number(id));
    return sendJson(response, bodies ? 200 : 404, bodies ?? { problem: 'That is too long ago.' });
  },
  '/api/file': (query, response) => {
    const file = fileFor(workspace, query.get('as') ?? '', query.get('id') ?? '');
    if (!file) return send(response, 404, 'text/plain; charset=utf-8', 'There is no such file for you.');
    response.setHeaders(downloadHeaders(file));
    return send(response, 200, 'application/octet-stream', file.content);
  },
});

import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isReady, type Readiness } from './readiness.ts';

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
};

const sendJson = (response: ServerResponse, status: number, body: object): void =>
  send(response, status, 'application/json', JSON.stringify(body));

/** What the outside may look at, by path. */
export type Routes = Readonly<Record<string, RequestListener>>;

/**
 * `GET /healthz`: 200 while the process runs; restart it where it does not come. `GET /readyz`: 200 while a question can
 * be answered, else 503 and what is wrong.
 */
export const healthRoutes = (look: () => Promise<Readiness>): Routes => ({
  '/healthz': (_request, response) => sendJson(response, 200, { status: 'ok' }),
  '/readyz': (_request, response) => {
    const answer = async (): Promise<void> => {
      const readiness = await look();
      const ready = isReady(readiness);
      sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...readiness });
    };
    answer().catch(() => sendJson(response, 503, { status: 'not ready' }));
  },
});

/** `GET /metrics`, in the text format of Prometheus. */
export const metricsRoute = (metrics: { readonly contentType: string; text(): Promise<string> }): Routes => ({
  '/metrics': (_request, response) => {
    metrics.text().then(
      (text) => send(response, 200, metrics.contentType, text),
      () => send(response, 500, 'text/plain', 'no figures'),
    );
  },
});

export const portOf = (server: Server): number | undefined => {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : undefined;
};

/** A server for these paths alone. Rejects when the port cannot be had. */
export const serveRoutes = (port: number, routes: Routes): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
      route(request, response);
      return;
    }
    response.writeHead(404).end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
};

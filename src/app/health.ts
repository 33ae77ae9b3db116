import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `GET /healthz`: 200 while the app can answer, 503 while it is cut off from Slack. */
export const healthHandler =
  (isHealthy: () => boolean): RequestListener =>
  (_request, response) => {
    const healthy = isHealthy();
    response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: healthy ? 'ok' : 'not connected to Slack' }));
  };

export const portOf = (server: Server): number | undefined => {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : undefined;
};

/** A server for health alone, as Socket Mode needs no other. Rejects when the port cannot be had. */
export const serveHealth = (port: number, isHealthy: () => boolean): Promise<Server> => {
  const answer = healthHandler(isHealthy);
  const server = createServer((request, response) => {
    if (request.url === '/healthz' && (request.method === 'GET' || request.method === 'HEAD')) {
      answer(request, response);
      return;
    }
    response.writeHead(404).end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
};

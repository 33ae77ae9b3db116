import type { IncomingMessage } from 'node:http';

/**
 * Why a request is refused, as a sentence; undefined when it may pass. A page elsewhere in the browser can send requests
 * to a loopback port, under its own origin or (by DNS rebinding) under its own host name: neither gets in.
 */
export const objectionTo = (request: IncomingMessage, port: number): string | undefined => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) {
    return `This page is served to ${hosts[0]} only, not to ${host ?? 'a request without a host'}.`;
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return `This page takes requests from itself only, not from ${origin}.`;
  }
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (site === undefined || site === 'same-origin' || site === 'none' || isNavigation) return undefined;
  return 'This page takes requests from itself only.';
};

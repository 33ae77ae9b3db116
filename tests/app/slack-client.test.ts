import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { CountedClient, clientOptions, postingOptions } from '../../src/app/slack-client.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';

/** A Slack that answers with these statuses in turn, and then takes everything. */
const slackOf = async (statuses: readonly number[]): Promise<string> => {
  const left = [...statuses];
  const server = createServer((_, response) => {
    const status = left.shift() ?? 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/api/`;
};

const quick = { retries: 2, minTimeout: 1, maxTimeout: 1 };

const retriesIn = async (metrics: Metrics): Promise<string | undefined> =>
  /slack_api_retries_total\{method="users.info"\} (\d+)/.exec(await metrics.text())?.[1];

const shared = (metrics: Metrics) => ({ metrics, standing: { refusal: undefined } });

it('counts each try after the first, and no call that is made anew', async () => {
  const metrics = createMetrics();
  const apiUrl = await slackOf([500, 500]);
  const client = new CountedClient('xoxb', {
    ...clientOptions(apiUrl),
    retryConfig: quick,
    ...shared(metrics),
  });
  await client.users.info({ user: 'U1' });
  expect(await retriesIn(metrics)).toBe('2');
  await client.users.info({ user: 'U1' });
  expect(await retriesIn(metrics)).toBe('2');
});

it('counts none where nothing is tried again', async () => {
  const metrics = createMetrics();
  const apiUrl = await slackOf([500]);
  const client = new CountedClient('xoxb', { ...postingOptions(apiUrl), ...shared(metrics) });
  await expect(client.users.info({ user: 'U1' })).rejects.toThrow();
  await client.users.info({ user: 'U1' });
  expect(await retriesIn(metrics)).toBeUndefined();
});

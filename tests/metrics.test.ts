import { expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../src/metrics.ts';
import { makeSlack } from './fixtures/make-slack.ts';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => /^outsourcing_/.test(line));

it('counts what happens, and lets no label grow', async () => {
  const metrics = createMetrics();
  metrics.answered({ surface: 'command', intent: 'fact', outcome: 'answered', seconds: 0.02 });
  metrics.claimed('again');
  metrics.failed('told');
  metrics.slackError('chat.postMessage', 'invalid_blocks');
  metrics.slackError('chat.postMessage', `what somebody typed ${'x'.repeat(99)}`);
  metrics.slackRetry('chat.postMessage');
  metrics.watchInFlight(() => 3);
  const lines = linesOf(await metrics.text());
  expect(lines).toEqual(
    expect.arrayContaining([
      'outsourcing_answers_total{surface="command",intent="fact",outcome="answered"} 1',
      'outsourcing_answer_seconds_bucket{le="0.025",surface="command"} 1',
      'outsourcing_claims_total{result="again"} 1',
      'outsourcing_failures_total{result="told"} 1',
      'outsourcing_slack_api_errors_total{method="chat.postMessage",error="invalid_blocks"} 1',
      'outsourcing_slack_api_errors_total{method="chat.postMessage",error="other"} 1',
      'outsourcing_slack_api_retries_total{method="chat.postMessage"} 1',
      'outsourcing_in_flight 3',
    ]),
  );
});

it('has what one watches for growth from the start, at nothing', async () => {
  expect(linesOf(await createMetrics().text())).toEqual(
    expect.arrayContaining([
      'outsourcing_failures_total{result="told"} 0',
      'outsourcing_failures_total{result="untold"} 0',
      'outsourcing_claims_total{result="taken-over"} 0',
      'outsourcing_claims_total{result="without-store"} 0',
    ]),
  );
});

it('serves the figures of a bot at its port for them', async () => {
  const { workspace, app } = await makeSlack({ way: 'socket', config: { metricsPort: 0 } });
  const { metricsPort } = await app.start();
  onTestFinished(() => app.stop());
  workspace.faults.next('chat.postMessage', { status: 429, retryAfter: 1 });
  await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
  const read = async (path: string) => fetch(`http://127.0.0.1:${metricsPort}${path}`);
  await expect
    .poll(async () => linesOf(await (await read('/metrics')).text()))
    .toEqual(
      expect.arrayContaining([
        'outsourcing_answers_total{surface="mention",intent="fact",outcome="answered"} 1',
        'outsourcing_claims_total{result="first"} 1',
        'outsourcing_claims_total{result="again"} 1',
        'outsourcing_slack_api_errors_total{method="chat.postMessage",error="http 429"} 1',
        'outsourcing_slack_api_retries_total{method="chat.postMessage"} 1',
        'outsourcing_in_flight 0',
      ]),
    );
  expect((await read('/readyz')).status).toBe(200);
  expect((await read('/healthz')).status).toBe(200);
});

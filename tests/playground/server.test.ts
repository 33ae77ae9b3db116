import { request } from 'node:http';
import { WebClient } from '@slack/web-api';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '../../src/playground/server.ts';
import { keys, openEcho } from './echo-bot.ts';

const open = async () => {
  const echo = await openEcho('http');
  const page = await startPlayground({ port: 0, workspace: echo.workspace, examples: [] });
  onTestFinished(() => page.close());
  return { ...echo, url: page.url, port: Number(new URL(page.url).port) };
};

interface Sent {
  readonly port: number;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Node's own client, since fetch does not let a test choose its Host. */
const send = ({ port, path = '/', method = 'GET', headers = {}, body = '' }: Sent) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

describe('the page server', () => {
  test('serves the page, its parts and nothing else', async () => {
    const { port } = await open();
    expect((await send({ port })).text).toContain('<title>Outsourcing Precedents');
    expect((await send({ port, path: '/main.js' })).status).toBe(200);
    expect((await send({ port, path: '/../server.ts' })).status).toBe(404);
    expect((await send({ port, path: '/tsconfig.json' })).status).toBe(404);
  });

  test('allows the page nothing from elsewhere', async () => {
    const { url } = await open();
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('refuses another host name, as DNS rebinding would bring it', async () => {
    const { port } = await open();
    expect(await send({ port, headers: { host: `evil.example:${port}` } })).toEqual({
      status: 403,
      text: `This page is served to 127.0.0.1:${port} only, not to evil.example:${port}.`,
    });
    expect((await send({ port, headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1'])(
    'refuses the origin %s',
    async (origin) => {
      const { workspace, port } = await open();
      const headers = { origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ as: 'dana', channel: 'C0SOURCING', text: 'hello' });
      expect(await send({ port, path: '/api/type', method: 'POST', headers, body })).toEqual({
        status: 403,
        text: `This page takes requests from itself only, not from ${origin}.`,
      });
      expect(workspace.state.messages).toEqual([]);
    },
  );

  test('refuses what another site asks for in the background', async () => {
    const { port } = await open();
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await send({ port, path: '/api/state', headers })).status).toBe(403);
  });

  test('does what the page asks, and says what it cannot do', async () => {
    const { workspace, url } = await open();
    const post = async (act: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/api/${act}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return response.json();
    };
    expect(await post('type', { as: 'dana', channel: 'C0SOURCING', text: 'hello' })).toEqual({ ok: true });
    expect(workspace.messages('#it-sourcing', { as: 'luis' }).map((one) => one.text)).toEqual(['hello']);
    expect(await post('press', { as: 'dana', channel: 'C0SOURCING', ts: '1.1', actionId: 'more' })).toEqual({
      ok: false,
      problem: 'That message is gone.',
    });
    expect(await post('type', { as: 'nobody', channel: 'C0SOURCING', text: 'hello' })).toEqual({
      ok: false,
      problem: 'Nobody here is called nobody.',
    });
  });

  test('shows each person what is theirs', async () => {
    const { workspace, url } = await open();
    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    const seenBy = async (as: string) => {
      const response = await fetch(`${url}/api/state?as=${as}&channel=C0SOURCING`);
      const { messages } = (await response.json()) as {
        messages: { text: string; onlyForYou: boolean; asked: string }[];
      };
      return messages.map(({ text, onlyForYou, asked }) => [text, onlyForYou, asked]);
    };
    expect(await seenBy('U0DANA')).toEqual([['You said Optum', true, '/outsourcing Optum']]);
    expect(await seenBy('U0LUIS')).toEqual([]);
  });

  test('hands a file to those who see its message, and never as a page', async () => {
    const { workspace, url } = await open();
    const client = new WebClient(keys.botToken, { slackApiUrl: workspace.apiUrl });
    const name = 'Kaiser–IBM.html';
    await client.filesUploadV2({ channel_id: 'D0DANA', filename: name, content: '<script>' });
    const [id = ''] = workspace.state.files.keys();
    const file = await fetch(`${url}/api/file?as=U0DANA&id=${id}`);
    expect(await file.text()).toBe('<script>');
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="Kaiser_IBM.html"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    });
    expect((await fetch(`${url}/api/file?as=U0LUIS&id=${id}`)).status).toBe(404);
    expect((await fetch(`${url}/api/file?as=U0DANA&id=F9999`)).status).toBe(404);
  });

  test('shows what went over the wire, newest first, with its answer', async () => {
    const { workspace, url } = await open();
    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    const get = async (query = '') => (await fetch(`${url}/api/traffic${query}`)).json();
    const lines = (await get()) as { id: number; what: string; status: number; isGood: boolean }[];
    expect(lines.map(({ what, status, isGood }) => [what, status, isGood])).toEqual([
      ['response_url', 200, true],
      ['command /outsourcing', 200, true],
      ['auth.test', 200, true],
    ]);
    expect(await get(`?id=${lines[0]?.id}`)).toMatchObject({
      sent: { response_type: 'ephemeral', text: 'You said Optum' },
      answered: 'ok',
    });
    expect(await get('?id=9999')).toEqual({ problem: 'That is too long ago.' });
  });

  test('says in a sentence when its port is taken', async () => {
    const { workspace, port } = await open();
    await expect(startPlayground({ port, workspace, examples: [] })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

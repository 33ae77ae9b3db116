import { Agent, request } from 'undici';
import { signedHeaders } from '../../src/playground/workspace/signing.ts';
import type { PlainSlack } from './plain-slack.ts';

/** Posts signed bodies to a bot, over connections that stay open as Slack's do. */
export const createPoster = (requestUrl: string, secret = 'pretend-secret') => {
  const dispatcher = new Agent({ connections: 64, pipelining: 1 });
  const send = (body: string, type: string) => {
    const headers = { 'content-type': type, ...signedHeaders(secret, Math.floor(Date.now() / 1000), body) };
    return request(requestUrl, { method: 'POST', headers, body, dispatcher });
  };
  return {
    async post(body: string, type = 'application/x-www-form-urlencoded'): Promise<number> {
      const response = await send(body, type);
      await response.body.dump();
      return response.statusCode;
    },
    /** The acknowledgement, with what it holds. */
    async ask(body: string): Promise<{ readonly status: number; readonly text: string }> {
      const response = await send(body, 'application/x-www-form-urlencoded');
      return { status: response.statusCode, text: await response.body.text() };
    },
    close: () => dispatcher.close(),
  };
};

/** The body of a slash command whose answer arrives under `name`. */
export const commandBody = (
  slack: PlainSlack,
  {
    name,
    text,
    user = 'U0DANA',
    channel = 'C0PLAIN',
  }: { name: string; text: string; user?: string; channel?: string },
): string =>
  new URLSearchParams({
    command: '/outsourcing',
    text,
    team_id: 'T0PLAIN',
    channel_id: channel,
    user_id: user,
    trigger_id: `trigger-${name}`,
    response_url: slack.addressOf(name),
  }).toString();

import type { Outgoing } from './post.ts';

const patienceMs = 8_000;

/**
 * Sends to the response address of a command or click so that only the person sees it, and leaves what stands there.
 * Rejects when the address is used up, out of date, slow, or refuses the message.
 */
export const respondAt = async (url: string, message: Outgoing): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
      ...message,
    }),
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`the response address answered ${response.status}`);
  if (/"ok"\s*:\s*false/.test(body)) throw new Error(`the response address answered ${body.slice(0, 200)}`);
};

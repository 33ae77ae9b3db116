import { randomUUID } from 'node:crypto';
import type { CodedError, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../log.ts';

const id = z.object({ id: z.string() });

/** Where a person waits for an answer, as far as the body of any request tells. */
const whereaboutsSchema = z.object({
  response_url: z.url().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  user: id.optional(),
  channel: id.optional(),
  event: z
    .object({
      type: z.enum(['message', 'app_mention']),
      user: z.string(),
      channel: z.string(),
      channel_type: z.string().optional(),
      ts: z.string(),
      thread_ts: z.string().optional(),
    })
    .optional()
    .catch(undefined),
});

type Whereabouts = z.output<typeof whereaboutsSchema>;

/** What the person reads; the log has the cause under the same reference. */
export const failureSentence = (reference: string): string =>
  'Something went wrong on my side and I could not finish the answer. Please ask again in a moment. ' +
  `If it keeps happening, give whoever runs this app the reference ${reference}.`;

const respondAt = async (url: string, text: string): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`the response address answered ${response.status}`);
};

const inConversation = async (client: webApi.WebClient, where: Whereabouts, text: string): Promise<void> => {
  const { event } = where;
  if (event?.channel_type === 'im') {
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.thread_ts ?? event.ts, text });
    return;
  }
  const user = event?.user ?? where.user?.id ?? where.user_id;
  const channel = event?.channel ?? where.channel?.id ?? where.channel_id;
  if (user === undefined || channel === undefined) return;
  const thread = event?.thread_ts === undefined ? {} : { thread_ts: event.thread_ts };
  await client.chat.postEphemeral({ channel, user, ...thread, text });
};

const tell = async (client: webApi.WebClient, where: Whereabouts, text: string): Promise<void> => {
  if (where.response_url === undefined) return inConversation(client, where, text);
  await respondAt(where.response_url, text).catch(() => inConversation(client, where, text));
};

/** The errors behind Bolt's wrapper. */
const causesOf = (error: CodedError): readonly Error[] => error.originals ?? [error.original ?? error];

/** For `app.error`: a calm sentence with a reference to the person, the cause under the same reference to the log. */
export const onFailure =
  (client: webApi.WebClient, log: Log) =>
  async ({ error, body }: { readonly error: CodedError; readonly body: unknown }): Promise<void> => {
    const reference = randomUUID().slice(0, 8);
    for (const err of causesOf(error)) log.error({ err, reference }, 'a listener failed');
    try {
      await tell(client, whereaboutsSchema.parse(body), failureSentence(reference));
    } catch (err) {
      log.error({ err, reference }, 'could not tell the person either');
    }
  };

import type { HomeView, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Asker } from '../answer.ts';
import { clean, escapeText, shorten } from '../blocks/mrkdwn.ts';
import type { EventArgs } from './message.ts';
import type { Parts } from './parts.ts';

const openedSchema = z.object({
  user: z.string(),
  channel: z.string().optional(),
  tab: z.enum(['home', 'messages']).default('home'),
});

const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', verbatim: true, text },
});

const exampleLine = ({ text, about }: Asker['examples'][number]): string => {
  const typed = escapeText(shorten(clean(text).replaceAll('`', ''), 120));
  return `\`/outsourcing ${typed}\`\n${escapeText(shorten(clean(about), 200))}`;
};

const welcome =
  'I answer questions about healthcare-IT outsourcing deals from a library of published articles, and I cite the ' +
  'article for every fact. I report what happened; I do not advise.';

const ways =
  'Type `/outsourcing` and a question in any channel: only you see the answer. Mention me in a channel and I answer ' +
  'in the thread. Or write to me under *Messages*.';

/** The Home tab: what the app is for, how to ask, and questions to try. At most 20 examples. */
export const homeView = (examples: Asker['examples']): HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: { type: 'plain_text', text: 'Outsourcing precedents' } },
    section(welcome),
    section(ways),
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: 'Questions to try' } },
    ...examples.slice(0, 20).map((example) => section(exampleLine(example))),
  ],
});

/** Home gets its view; the Messages tab gets questions to tap, where the workspace knows how to show them. */
export const onHomeOpened =
  ({ asker, log }: Parts) =>
  async ({ event, client }: EventArgs): Promise<void> => {
    const { user, channel, tab } = openedSchema.parse(event);
    if (tab === 'home') {
      await client.views.publish({ user_id: user, view: homeView(asker.examples) });
      return;
    }
    if (channel === undefined) return;
    const [first, ...rest] = asker.examples.slice(0, 4).map(({ text }) => ({ title: text, message: text }));
    if (first === undefined) return;
    try {
      await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: [first, ...rest] });
    } catch (err) {
      log.debug({ err }, 'this workspace shows no suggested prompts');
    }
  };

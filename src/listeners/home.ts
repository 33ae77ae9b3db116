import type { HomeView, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Asker } from '../answer.ts';
import { clean, escapeText, shorten } from '../blocks/mrkdwn.ts';
import type { EventArgs } from './message.ts';
import { type Desk, teamOf } from './parts.ts';
import { recentReadings } from './recent.ts';
import { isRefusal, unreadable } from './refusal.ts';

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

/** One line on what is kept, as asking about layoffs is itself sensitive. */
export const privacyLine =
  'I keep how your questions were understood for 30 days, for your eyes only, and the words of those I could not ' +
  'answer for 90, without your name. `/outsourcing forget me` removes what is yours.';

const heading = (text: string): KnownBlock => ({ type: 'header', text: { type: 'plain_text', text } });

const mostRecent = 5;

/** How somebody's latest questions were understood, latest first and each once; nothing when there are none. */
const recentBlocks = (recent: readonly string[]): KnownBlock[] => {
  const lines = [...new Set(recent)]
    .slice(0, mostRecent)
    .map((line) => `• ${escapeText(shorten(clean(line), 200))}`);
  return lines.length === 0
    ? []
    : [heading('Your recent questions, as I understood them'), section(lines.join('\n'))];
};

/**
 * The Home tab: what the app is for, how to ask, what is kept, and questions to try. At most 20 examples. `recent` is
 * how the latest questions of the one person who sees it were understood, latest first.
 */
export const homeView = (examples: Asker['examples'], recent: readonly string[] = []): HomeView => ({
  type: 'home',
  blocks: [
    heading('Outsourcing precedents'),
    section(welcome),
    section(ways),
    { type: 'context', elements: [{ type: 'mrkdwn', verbatim: true, text: privacyLine }] },
    ...recentBlocks(recent),
    { type: 'divider' },
    heading('Questions to try'),
    ...examples.slice(0, 20).map((example) => section(exampleLine(example))),
  ],
});

const recentOf = async (desk: Desk, team: string, user: string): Promise<string[]> => {
  try {
    const readings = await recentReadings(desk, team, user);
    return readings
      .map((reading) => desk.asker.answerReading(reading).answer.readAs)
      .filter((line) => line !== '');
  } catch (err) {
    desk.log.error({ err }, 'the store did not give the recent questions; showing Home without them');
    return [];
  }
};

/** A Home that Slack refuses is shown without its list: better than none. */
const publish = async (
  { client, asker, log }: Desk,
  user: string,
  recent: readonly string[],
): Promise<void> => {
  try {
    await client.views.publish({ user_id: user, view: homeView(asker.examples, recent) });
  } catch (err) {
    if (!isRefusal(err, unreadable)) throw err;
    log.error({ err }, 'Slack refused the blocks of Home; showing it without examples');
    await client.views.publish({ user_id: user, view: homeView([]) });
  }
};

/** Home gets its view; the Messages tab gets questions to tap, where the workspace knows how to show them. */
export const onHomeOpened =
  (desk: Desk) =>
  async ({ event, context }: EventArgs): Promise<void> => {
    const { asker, log, client } = desk;
    const opened = openedSchema.safeParse(event).data;
    if (opened === undefined) return;
    const { user, channel, tab } = opened;
    if (tab === 'home') {
      const recent = await recentOf(desk, teamOf(context), user);
      await publish(desk, user, recent);
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

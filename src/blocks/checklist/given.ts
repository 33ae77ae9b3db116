import type { Button } from '@slack/types';
import type { Item } from '../../checklist/record.ts';
import { sayDay } from '../../day.ts';
import type { OutgoingMessage } from '../answer.ts';
import { bar, context, plain } from '../kit.ts';
import { clean, escapeText, shorten } from '../mrkdwn.ts';
import { fitMessageText } from '../text.ts';
import { press } from './controls.ts';

export interface Given {
  readonly item: Item;
  /** The checklist's. */
  readonly name: string;
  readonly channel: string;
  /** Where the checklist stands, as Slack gave it. */
  readonly link: string | undefined;
  /** Who gave it, where Slack says how they are called. */
  readonly by: string | undefined;
}

const linkButton = (url: string): Button => ({
  type: 'button',
  action_id: press('link'),
  text: plain('Go to the checklist', 75),
  url,
});

/** What somebody reads who was given an item: what, by when, from whom, and the way to it. Names nobody by a mention. */
export const givenMessage = ({ item, name, channel, link, by }: Given): OutgoingMessage => {
  const who = by === undefined ? 'A colleague' : clean(by);
  const what = /[.!?…]$/.test(item.text) ? item.text : `${item.text}.`;
  const due = item.due === undefined ? '' : ` Due ${sayDay(item.due)}.`;
  const list = `the checklist “${shorten(clean(name), 80)}”`;
  return {
    text: fitMessageText(`${who} gave you an item on ${list}: ${what}${due}`),
    blocks: [
      context('given', `${escapeText(who)} gave you an item on ${escapeText(list)} in <#${channel}>:`),
      { type: 'section', block_id: 'item', expand: true, text: plain(item.text, 300) },
      context('about', `${due.trim()} \`/outsourcing checklist\` lists all that is yours.`.trim()),
      ...bar('link', link === undefined ? [] : [linkButton(link)]),
    ],
  };
};

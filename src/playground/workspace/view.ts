import { bot, team } from './cast.ts';
import type { Clock } from './clock.ts';
import { withBlockIds } from './element.ts';
import { hereIn, noValues, type Offered, type Values, valuesIn } from './form.ts';

/** A modal or Home view as one person has it before them. */
export interface View {
  readonly id: string;
  readonly hash: string;
  /** The view as the bot sent it, every block with an id. */
  readonly view: Readonly<Record<string, unknown>>;
  /** What stands in its inputs. */
  readonly values: Values;
  /** What is wrong with an input, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why it could not be sent, as a sentence. */
  readonly problem?: string;
  /** Ids of the view below it and of the lowest in its stack. */
  readonly previous?: string;
  readonly root: string;
  /** Options that a search brought, by action id. */
  readonly offered: Offered;
}

/**
 * A view that was not there before; `below` is the one it stands on, `channel` the conversation it was opened from,
 * which a select can ask to begin with.
 */
export const makeView = (
  clock: Clock,
  sent: View['view'],
  { below, channel }: { below?: View | undefined; channel?: string | undefined } = {},
): View => {
  const id = clock.id('V');
  const content = contentOf(clock, sent);
  return {
    ...content,
    id,
    root: below?.root ?? id,
    ...(below && { previous: below.id }),
    values: valuesIn(
      content.view.blocks,
      channel === undefined ? noValues : hereIn(content.view.blocks, channel),
    ),
    errors: {},
    offered: {},
  };
};

/** A view with other content; what was entered stays where block and action id are the same. */
export const changeView = (clock: Clock, { problem: _, ...old }: View, sent: View['view']): View => {
  const content = contentOf(clock, sent);
  return { ...old, ...content, errors: {}, values: valuesIn(content.view.blocks, old.values) };
};

const contentOf = (clock: Clock, sent: View['view']): Pick<View, 'hash' | 'view'> => {
  const hash = clock.id('hash.');
  return { hash, view: { ...sent, blocks: withBlockIds(sent.blocks, hash) } };
};

/** A view as payloads and answers carry it. */
export const wireView = (view: View): Record<string, unknown> => ({
  private_metadata: '',
  callback_id: '',
  external_id: '',
  clear_on_close: false,
  notify_on_close: false,
  close: null,
  submit: null,
  ...view.view,
  state: { values: view.values },
  id: view.id,
  hash: view.hash,
  previous_view_id: view.previous ?? null,
  root_view_id: view.root,
  team_id: team.id,
  app_id: bot.appId,
  app_installed_team_id: team.id,
  bot_id: bot.botId,
});

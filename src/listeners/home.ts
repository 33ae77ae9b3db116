import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import { z } from 'zod';
import type { Outcome } from '../answer.ts';
import { homeView, plainHomeView, type Recent } from '../blocks/home.ts';
import { front, type HomePlace, readPlace, turnedTo } from '../blocks/home-place.ts';
import { acknowledge } from './acknowledge.ts';
import { mineOf } from './checklist/mine.ts';
import type { EventArgs } from './message.ts';
import { onMessagesOpened } from './messages-tab.ts';
import { type Desk, teamOf } from './parts.ts';
import { type Press, readPress } from './press.ts';
import type { Person } from './private-answer.ts';
import { recentReadings } from './recent.ts';
import { isRefusal, unreadable } from './refusal.ts';
import { todayFor } from './today.ts';

const openedSchema = z.object({
  user: z.string(),
  channel: z.string().optional(),
  tab: z.enum(['home', 'messages']).default('home'),
});

/** How a question ends whose words were all that there was to it. */
const wordless: ReadonlySet<Outcome> = new Set(['not-held', 'unclear']);

const recentOf = async (desk: Desk, { team, user }: Person): Promise<Recent[]> => {
  try {
    const readings = await recentReadings(desk, team, user);
    return (
      readings
        .map(({ reading, at }) => ({ reading, at, answer: desk.asker.answerReading(reading).answer }))
        // Without its words, what was not understood at all can neither be named nor asked again.
        .filter(({ answer: { readAs, outcome } }) => readAs !== '' && !wordless.has(outcome))
        .map(({ reading, at, answer }) => ({ reading, at, label: answer.readAs }))
    );
  } catch (err) {
    desk.log.error({ err }, 'the store did not give the recent questions; showing Home without them');
    return [];
  }
};

/** What is theirs to do on the checklists of channels that they are in, by what Slack says now. */
const todoOf = async (desk: Desk, { team, user }: Person) => {
  try {
    const [mine, today] = await Promise.all([mineOf(desk, team, user), todayFor(desk, user)]);
    return { mine, ...today, drawn: desk.clock() };
  } catch (err) {
    desk.log.error({ err }, 'could not see what is somebody’s to do; showing Home without it');
    return undefined;
  }
};

/** A Home that Slack refuses is shown without anything of the library and of the person: better than none. */
const publish = async ({ client, log }: Desk, user: string, view: HomeView): Promise<void> => {
  try {
    await client.views.publish({ user_id: user, view });
  } catch (err) {
    if (!isRefusal(err, unreadable)) throw err;
    log.error({ err }, 'Slack refused the blocks of Home; showing a plain one');
    await client.views.publish({ user_id: user, view: plainHomeView });
  }
};

/** Shows somebody their Home at a place of it; at its front unless another is given. */
export const showHome = async (desk: Desk, person: Person, place: HomePlace = front): Promise<void> => {
  const recent = place.at === 'front' ? await recentOf(desk, person) : [];
  const todo = place.at === 'front' ? await todoOf(desk, person) : undefined;
  const parts = { holdings: desk.asker.holdings(), recent, ...(todo && { todo }) };
  await publish(desk, person.user, homeView(parts, place));
};

/** Home gets its view, at its front; the Messages tab its greeting and questions to tap. */
export const onHomeOpened =
  (desk: Desk) =>
  async ({ event, context }: EventArgs): Promise<void> => {
    const opened = openedSchema.safeParse(event).data;
    if (opened === undefined) return;
    const person = { team: teamOf(context), user: opened.user };
    if (opened.tab === 'home') return showHome(desk, person);
    if (opened.channel !== undefined) await onMessagesOpened(desk, person, opened.channel);
  };

type ActionArgs = SlackActionMiddlewareArgs & AllMiddlewareArgs;

/** Leads to the place that the press names; nowhere where it stands in no Home. */
const leadTo =
  (placeOf: (press: Press) => HomePlace) =>
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    if (press !== undefined) await showHome(desk, press, placeOf(press));
  };

/** A button that leads somewhere in Home. */
export const onWentTo = leadTo(({ value }) => readPlace(value));

/** The select of pages: the same place, turned to the page chosen. */
export const onJumped = leadTo(({ view, value }) => turnedTo(readPlace(view.metadata), Number(value)));

import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { gapsMessage } from '../../blocks/desk/gaps.ts';
import type { Request } from '../../desk/request.ts';
import { acknowledge } from '../acknowledge.ts';
import { tellSender } from '../failure.ts';
import { isAmong } from '../named.ts';
import { type Desk, teamOf } from '../parts.ts';
import type { Outgoing } from '../post.ts';
import type { Asked } from '../question.ts';
import { respondAt } from '../respond.ts';
import { actOn, closeGaps, gapsIn, requestsIn } from './kept.ts';

const notNamed =
  'Nobody is named to look after the library. Whoever runs this app names people or user groups as CURATORS.';
const notYours = 'Only those who look after the library see what it lacks. Whoever runs this app names them.';
const alone = 'I show that to you alone: type `/outsourcing gaps`.';

/** Why somebody may not see what the library lacks; undefined where they may. */
const objectionTo = async (desk: Desk, user: string): Promise<string | undefined> => {
  const { curators = [] } = desk.named ?? {};
  if (curators.length === 0) return notNamed;
  return (await isAmong(desk, curators, user)) ? undefined : notYours;
};

const listOf = async (desk: Desk, team: string, page: number): Promise<Outgoing> => {
  const groups = await gapsIn(desk, team);
  const readAs = new Map(
    groups.map(({ id, reading }) => [
      id,
      reading === undefined ? '' : desk.asker.answerReading(reading).answer.readAs,
    ]),
  );
  const answered: Request[] = [];
  for await (const { request } of requestsIn(desk, team)) if (request.isForLibrary) answered.push(request);
  answered.sort((a, b) => (b.resolved?.at ?? 0) - (a.resolved?.at ?? 0));
  return gapsMessage({ groups, readAs, answered, page });
};

/** `gaps`: what the library lacks, for those whom the configuration names, and for them alone. */
export const gapsFor = async (desk: Desk, question: Asked): Promise<readonly Outgoing[]> => {
  const objection = await objectionTo(desk, question.user);
  if (objection !== undefined) return [{ text: objection }];
  if (question.kind === 'message' && !question.direct) return [{ text: alone }];
  return [await listOf(desk, question.team, 0)];
};

const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  response_url: z.string(),
  actions: z.tuple([z.object({ action_id: z.string(), value: z.string().max(64) })]),
});

/** What a press does, and the page that is shown then. */
type Work = (desk: Desk, team: string, value: string) => Promise<number>;

const works: Readonly<Record<string, Work>> = {
  close: async (desk, team, group) => {
    await closeGaps(desk, team, group, true);
    return 0;
  },
  shelve: async (desk, team, id) => {
    await actOn(desk, team, id, { type: 'shelve' });
    return 0;
  },
  page: async (_desk, _team, page) => (/^\d{1,3}$/.test(page) ? Number(page) : 0),
};

/** A press in the list of gaps: looked at anew whether the person may, done, and the list shown as it stands then. */
export const onGaps =
  (desk: Desk) =>
  async ({ ack, body, context }: SlackActionMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const press = pressSchema.safeParse(body).data;
    const [action] = press?.actions ?? [];
    const work = works[action?.action_id.split(':')[1] ?? ''];
    const objection = press === undefined ? notYours : await objectionTo(desk, press.user.id);
    if (press === undefined || action === undefined || work === undefined || objection !== undefined) {
      await acknowledge(desk, ack);
      return tellSender(desk, body, objection ?? notYours);
    }
    const team = teamOf(context);
    const page = await work(desk, team, action.value);
    await acknowledge(desk, ack);
    await respondAt(desk, press.response_url, {
      ...(await listOf(desk, team, page)),
      replace_original: true,
    });
  };

import { type Gap, type GapGroup, gapSchema, groupGaps, matterOf } from '../../desk/gap.ts';
import { applyTo, objectionTo, type Request, type RequestAction, requestSchema } from '../../desk/request.ts';
import { eachAs, getAs, readAs } from '../../store/records.ts';
import { gapsOf } from '../gaps.ts';
import { type Desk, reportDamage } from '../parts.ts';

const keptForMs = 90 * 24 * 60 * 60 * 1000;

/** What people of a workspace asked people stands under this prefix. */
export const requestsOf = (team: string): string => `request/${team}/`;

/** The keeping ends ninety days after it was asked, whatever was done with it since. */
const lifeOf = ({ asked }: Request, now: number) => ({ expiresInMs: Math.max(1, asked + keptForMs - now) });

export const requestOf = (desk: Desk, team: string, id: string): Promise<Request | undefined> =>
  getAs(desk.store, requestSchema, `${requestsOf(team)}${id}`, reportDamage(desk));

/** The words of a question that was declined, by their `gapName`. */
export const gapAt = (desk: Desk, team: string, name: string): Promise<Gap | undefined> =>
  getAs(desk.store, gapSchema, `${gapsOf(team)}${name}`, reportDamage(desk));

/** Keeps a new request. False where it was sent before. */
export const addRequest = (desk: Desk, team: string, request: Request): Promise<boolean> => {
  const key = `${requestsOf(team)}${request.id}`;
  return desk.store.update([key], (entries) => {
    if (entries.get(key) !== undefined) return false;
    entries.put(key, request, lifeOf(request, desk.clock()));
    return true;
  });
};

/** Changes a request; undefined where there is none any more. */
export const changing = (desk: Desk, team: string, id: string, change: (request: Request) => Request) => {
  const key = `${requestsOf(team)}${id}`;
  return desk.store.update([key], (entries) => {
    const before = readAs(requestSchema, key, entries.get(key), reportDamage(desk));
    if (before === undefined) return undefined;
    const after = change(before);
    entries.put(key, after, lifeOf(after, desk.clock()));
    return { before, after };
  });
};

/** What came of an act on a request; undefined where there is none any more. */
export const actOn = async (desk: Desk, team: string, id: string, action: RequestAction) => {
  const changed = await changing(desk, team, id, (request) => applyTo(request, action));
  return changed && { request: changed.after, objection: objectionTo(changed.before, action) };
};

/** Notes where the owners were told of a request, or that its asker heard the answer. */
export const note = (
  desk: Desk,
  team: string,
  id: string,
  what: Partial<Pick<Request, 'told' | 'isHeard'>>,
) => changing(desk, team, id, (request) => ({ ...request, ...what }));

/** Every request of a workspace; of all of them where no workspace is given. */
export async function* requestsIn(desk: Desk, team?: string) {
  const prefix = team === undefined ? 'request/' : requestsOf(team);
  for await (const { key, record } of eachAs(desk.store, requestSchema, prefix, reportDamage(desk)))
    yield { team: key.split('/')[1] ?? '', request: record };
}

/** What the library lacks in a workspace, in groups, newest first. */
export const gapsIn = async (desk: Desk, team: string): Promise<GapGroup[]> => {
  const gaps: Gap[] = [];
  for await (const { record } of eachAs(desk.store, gapSchema, gapsOf(team), reportDamage(desk)))
    gaps.push(record);
  return groupGaps(gaps);
};

/** Closes or opens every gap of a group. Their words go when their ninety days are over. */
export const closeGaps = async (
  desk: Desk,
  team: string,
  group: string,
  isClosed: boolean,
): Promise<void> => {
  for await (const { key, record } of eachAs(desk.store, gapSchema, gapsOf(team), reportDamage(desk)))
    if (matterOf(record) === group)
      await desk.store.update([key], (entries) => {
        const gap = readAs(gapSchema, key, entries.get(key), reportDamage(desk));
        const expiresInMs = Date.parse(record.day) + keptForMs + 86_400_000 - desk.clock();
        if (gap !== undefined && expiresInMs > 0) entries.put(key, { ...gap, isClosed }, { expiresInMs });
      });
};

import {
  type Change,
  change,
  defaults,
  ownersOf,
  type Settings,
  settingsSchema,
  withoutPerson,
} from '../../settings/record.ts';
import { eachAs, getAs, readAs } from '../../store/records.ts';
import { isChannel } from '../members.ts';
import { type Desk, reportDamage } from '../parts.ts';

/** What the channels of a workspace decided stands under this prefix, until the app is removed. */
export const settingsOf = (team: string): string => `settings/${team}/`;

/** How a channel wants it. What holds everywhere in a direct message, and where the store is away: nobody waits for that. */
export const settingsFor = async (desk: Desk, team: string, channel: string): Promise<Settings> => {
  if (!isChannel(channel)) return defaults;
  try {
    const key = `${settingsOf(team)}${channel}`;
    return (await getAs(desk.store, settingsSchema, key, reportDamage(desk))) ?? defaults;
  } catch (err) {
    desk.log.error({ err }, 'the store did not give the settings of a channel; taking the usual ones');
    return defaults;
  }
};

/** Keeps what somebody changed; in force from the next question on, in every process. */
export const changeSettings = (
  desk: Desk,
  team: string,
  channel: string,
  wanted: Change,
): Promise<Settings> => {
  const key = `${settingsOf(team)}${channel}`;
  return desk.store.update([key], (entries) => {
    const after = change(wanted);
    entries.put(key, after);
    return after;
  });
};

/** Who answers for people in a channel; undefined where nobody is named. */
export const ownersFor = async (desk: Desk, team: string, channel: string): Promise<string | undefined> =>
  ownersOf(await settingsFor(desk, team, channel), desk.named?.owners);

/** Takes a person's name off whatever they changed. */
export const forgetInSettings = async (desk: Desk, team: string, person: string): Promise<void> => {
  for await (const { key, record } of eachAs(
    desk.store,
    settingsSchema,
    settingsOf(team),
    reportDamage(desk),
  ))
    if (record.changed?.by === person)
      await desk.store.update([key], (entries) => {
        const now = readAs(settingsSchema, key, entries.get(key), reportDamage(desk));
        if (now !== undefined) entries.put(key, withoutPerson(now, person));
      });
};

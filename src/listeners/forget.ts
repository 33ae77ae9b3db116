import { eachAs } from '../store/records.ts';
import { addressesOf } from './address.ts';
import { redraw } from './checklist/draw.ts';
import { boardsOf, checklistsOf, forgetInChecklists, redrawsOf } from './checklist/kept.ts';
import { forgetAtDesk } from './desk/forget.ts';
import { requestsOf } from './desk/kept.ts';
import { gapsOf } from './gaps.ts';
import { askerSchema, heldOf } from './hold.ts';
import { type Desk, reportDamage } from './parts.ts';
import { quietOf } from './quiet.ts';
import { recentKey, recentOf } from './recent.ts';
import { forgetInSettings, settingsOf } from './settings/kept.ts';
import { turnsOf, turnsWith } from './turns.ts';
import { votesOf } from './votes.ts';

export const forgotten =
  'Done. I no longer hold your recent questions, the conversations of your commands and direct messages, or anything ' +
  'of yours that waited for an answer. Your questions to people here are gone, and what those people see of them says ' +
  '“a colleague” and not what was asked. Your name is off the checklists: what you did on them stays done. What ' +
  'carries no name ends by itself: how questions in a channel thread were understood, after 30 days; the words of ' +
  'questions that I could not answer or that I answered badly, and whether an answer helped, after 90. What you and I ' +
  'wrote stays in Slack until you delete it there.';

/** Removes what is held of the person who asks for it; the asking itself, where it has a `run`, is still to be answered. */
export const forgetPerson = async (
  desk: Desk,
  { team, user }: { readonly team: string; readonly user: string },
  run?: string,
): Promise<void> => {
  const { store } = desk;
  await store.delete(recentKey(team, user));
  await store.deleteUnder(turnsWith(team, user));
  await store.deleteUnder(`${addressesOf(team)}${user}/`);
  for await (const { key, record } of eachAs(store, askerSchema, heldOf(team), reportDamage(desk)))
    if (record.question.user === user && record.run !== run) await store.delete(key);
  const checklists = await forgetInChecklists(desk, team, user);
  await forgetInSettings(desk, team, user);
  await forgetAtDesk(desk, team, user);
  for (const place of checklists) await redraw(desk, team, place);
};

/** Removes all that is held of a workspace. */
export const forgetTeam = async ({ store, local }: Desk, team: string): Promise<void> => {
  const claims = `claim/${team}/`;
  const own = [
    quietOf(team),
    heldOf(team),
    turnsOf(team),
    recentOf(team),
    gapsOf(team),
    votesOf(team),
    addressesOf(team),
  ];
  const rooms = [checklistsOf(team), boardsOf(team), redrawsOf(team), requestsOf(team), settingsOf(team)];
  for (const prefix of [...own, ...rooms, claims]) await store.deleteUnder(prefix);
  await local.deleteUnder(claims);
};

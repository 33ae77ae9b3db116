import { showHome } from '../home.ts';
import type { Desk } from '../parts.ts';
import { respondAt } from '../respond.ts';
import { privateList } from './mine.ts';
import type { Pressed } from './press.ts';

/** Brings a list of what is somebody's to do up to date where they pressed in it, which nobody else sees. */
export const listAgain = async (desk: Desk, pressed: Pressed): Promise<void> => {
  const { team, user, channel, isPrivate, responseUrl, view } = pressed;
  if (view?.type === 'home') return showHome(desk, { team, user });
  if (responseUrl === undefined || !isPrivate) return;
  const shown = await privateList(desk, { team, channel, user });
  try {
    await respondAt(desk, responseUrl, { ...shown, replace_original: true });
  } catch (err) {
    desk.log.warn({ err }, 'could not bring a list up to date; it shows how things stood');
  }
};

import { tellSender } from '../failure.ts';
import { isRefusal, shutOut } from '../refusal.ts';
import { look } from './kept.ts';
import { postBoard } from './post-board.ts';
import { nothingThere, onPress } from './press.ts';

const shut = 'I may not post in that channel. Type `/invite @outsourcing` there to add me, then try again.';

/** Posts the board anew at the end of its channel or thread; the one before says that it goes on there. */
export const showAgain = onPress(async (desk, { team, place, body }) => {
  const there = await look(desk, team, place);
  if (there === undefined) return () => tellSender(desk, body, nothingThere);
  const { checklist, board } = there;
  return async () => {
    const thread = board.thread === undefined ? {} : { thread: board.thread };
    try {
      await postBoard(desk, team, place, { checklist, before: board, ...thread, mayStand: false });
    } catch (error) {
      if (!isRefusal(error, shutOut)) throw error;
      await tellSender(desk, body, shut);
    }
  };
});

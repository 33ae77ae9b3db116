import type { Answer } from '../answer.ts';
import { answerMessages } from '../blocks/answer.ts';
import type { Desk } from './parts.ts';
import { orPlain, quiet } from './post.ts';

/** Writes an answer into a person's direct messages, once: what may have been sent is not sent again. */
export const writeDirectly = async (desk: Desk, user: string, answer: Answer): Promise<void> => {
  for (const message of answerMessages(answer))
    await orPlain(desk, message, (outgoing) =>
      desk.posting.chat.postMessage({ channel: user, ...quiet, ...outgoing }),
    );
};

import { z } from 'zod';
import { sourceView } from '../blocks/source-view.ts';
import { decodeReading, encodeReading, type Reading } from '../reading.ts';
import { acknowledge } from './acknowledge.ts';
import { nothing, openAnswer } from './answer-window.ts';
import { tellSender } from './failure.ts';
import type { ActionArgs } from './find.ts';
import { updateModal } from './modal.ts';
import type { Desk } from './parts.ts';
import { readPress } from './press.ts';
import { staleButton } from './stale.ts';

const pressSchema = z.object({ actions: z.tuple([z.object({ value: z.string().default('') })]) });

const pageOf = ({ asker }: Desk, reading: Reading, at: number) => {
  const sources = asker.sources(asker.answerReading(reading).answer);
  return sourceView({ sources, at, reading: encodeReading(reading) });
};

/** "Sources in context": a window with what the answer cites, where it stands. */
export const onSourcesOpened =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const value = pressSchema.safeParse(body).data?.actions[0].value ?? '';
    const reading = decodeReading(value);
    if (reading === undefined) return tellSender(desk, body, staleButton);
    await openAnswer(desk, body, 1, () => [pageOf(desk, reading, 0), nothing]);
  };

const idsSchema = z.object({ reading: z.string() });

const readingIn = (metadata: string): Reading | undefined => {
  try {
    return decodeReading(idsSchema.safeParse(JSON.parse(metadata)).data?.reading ?? '');
  } catch {
    return undefined;
  }
};

/** Another source of the same answer, in the same window. */
export const onSourceTurned =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    const reading = readingIn(press?.view.metadata ?? '');
    const at = z.coerce.number().int().min(0).safeParse(press?.value).data;
    if (press === undefined || reading === undefined || at === undefined) return;
    await updateModal(desk, press.view, pageOf(desk, reading, at));
  };

import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { type ChoiceGroup, suggestedGroups } from '../blocks/choices.ts';
import type { Desk } from './parts.ts';

type OptionsArgs = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

const querySchema = z.object({ value: z.string().max(1000).default('') });

/** Answers a select that searches: `find` gives the choices for what was typed so far. */
export const onSearch =
  (find: (desk: Desk, typed: string) => readonly ChoiceGroup[]) =>
  (desk: Desk) =>
  async ({ ack, body }: OptionsArgs): Promise<void> => {
    const typed = querySchema.safeParse(body).data?.value ?? '';
    await ack({ option_groups: suggestedGroups(find(desk, typed)) });
  };

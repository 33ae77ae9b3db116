import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { commandClaims } from './claims.ts';
import { toPerson } from './deliver.ts';
import { type Parts, teamOf } from './parts.ts';
import { reply } from './reply.ts';
import { commandConversation } from './turns.ts';

/** `/outsourcing …`: answered so that only the person sees it. Empty text asks for help. */
export const onCommand =
  (parts: Parts) =>
  async ({ ack, command, respond, client, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => {
    await ack();
    const { channel_id: channel, user_id: user, trigger_id: triggerId, text } = command;
    await reply(parts, {
      surface: 'command',
      claims: commandClaims(triggerId),
      conversation: commandConversation(teamOf(context), channel, user),
      asks: text.trim() || 'help',
      deliver: toPerson(respond, client, parts.log, { channel, user }),
    });
  };

import type { ModalView } from '@slack/types';
import type { Settings } from '../settings/record.ts';
import type { OutgoingMessage } from './answer.ts';
import { conversationSelect, radioButtons, textInput } from './input.ts';
import { bar, button, context, section } from './kit.ts';
import { mention } from './mention.ts';
import { modal } from './modal.ts';
import { escapeText } from './mrkdwn.ts';
import { fitMessageText } from './text.ts';

/** The window of the settings, and the form that takes what is sent from it. */
export const settingsForm = 'settings:change';

const answersText = { thread: 'in the thread, for everybody', private: 'for the asker alone' } as const;

const ownersText = (owners: string | undefined): string => {
  if (owners === undefined) return 'nobody';
  return /^[CG]/.test(owners) ? `<#${owners}>` : `the user group ${escapeText(owners)}`;
};

/** How a channel has it now, for one person, with the way to change it. `owners` are those who answer there now. */
export const settingsMessage = (
  settings: Settings,
  owners: string | undefined,
  channel: string,
): OutgoingMessage => {
  const { answers, feedback, changed } = settings;
  const lines = [
    `Mentions are answered ${answersText[answers]}.`,
    `Questions that the library does not answer go to ${ownersText(owners)}.`,
    `Feedback under answers is ${feedback ? 'on' : 'off'}.`,
  ];
  return {
    text: fitMessageText(`Settings of this channel. ${lines.join(' ').replace(/<#([^>]*)>/g, 'a channel')}`),
    blocks: [
      section('settings', ['*Settings of this channel*', ...lines.map((line) => `• ${line}`)].join('\n')),
      context(
        'who',
        `Everybody in the channel can change them.${changed === undefined ? '' : ' The window says who did last.'}`,
      ),
      ...bar('change', [button('settings:open', 'Change…', channel)]),
    ],
  };
};

/** The window in which a channel's settings are changed. */
export const settingsModal = (settings: Settings, channel: string): ModalView => {
  const { answers, feedback, owners, changed } = settings;
  const isGroup = owners?.startsWith('S') === true;
  const whom = owners === undefined ? 'usual' : owners === null ? 'nobody' : isGroup ? 'group' : 'channel';
  return modal({
    callbackId: settingsForm,
    title: 'Settings',
    submit: 'Save',
    ids: channel,
    blocks: [
      context(
        'about',
        `For <#${channel}>, at once and for everybody in it.${changed?.by === undefined ? '' : ` Last changed by ${mention(changed.by)}.`}`,
      ),
      radioButtons({
        id: 'answers',
        label: 'Mentions are answered',
        choices: [
          { value: 'thread', label: 'In the thread, for everybody' },
          { value: 'private', label: 'For the asker alone' },
        ],
        initial: answers,
      }),
      radioButtons({
        id: 'whom',
        label: 'What the library does not answer goes to',
        choices: [
          { value: 'usual', label: 'Whoever runs this app has named' },
          { value: 'channel', label: 'The channel chosen below' },
          { value: 'group', label: 'The user group written below' },
          { value: 'nobody', label: 'Nobody' },
        ],
        initial: whom,
      }),
      conversationSelect({
        id: 'channel',
        label: 'Channel',
        hint: 'You have to be in it.',
        isOptional: true,
        ...(typeof owners === 'string' && !isGroup && { initial: owners }),
      }),
      textInput({
        id: 'group',
        label: 'User group',
        hint: 'Its id, such as S012AB3CD: the user group’s menu in Slack copies it.',
        isOptional: true,
        most: 20,
        ...(typeof owners === 'string' && isGroup && { initial: owners }),
      }),
      radioButtons({
        id: 'feedback',
        label: 'Feedback under answers',
        choices: [
          { value: 'on', label: 'On' },
          { value: 'off', label: 'Off' },
        ],
        initial: feedback ? 'on' : 'off',
      }),
    ],
  });
};

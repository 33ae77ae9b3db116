import type { InputBlock, ModalView } from '@slack/types';
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
  const { answers, feedback, assignments, changed } = settings;
  const lines = [
    `Mentions are answered ${answersText[answers]}.`,
    `Questions that the library does not answer go to ${ownersText(owners)}.`,
    `Feedback under answers is ${feedback ? 'on' : 'off'}.`,
    `Who is given an item of a checklist ${assignments ? 'is told directly, once' : 'is not told'}.`,
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

/** The choice of who answers for people: its input, and the action that tells of each change of it. */
export const whomId = 'settings:whom';

/** Who may answer for people in a channel. */
const whoms = ['usual', 'channel', 'group', 'nobody'] as const;
type Whom = (typeof whoms)[number];

const whomOf = ({ owners }: Settings): Whom => {
  if (owners === undefined) return 'usual';
  if (owners === null) return 'nobody';
  return owners.startsWith('S') ? 'group' : 'channel';
};

/** What a press on the choice says; undefined where it is none of ours. */
export const whomIn = (value: string): Whom | undefined => whoms.find((one) => one === value);

/** The one field that the choice needs, where it needs one. */
const fieldOf = (whom: Whom, { owners }: Settings): InputBlock[] => {
  const initial = typeof owners === 'string' ? { initial: owners } : {};
  const isGroup = initial.initial?.startsWith('S') === true;
  if (whom === 'channel')
    return [
      conversationSelect({
        id: 'channel',
        label: 'Channel',
        hint: 'You have to be in it.',
        isOptional: true,
        ...(isGroup ? {} : initial),
      }),
    ];
  if (whom !== 'group') return [];
  return [
    textInput({
      id: 'group',
      label: 'User group',
      hint: 'Its id, such as S012AB3CD: the user group’s menu in Slack copies it.',
      isOptional: true,
      most: 20,
      ...(isGroup ? initial : {}),
    }),
  ];
};

export interface SettingsWindow {
  readonly channel: string;
  /** Who answers where a channel decides nothing; undefined for nobody. */
  readonly usual: string | undefined;
  /** What is chosen in the window now; what is kept unless given. */
  readonly whom?: Whom;
}

/** The window in which a channel's settings are changed. */
export const settingsModal = (
  settings: Settings,
  { channel, usual, whom = whomOf(settings) }: SettingsWindow,
): ModalView => {
  const { answers, feedback, assignments, changed } = settings;
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
        id: whomId,
        label: 'What the library does not answer goes to',
        choices: [
          { value: 'usual', label: 'The default' },
          { value: 'channel', label: 'A channel' },
          { value: 'group', label: 'A user group' },
          { value: 'nobody', label: 'Nobody' },
        ],
        initial: whom,
        reports: true,
      }),
      context('usual', `The default: ${ownersText(usual)}.`),
      ...fieldOf(whom, settings),
      radioButtons({
        id: 'feedback',
        label: 'Feedback under answers',
        choices: [
          { value: 'on', label: 'On' },
          { value: 'off', label: 'Off' },
        ],
        initial: feedback ? 'on' : 'off',
      }),
      radioButtons({
        id: 'assignments',
        label: 'Who is given an item of a checklist',
        choices: [
          { value: 'on', label: 'Is told directly, once' },
          { value: 'off', label: 'Is not told' },
        ],
        initial: assignments ? 'on' : 'off',
      }),
    ],
  });
};

import { escapeText } from './mrkdwn.ts';

const isPerson = /^[UW][A-Z0-9]{1,20}$/;

/**
 * A person as Slack shows each reader. It notifies in a new message, and not in one that is changed or in a view: what
 * holds it is never posted anew.
 */
export const mention = (person: string): string =>
  isPerson.test(person) ? `<@${person}>` : escapeText(person);

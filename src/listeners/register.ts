import type { App } from '@slack/bolt';
import { onOtherAction, onSuggestion } from './action.ts';
import { onCommand } from './command.ts';
import { onFailure } from './failure.ts';
import { onHomeOpened } from './home.ts';
import { onMessage } from './message.ts';
import type { Desk } from './parts.ts';
import { onUninstalled } from './uninstalled.ts';

/** Every way in. `manifest.json` is tested against this list; nothing is registered that does not stand here. */
export const listeners = {
  commands: { '/outsourcing': onCommand },
  events: {
    app_mention: onMessage,
    message: onMessage,
    app_home_opened: onHomeOpened,
    app_uninstalled: onUninstalled,
    tokens_revoked: onUninstalled,
  },
  actions: [
    [/^suggest:\d+$/, onSuggestion],
    [/^(?!suggest:\d+$)/, onOtherAction],
  ],
} as const;

export const register = (app: App, desk: Desk): void => {
  for (const [name, listener] of Object.entries(listeners.commands)) app.command(name, listener(desk));
  for (const [name, listener] of Object.entries(listeners.events)) app.event(name, listener(desk));
  for (const [actionId, listener] of listeners.actions) app.action(actionId, listener(desk));
  app.error(onFailure(desk));
};

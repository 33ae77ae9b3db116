import type { App } from '@slack/bolt';
import { onOtherAction, onQuestion } from './action.ts';
import { checklistActions } from './checklist/acts.ts';
import { addForm, deleteForm, itemForm } from './checklist/forms.ts';
import { nameForm } from './checklist/offered.ts';
import { onCommand } from './command.ts';
import { compareForm, onCompareOpened, onDealsSearched } from './compare.ts';
import { onContextChanged } from './context.ts';
import { answeringForm, deskActions } from './desk/acts.ts';
import { onGaps } from './desk/gap-list.ts';
import { onExport } from './export.ts';
import { onFailure } from './failure.ts';
import { feedbackForm, onVoted } from './feedback.ts';
import { findForm, onAsked, onFindOpened, onKept, onSearched, onStep } from './find.ts';
import { onForm, onOtherForm, type SubmissionArgs } from './form.ts';
import { onHomeOpened, onJumped, onWentTo } from './home.ts';
import { onMessage } from './message.ts';
import type { Desk } from './parts.ts';
import { onPartiesSearched } from './party.ts';
import { onSettingsOpened, onWhomChosen, settingsChange } from './settings/change.ts';
import { onShareChosen, shareForm } from './share-elsewhere.ts';
import { onMessageShortcut, onSearchShortcut } from './shortcut.ts';
import { onSourcesOpened, onSourceTurned } from './sources.ts';
import { onUninstalled } from './uninstalled.ts';
import { onUnshare } from './unshare.ts';

/** A pattern of every id that none of the others fits, so that each id has exactly one listener. */
const otherThan = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(['^', ...patterns.map(({ source }) => `(?!${source.replace(/^\^/, '')})`)].join(''));

/** Buttons and other elements by their `action_id`, which is written `owner:what`. Patterns are whole: `^…$`. */
const actions = [
  [/^suggest:\d+$/, onQuestion],
  [/^correct:reading$/, onQuestion],
  [/^share:post$/, onQuestion],
  [/^share:choose$/, onShareChosen],
  [/^share:remove$/, onUnshare],
  [/^feedback:(?:vote|up|down)$/, onVoted],
  [/^source:open$/, onSourcesOpened],
  [/^source:page:(?:previous|next)$/, onSourceTurned],
  [/^home:go:[a-z0-9-]+$/, onWentTo],
  [/^home:jump$/, onJumped],
  [/^home:ask:[a-z0-9-]+$/, onAsked],
  [/^home:search$/, onSearched],
  [/^find:open$/, onFindOpened],
  [/^view:step:\d+$/, onStep],
  [/^view:keep$/, onKept],
  ...checklistActions,
  ...deskActions,
  [/^gaps:(?:close:\d+|shelve:\d+|page:(?:newer|older))$/, onGaps],
  [/^settings:open$/, onSettingsOpened],
  [/^settings:whom$/, onWhomChosen],
  [/^compare:open$/, onCompareOpened],
  [/^export:(?:csv|markdown)$/, onExport],
] as const;

/** Modals by their `callback_id`, written the same. */
const views: readonly (readonly [RegExp, (desk: Desk) => (args: SubmissionArgs) => Promise<void>])[] = [
  [/^share:to$/, onForm(shareForm)],
  [/^feedback:why$/, onForm(feedbackForm)],
  [/^find:ask$/, onForm(findForm)],
  [/^checklist:item$/, onForm(itemForm)],
  [/^checklist:add$/, onForm(addForm)],
  [/^checklist:delete$/, onForm(deleteForm)],
  [/^checklist:start$/, onForm(nameForm)],
  [/^desk:answer$/, onForm(answeringForm)],
  [/^settings:change$/, onForm(settingsChange)],
  [/^compare:deals$/, onForm(compareForm)],
];

/** Selects that search, by their `action_id`. */
const options = { 'compare:which': onDealsSearched, 'find:party': onPartiesSearched } as const;

/** Every way in. `manifest.json` is tested against this list; nothing is registered that does not stand here. */
export const listeners = {
  commands: { '/outsourcing': onCommand },
  events: {
    app_mention: onMessage,
    message: onMessage,
    app_home_opened: onHomeOpened,
    app_context_changed: onContextChanged,
    app_uninstalled: onUninstalled,
    tokens_revoked: onUninstalled,
  },
  shortcuts: { find_precedents: onMessageShortcut, search_precedents: onSearchShortcut },
  actions: [...actions, [otherThan(actions.map(([pattern]) => pattern)), onOtherAction]],
  views: [...views, [otherThan(views.map(([pattern]) => pattern)), onOtherForm]],
  options,
} as const;

export const register = (app: App, desk: Desk): void => {
  for (const [name, listener] of Object.entries(listeners.commands)) app.command(name, listener(desk));
  for (const [name, listener] of Object.entries(listeners.events)) app.event(name, listener(desk));
  for (const [name, listener] of Object.entries(listeners.shortcuts)) app.shortcut(name, listener(desk));
  for (const [actionId, listener] of listeners.actions) app.action(actionId, listener(desk));
  for (const [callbackId, listener] of listeners.views) app.view(callbackId, listener(desk));
  for (const [actionId, listener] of Object.entries(listeners.options)) app.options(actionId, listener(desk));
  app.error(onFailure(desk));
};

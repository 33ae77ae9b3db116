import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { listeners } from '../src/listeners/register.ts';
import { manifest } from './fixtures/make-slack.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The bot scopes that a Web API method needs where we call it. */
const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['assistant:write', 'chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'chat.delete': ['chat:write'],
  // It gives a link to what we posted ourselves, and needs no scope.
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** The bot scopes that a subscription needs, and the listener it feeds. */
const subscriptions: Readonly<
  Record<string, { readonly listener: string; readonly scopes: readonly string[] }>
> = {
  app_context_changed: { listener: 'app_context_changed', scopes: [] },
  app_home_opened: { listener: 'app_home_opened', scopes: [] },
  app_mention: { listener: 'app_mention', scopes: ['app_mentions:read'] },
  app_uninstalled: { listener: 'app_uninstalled', scopes: [] },
  'message.channels': { listener: 'message', scopes: ['channels:history'] },
  'message.groups': { listener: 'message', scopes: ['groups:history'] },
  'message.im': { listener: 'message', scopes: ['im:history'] },
  tokens_revoked: { listener: 'tokens_revoked', scopes: [] },
};

/** Scopes that Slack asks for beside methods and events. */
const featureScopes = ['commands', 'assistant:write'];

const sources = new URL('../src/listeners/', import.meta.url);
const callsOf = (source: string): string[] =>
  [...source.matchAll(/\b(?:client|posting)((?:\s*\.\w+)+)\(/g)].map(([, path = '']) =>
    path.replace(/\s/g, '').slice(1),
  );
const methodsCalled = [
  ...new Set(
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => callsOf(read(`../src/listeners/${file}`))),
  ),
].sort();

const events: string[] = manifest.settings.event_subscriptions.bot_events;
const scopes: string[] = manifest.oauth_config.scopes.bot;

describe('manifest.json', () => {
  it("is valid by Slack's own schema", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(read('./fixtures/manifest.schema.json')));
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
    expect(validate({ ...manifest, display_information: {} })).toBe(false);
  });

  it('declares exactly the commands that are listened to, each with a hint and escaping', () => {
    const declared: Record<string, unknown>[] = manifest.features.slash_commands;
    expect(declared.map(({ command }) => command)).toEqual(Object.keys(listeners.commands));
    for (const one of declared)
      expect(one).toMatchObject({ should_escape: true, usage_hint: expect.any(String) });
  });

  it('declares exactly the shortcuts that are listened to, each named by a verb', () => {
    const declared: Record<string, string>[] = manifest.features.shortcuts;
    expect(declared.map(({ callback_id: id }) => id)).toEqual(Object.keys(listeners.shortcuts));
    for (const { name } of declared) expect(name).toMatch(/^(?:Find|Search) .{1,16}$/);
  });

  it('subscribes to exactly the events that are listened to', () => {
    expect(events).toEqual(Object.keys(subscriptions));
    expect([...new Set(events.map((event) => subscriptions[event]?.listener))].sort()).toEqual(
      Object.keys(listeners.events).sort(),
    );
  });

  it('switches interactivity on because actions are listened to', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(listeners.actions.length > 0);
  });

  it('asks for exactly the scopes that its events, its features and the methods called need', () => {
    expect(methodsCalled).toEqual(Object.keys(methodScopes));
    const needed = [
      ...featureScopes,
      ...events.flatMap((event) => subscriptions[event]?.scopes ?? []),
      ...methodsCalled.flatMap((method) => methodScopes[method] ?? []),
    ];
    expect(scopes).toEqual([...new Set(needed)].sort());
  });

  it('makes optional what the bot can do without, and nothing that it does not ask for', () => {
    expect(manifest.oauth_config.scopes.bot_optional).toEqual([
      'channels:history',
      'files:write',
      'groups:history',
      'usergroups:read',
      'users:read',
    ]);
    expect(scopes).toEqual(expect.arrayContaining(manifest.oauth_config.scopes.bot_optional));
  });

  it('opens the Messages tab as an agent, over Socket Mode', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  });

  it('gives a reason for every scope in the documentation', () => {
    const documentation = read('../docs/slack-setup.md');
    for (const scope of scopes)
      expect(documentation).toMatch(new RegExp(`^\\| \`${scope}\` \\|[^|]{20,}\\|`, 'm'));
  });

  it('is what .slack/ and the environment example go with', () => {
    const hooks = JSON.parse(read('../.slack/hooks.json'));
    expect(hooks.config.watch.manifest.paths).toEqual(['manifest.json']);
    expect(hooks.hooks.start).toContain('src/main.ts');
  });
});

describe('.env.example', () => {
  it('lists every variable that the configuration reads', () => {
    const names = [...read('../src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): (?:z|portRule)/gm)].map(
      ([, name]) => name,
    );
    const listed = [...read('../.env.example').matchAll(/^# ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(listed).toEqual(names);
  });
});

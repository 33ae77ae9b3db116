import { describe, expect, it } from 'vitest';
import { isAnswered } from '../../src/answer.ts';
import { manifest, openSlack } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

const asker = await seedAsker();

const promptsOf = (prompts: unknown): string[] =>
  Array.isArray(prompts) ? prompts.map(({ message }) => String(message)) : [];

describe.each(['http', 'socket'] as const)('the Messages tab over %s', (way) => {
  it('greets a person once, with three questions that get an answer, and offers four', async () => {
    const { workspace, app } = await openSlack({ way, asker });
    await workspace.openTab('dana', 'messages');
    const greeting = await workspace.nextMessage(({ channel }) => channel === 'D0DANA');
    expect(greeting.text).toMatch(/^Hello\. I answer questions/);
    await workspace.openTab('dana', 'messages');
    await workspace.openTab('dana', 'messages');
    const prompts = promptsOf(workspace.state.prompts.get('D0DANA')?.prompts);
    expect(prompts).toEqual(asker.holdings().openings.map(({ text }) => text));
    await workspace.click('dana', greeting, 'suggest:1');
    await workspace.nextMessage(({ text }) => text.includes('side by side'));
    await app.stop();
    const greetings = workspace
      .messages('@outsourcing', { as: 'dana' })
      .filter(({ text }) => text.startsWith('Hello.'));
    expect(greetings).toHaveLength(1);
    expect(workspace.refusals).toEqual([]);
  });

  it('says that it is looking up what was asked, until the answer is there', async () => {
    const { workspace, app } = await openSlack({ way, asker });
    await workspace.answer(await workspace.say('dana', '@outsourcing', 'Optum'));
    await app.stop();
    expect(workspace.traffic.calls('assistant.threads.setStatus').length).toBeGreaterThan(0);
    expect(JSON.stringify(workspace.traffic.calls('assistant.threads.setStatus')[0])).toContain(
      'is looking it up…',
    );
    expect([...workspace.state.statuses]).toEqual([]);
  });
});

describe('the Messages tab', () => {
  it('greets nobody who has talked with it before', async () => {
    const { workspace, app } = await openSlack({ asker });
    await workspace.answer(await workspace.say('dana', '@outsourcing', 'Optum'));
    await workspace.openTab('dana', 'messages');
    await workspace.until(() => workspace.state.prompts.get('D0DANA'), 'prompts');
    await app.stop();
    expect(
      workspace.messages('@outsourcing', { as: 'dana' }).map(({ text }) => text.slice(0, 6)),
    ).not.toContain('Hello.');
  });

  it('answers where Slack shows neither status nor questions, and asks for a status once', async () => {
    const { workspace } = await openSlack({ asker });
    workspace.faults.unknown('assistant.threads.setStatus');
    workspace.faults.unknown('assistant.threads.setSuggestedPrompts');
    await workspace.openTab('dana', 'messages');
    for (const text of ['Optum', 'Cerner'])
      expect((await workspace.answer(await workspace.say('dana', '@outsourcing', text))).text).toContain(
        text,
      );
    expect(workspace.traffic.calls('assistant.threads.setStatus')).toHaveLength(1);
  });

  it('shows no status outside of it', async () => {
    const { workspace } = await openSlack({ asker });
    await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    await workspace.answer(await workspace.command('dana', '#it-sourcing', '/outsourcing Optum'));
    expect(workspace.traffic.calls('assistant.threads.setStatus')).toEqual([]);
  });

  it('offers questions on the parties that a message beside it names, and nothing else of it', async () => {
    const { workspace, lines } = await openSlack({ asker });
    const seen = await workspace.say(
      'luis',
      '#it-sourcing',
      'zqsecret: Cerner called me about Mission Health again',
    );
    const changed = (entities: readonly unknown[]) => ({
      type: 'app_context_changed',
      channel: 'D0DANA',
      user: 'U0DANA',
      context: { entities },
      event_ts: '1.1',
    });
    const prompts = () => promptsOf(workspace.state.prompts.get('D0DANA')?.prompts);
    await workspace.event(
      changed([
        { type: 'slack#/types/channel_id', value: 'C0SOURCING' },
        { type: 'slack#/types/message_context', value: { channel_id: 'C0SOURCING', message_ts: seen.ts } },
      ]),
    );
    await expect.poll(() => prompts()[0]).toBe('Mission Health');
    expect(prompts()).toHaveLength(4);
    for (const text of prompts()) expect(isAnswered(asker.ask(text, []).answer.outcome)).toBe(true);
    await workspace.event(
      changed([{ type: 'slack#/types/message_context', value: { channel_id: 'C0NONE', message_ts: '1.1' } }]),
    );
    await expect.poll(prompts).toEqual(asker.holdings().openings.map(({ text }) => text));
    expect(JSON.stringify(lines)).not.toContain('zqsecret');
  });
});

describe('the suggested prompts of the manifest', () => {
  it.each(manifest.features.agent_view.suggested_prompts as { message: string }[])(
    '$message is answered',
    ({ message }) => {
      expect(isAnswered(asker.ask(message, []).answer.outcome)).toBe(true);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { button, inMessage, plain, problems, raw, rich, section } from './checked.ts';

describe('pings', () => {
  const anywhere = (markup: string) => [
    problems({ text: markup }),
    inMessage(section(markup)),
    inMessage({ type: 'header', text: plain(markup) }),
    inMessage({ type: 'table', rows: [[raw(markup)]] }),
    inMessage(rich({ type: 'text', text: markup })),
    inMessage({ type: 'actions', elements: [button('a', { value: markup })] }),
  ];

  it.each(['<!channel>', '<!here|here>', '<!everyone>', '<!subteam^S1>', '<!CHANNEL>', '<!group>'])(
    'by %s are refused anywhere',
    (markup) => {
      for (const found of anywhere(markup))
        expect(found).toEqual([expect.stringMatching(/^live_broadcast \//)]);
    },
  );

  it.each(['<@U1>', '<@W1|ann>'])('by %s are refused anywhere', (markup) => {
    for (const found of anywhere(markup)) expect(found).toEqual([expect.stringMatching(/^live_mention \//)]);
  });

  it('by rich text, broadcast replies and name parsing are refused', () => {
    expect(inMessage(rich({ type: 'broadcast', range: 'here' }))).toEqual([
      'live_broadcast /blocks/0/elements/0/elements/0',
    ]);
    expect(inMessage(rich({ type: 'usergroup', usergroup_id: 'S1' }))).toEqual([
      'live_broadcast /blocks/0/elements/0/elements/0',
    ]);
    expect(inMessage(rich({ type: 'user', user_id: 'U1' }))).toEqual([
      'live_mention /blocks/0/elements/0/elements/0',
    ]);
    expect(problems({ text: 'a', reply_broadcast: true })).toEqual(['live_broadcast ']);
    expect(problems({ text: 'a', link_names: true })).toEqual(['live_names ']);
    expect(problems({ text: 'a', parse: 'full' })).toEqual(['live_names ']);
  });

  it('lets one person be named, as whoever shared an answer and nowhere else', () => {
    const block = (id: string, ...texts: string[]) => ({
      type: 'context',
      block_id: id,
      elements: texts.map((text) => ({ type: 'mrkdwn', text })),
    });
    const found = (...blocks: unknown[]) => problems({ text: 'a', blocks });
    expect(found(block('shared-by', 'Shared by <@U0DANA>'))).toEqual([]);
    expect(found(block('asked', 'Shared by <@U0DANA>'))).toEqual(['live_mention /blocks/0/elements/0/text']);
    expect(found(block('shared-by', 'Shared by <@U0DANA> <@U0LUIS>'))).not.toEqual([]);
    expect(found(block('shared-by', 'Shared by <@U0DANA>', 'and <@U0LUIS>'))).not.toEqual([]);
    expect(found(block('shared-by', 'Shared by <!channel>'))).not.toEqual([]);
  });

  it('pass when they are allowed by name, one kind at a time', () => {
    expect(problems({ text: '<@U1> <!here>' }, { allowMentions: true })).toEqual(['live_broadcast /text']);
    expect(problems({ text: '<@U1> <!here>' }, { allowBroadcasts: true })).toEqual(['live_mention /text']);
    expect(problems({ text: '<@U1> <!here>' }, { allowMentions: true, allowBroadcasts: true })).toEqual([]);
  });

  it('are not seen where markup is escaped, nor in dates and channel links', () => {
    expect(problems({ text: '&lt;!channel&gt; @channel <#C1> <!date^1^{date}^2019>' })).toEqual([]);
  });
});

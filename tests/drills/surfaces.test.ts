import { describe, expect, it } from 'vitest';
import { listeners } from '../../src/listeners/register.ts';
import { manifest } from '../harness/manifest.ts';
import { askerOver } from './library-of.ts';
import { walkSurfaces } from './surfaces.ts';

// The short version; `npm run drill:surfaces` walks over 5, 500 and 5,000 articles.
describe.each([5, 60])('every surface over a library of %i articles', (articles) => {
  it('is within the limits of Slack, whatever is pressed, chosen and sent', async () => {
    const { ids, seen, wrong } = await walkSurfaces(await askerOver(articles), {
      ...manifest.shortcuts,
      times: 1,
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(50);
    // Nothing is registered that the walk did not come upon; pages turn only where there are several.
    const patterns = [...listeners.actions, ...listeners.views].map(([pattern]) => pattern);
    const missed = patterns.filter(
      (pattern) => !pattern.source.startsWith('^(?!') && ![...ids].some((id) => pattern.test(id)),
    );
    expect(missed.map(String)).toEqual(articles > 20 ? [] : ['/^home:jump$/']);
  }, 60_000);
});

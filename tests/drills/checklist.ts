import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { apply } from '../../src/checklist/apply.ts';
import type { Place } from '../../src/checklist/place.ts';
import { type Checklist, checklistSchema } from '../../src/checklist/record.ts';
import { sayProgress } from '../../src/checklist/say.ts';
import { numbered, progressOf } from '../../src/checklist/view.ts';
import { createWorkspace, type Workspace } from '../../src/playground/workspace/workspace.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { below, createChance, shuffled } from '../fixtures/chance.ts';
import type { PostgresServer } from '../fixtures/postgres-server.ts';
import { createPoster } from '../harness/asker-of-commands.ts';
import { type Process, startProcess } from '../harness/process.ts';
import { type Deed, someDeed } from './checklist-deeds.ts';

const keys = { signingSecret: 'pretend-secret', botToken: 'xoxb-pretend', appToken: 'xapp-pretend' };

export interface ChecklistOptions {
  readonly seed: number;
  /** How many actions two people take; each is delivered once or twice. */
  readonly actions: number;
  /** Whether one of the two replicas is killed half-way and started again. */
  readonly kill: boolean;
  readonly server: PostgresServer;
}

export interface ChecklistCounts {
  readonly deliveries: number;
  readonly acknowledged: number;
  /** Of these, the actions that changed something; the others came too late or meant what was gone. */
  readonly changed: number;
  /** Acknowledged actions that the record does not know, or knows twice. */
  readonly lost: number;
  readonly twice: number;
  /** Whether the end is what a serial execution of the acknowledged actions gives. */
  readonly isSerial: boolean;
  /** Whether the message in the channel shows the end. */
  readonly isShown: boolean;
  readonly seconds: number;
}

interface Replica {
  process: Process;
  url: string;
}

const startReplica = async (workspace: Workspace, databaseUrl: string): Promise<Replica> => {
  const child = startProcess('src/main.ts', {
    SLACK_MODE: 'http',
    SLACK_API_URL: workspace.apiUrl,
    SLACK_BOT_TOKEN: keys.botToken,
    SLACK_SIGNING_SECRET: keys.signingSecret,
    DATABASE_URL: databaseUrl,
    PORT: '0',
  });
  const [, port = ''] = await child.until(/connected to Slack over HTTP on port (\d+)/);
  return { process: child, url: `http://127.0.0.1:${port}/slack/events` };
};

/** A checklist that Dana begins, as it stands before anybody acts on it. */
const begin = async (
  workspace: Workspace,
  databaseUrl: string,
): Promise<{ place: Place; before: Checklist }> => {
  await workspace.answer(await workspace.command('dana', '#it-sourcing', 'checklist start Drill'));
  const store = await openPostgresStore({ url: databaseUrl, now: Date.now });
  try {
    const [entry] = (await store.list('checklist/')).entries;
    const [, , channel = '', checklist = ''] = entry?.key.split('/') ?? [];
    return { place: { channel, checklist }, before: checklistSchema.parse(entry?.value) };
  } finally {
    await store.close();
  }
};

/** How it stands once nobody draws any more, or after a minute. */
const endOf = async (databaseUrl: string): Promise<Checklist> => {
  const store = await openPostgresStore({ url: databaseUrl, now: Date.now });
  try {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await store.list('redraw/', { limit: 1 })).entries.length === 0) break;
      await pause(200);
    }
    return checklistSchema.parse((await store.list('checklist/')).entries[0]?.value);
  } finally {
    await store.close();
  }
};

/** What stands in a checklist, whenever it came there. */
const timeless = ({ items, revision }: Checklist) => ({
  revision,
  items: items.map((item) => ({
    ...item,
    ...(item.ticked && { ticked: { ...item.ticked, at: 0 } }),
    ...(item.removed && { removed: { ...item.removed, at: 0 } }),
  })),
});

const judge = (
  before: Checklist,
  end: Checklist,
  deeds: readonly Deed[],
  acknowledged: ReadonlySet<string>,
) => {
  const known = new Map(deeds.map(({ action }) => [action.id, action]));
  const order = end.applied.map(({ id }) => id);
  // The acknowledged actions one after the other, in the order in which the record took them.
  const serial = order.reduce((list, id) => {
    const action = known.get(id);
    return action === undefined ? list : apply(list, action);
  }, before);
  return {
    changed: end.revision,
    lost: [...acknowledged].filter((id) => !order.includes(id)).length,
    twice: order.length - new Set(order).size,
    isSerial: order.every((id) => acknowledged.has(id)) && isDeepStrictEqual(timeless(serial), timeless(end)),
  };
};

/** Two people and two replicas on one database: random actions, once or twice, in random order, to either. */
export const workTogether = async (options: ChecklistOptions): Promise<ChecklistCounts> => {
  const { seed, actions, kill, server } = options;
  const chance = createChance(seed);
  const began = performance.now();
  const databaseUrl = await server.database();
  const workspace = await createWorkspace(keys);
  const replicas: [Replica, Replica] = [
    await startReplica(workspace, databaseUrl),
    await startReplica(workspace, databaseUrl),
  ];
  const posters = new Map<string, ReturnType<typeof createPoster>>();
  const posterTo = (url: string) => {
    const poster = posters.get(url) ?? createPoster(url);
    posters.set(url, poster);
    return poster;
  };
  workspace.connect({ requestUrl: replicas[0].url });
  const { place, before } = await begin(workspace, databaseUrl);
  const deeds = Array.from({ length: actions }, (_, at) =>
    someDeed(place, `deed-${seed}-${at}`, before.items.length, chance),
  );
  const queue = shuffled(
    chance,
    deeds.flatMap((deed) => (chance() < 0.3 ? [deed, deed] : [deed])),
  );
  const acknowledged = new Set<string>();
  let sent = 0;
  /** A person tries again what was not acknowledged, or not in time, and meets either replica. */
  const deliver = async ({ action, body }: Deed): Promise<void> => {
    sent += 1;
    for (let tries = 0; tries < 60; tries += 1) {
      const { url } = replicas[below(chance, 2) === 0 ? 0 : 1];
      const said = await posterTo(url)
        .ask(body)
        .catch(() => undefined);
      if (said?.status === 200 && !said.text.includes('Not finished')) {
        acknowledged.add(action.id);
        return;
      }
      await pause(250);
    }
  };
  const half = Math.floor(queue.length / 2);
  const killAndRestart = async (): Promise<void> => {
    await replicas[1].process.end('SIGKILL');
    replicas[1] = await startReplica(workspace, databaseUrl);
  };
  let restarted: Promise<void> | undefined;
  const worker = async (): Promise<void> => {
    for (let deed = queue.shift(); deed !== undefined; deed = queue.shift()) {
      if (kill && restarted === undefined && sent >= half) restarted = killAndRestart();
      await deliver(deed);
    }
  };
  try {
    await Promise.all(Array.from({ length: 12 }, worker));
    await restarted;
    const end = await endOf(databaseUrl);
    const items = numbered(end);
    const progress = sayProgress(progressOf(items, '2026-11-22'));
    return {
      deliveries: sent,
      acknowledged: acknowledged.size,
      ...judge(before, end, deeds, acknowledged),
      isShown: workspace.state.messages.some(
        ({ text }) => text === `Transition checklist Drill: ${progress}.`,
      ),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await Promise.all(replicas.map(({ process }) => process.end('SIGKILL')));
    await Promise.all([...posters.values()].map((poster) => poster.close()));
    await workspace.close();
  }
};

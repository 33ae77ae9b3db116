import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { createWorkspace, type Workspace } from '../../src/playground/workspace/workspace.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { below, createChance, shuffled } from '../fixtures/chance.ts';
import type { PostgresServer } from '../fixtures/postgres-server.ts';
import { createPoster } from '../harness/asker-of-commands.ts';
import { type Process, startProcess } from '../harness/process.ts';

const keys = { signingSecret: 'pretend-secret', botToken: 'xoxb-pretend', appToken: 'xapp-pretend' };

export interface OnceOptions {
  readonly way: 'http' | 'socket';
  readonly seed: number;
  /** How many people's messages; each is delivered two to four times. */
  readonly messages: number;
  /** Whether one of the two is killed half-way and started again. */
  readonly kill: boolean;
  readonly server: PostgresServer;
}

export interface OnceCounts {
  readonly deliveries: number;
  readonly answers: number;
  /** Messages without an answer, and with more than one. */
  readonly missing: number;
  readonly twice: number;
  readonly seconds: number;
}

interface Replica {
  process: Process;
  /** Where it listens; empty over Socket Mode. */
  url: string;
}

const start = async (way: 'http' | 'socket', workspace: Workspace, databaseUrl: string): Promise<Replica> => {
  const child = startProcess('src/main.ts', {
    SLACK_MODE: way,
    SLACK_API_URL: workspace.apiUrl,
    SLACK_BOT_TOKEN: keys.botToken,
    DATABASE_URL: databaseUrl,
    ...(way === 'http'
      ? { SLACK_SIGNING_SECRET: keys.signingSecret, PORT: '0' }
      : { SLACK_APP_TOKEN: keys.appToken }),
  });
  const [, port = ''] = await child.until(/connected to Slack over (?:HTTP on port (\d+)|Socket Mode)/);
  return { process: child, url: port === '' ? '' : `http://127.0.0.1:${port}/slack/events` };
};

/** One delivery: the event of a message, as a mention or as a plain message, under an id of its own. */
const bodyOf = (event: object, eventId: string): string =>
  JSON.stringify({ type: 'event_callback', team_id: 'T0PRECEDENT', event_id: eventId, event });

const markSchema = z.object({ event_payload: z.object({ part: z.number() }) });

/** Answers by thread. A long answer has parts: the same part twice is an answer twice. */
const countAnswers = (workspace: Workspace): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { user, threadTs, metadata } of workspace.state.messages) {
    if (user !== 'U0PRECEDENT' || threadTs === undefined) continue;
    if ((markSchema.safeParse(metadata).data?.event_payload.part ?? 0) > 0) continue;
    counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  }
  return counts;
};

const texts = ['Optum', 'how long is the Kaiser contract', 'compare kaiser vs allina', 'zebra crossings'];

/** Resolves when nothing is left to be answered, or after two minutes. */
const nothingHeld = async (databaseUrl: string): Promise<void> => {
  const store = await openPostgresStore({ url: databaseUrl, now: Date.now });
  try {
    for (let tries = 0; tries < 600; tries += 1) {
      if ((await store.list('held/', { limit: 1 })).entries.length === 0) return;
      await pause(200);
    }
  } finally {
    await store.close();
  }
};

/** Two replicas on one database; every message comes several times, in random order, to either of them. */
export const answerOnce = async (options: OnceOptions): Promise<OnceCounts> => {
  const { way, seed, messages, kill, server } = options;
  const chance = createChance(seed);
  const began = performance.now();
  const databaseUrl = await server.database();
  const workspace = await createWorkspace(keys);
  const replicas: [Replica, Replica] = [
    await start(way, workspace, databaseUrl),
    await start(way, workspace, databaseUrl),
  ];
  const posters = new Map<string, ReturnType<typeof createPoster>>();
  const posterTo = (url: string) => {
    const poster = posters.get(url) ?? createPoster(url);
    posters.set(url, poster);
    return poster;
  };
  const asked = Array.from({ length: messages }, (_, at) =>
    workspace.state.add({
      channel: 'C0SOURCING',
      user: at % 2 === 0 ? 'U0DANA' : 'U0LUIS',
      text: `<@U0PRECEDENT> ${texts[at % texts.length]} ${at}`,
      blocks: [],
    }),
  );
  const deliveries = shuffled(
    chance,
    asked.flatMap(({ ts, user, text }) =>
      Array.from({ length: 2 + below(chance, 3) }, () => ({
        type: chance() < 0.5 ? 'app_mention' : 'message',
        channel: 'C0SOURCING',
        channel_type: 'channel',
        user,
        text,
        ts,
      })),
    ),
  );
  let sent = 0;
  /** Slack tries again what was not acknowledged, and meets either replica. */
  const deliver = async (event: object): Promise<void> => {
    sent += 1;
    const id = `Ev${seed}x${sent}`;
    if (way === 'socket') {
      await workspace.event({ ...event }, { eventId: id });
      return;
    }
    for (let tries = 0; tries < 40; tries += 1) {
      const { url } = replicas[below(chance, 2) === 0 ? 0 : 1];
      const status = await posterTo(url)
        .post(bodyOf(event, id), 'application/json')
        .catch(() => 0);
      if (status === 200) return;
      await pause(250);
    }
  };
  const killAndRestart = async (): Promise<void> => {
    await replicas[0].process.end('SIGKILL');
    replicas[0] = await start(way, workspace, databaseUrl);
  };
  let restarted: Promise<void> | undefined;
  const queue = [...deliveries];
  const half = Math.floor(deliveries.length / 2);
  const worker = async (): Promise<void> => {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      if (kill && restarted === undefined && sent >= half) restarted = killAndRestart();
      await deliver(event);
    }
  };
  try {
    await Promise.all(Array.from({ length: 16 }, worker));
    await restarted;
    // What was cut off in the middle waits for Slack's retry.
    for (let tries = 0; way === 'socket' && tries < 20 && workspace.retries.length > 0; tries += 1) {
      workspace.disconnectSockets('refresh_requested');
      await pause(1_500);
    }
    await nothingHeld(databaseUrl);
    await Promise.all(replicas.map(({ process }) => process.end('SIGTERM')));
    const counts = countAnswers(workspace);
    return {
      deliveries: sent,
      answers: [...counts.values()].reduce((sum, count) => sum + count, 0),
      missing: asked.filter(({ ts }) => !counts.has(ts)).length,
      twice: [...counts.values()].filter((count) => count > 1).length,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await Promise.all(replicas.map(({ process }) => process.end('SIGKILL')));
    await Promise.all([...posters.values()].map((poster) => poster.close()));
    await workspace.close();
  }
};

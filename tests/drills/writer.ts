import { openSqliteStore } from '../../src/store/sqlite.ts';

/** Writes two entries that belong together, says so once the store has them, and goes on until it is killed. */
const [, , folder = '', round = ''] = process.argv;
const store = openSqliteStore({ folder, now: Date.now });
const padding = 'x'.repeat(300);
process.stdout.write('ready\n');
for (let at = 0; ; at += 1) {
  const [first, second] = [`a/${round}/${at}`, `b/${round}/${at}`];
  await store.update([first, second], (entries) => {
    entries.put(first, { at, padding });
    entries.put(second, { at });
  });
  process.stdout.write(`${at}\n`);
  if (at % 50 === 0) await store.purge();
}

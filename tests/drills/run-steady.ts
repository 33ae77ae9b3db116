import { type Sample, steady } from './steady.ts';

const minutes = Number(process.argv[2] ?? 10);
const perSecond = Number(process.argv[3] ?? 20);

const print = ({ second, heapMb, residentMb, answered, inFlight }: Sample): void =>
  void process.stdout.write(
    `${second} s: ${answered} answered, ${inFlight} under way, heap ${heapMb.toFixed(0)} MB, resident ${residentMb.toFixed(0)} MB\n`,
  );

const { asked, answers, samples } = await steady({
  seconds: minutes * 60,
  perSecond,
  everySeconds: 10,
  onSample: print,
});

/** The least heap of a part of the run: what is left when it was just tidied. */
const least = (part: readonly Sample[]): number => Math.min(...part.map(({ heapMb }) => heapMb));
const third = Math.max(1, Math.floor(samples.length / 3));
const [early, late] = [least(samples.slice(third, 2 * third)), least(samples.slice(2 * third))];
process.stdout.write(
  `${asked} commands, ${answers} answers; least heap in the second third ${early.toFixed(0)} MB, in the last ${late.toFixed(0)} MB\n`,
);
process.exit(answers === asked && late < early * 1.2 ? 0 : 1);

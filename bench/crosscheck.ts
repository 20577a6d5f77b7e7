/**
 * `npm run bench:crosscheck [-- STATEMENTS...]`: processor time and memory of cross-checking piles
 * of 10,000, 100,000 and 1,000,000 statements (or as many as said), made from nothing, in which
 * a known number of conflicts is planted. Each size runs in a process of its own, whose memory is
 * bounded at 2 GiB of heap unless `--heap=MiB` says otherwise; the growth is the time for so many
 * times as many.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { crosscheck } from '../src/crosscheck/crosscheck.ts';
import { makePile } from './made-pile.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const HEAP_MIB = 2048;

interface Measured {
  readonly statements: number;
  /** Of the processor: what else the machine does counts for nothing. */
  readonly seconds: number;
  readonly peakMib: number;
  readonly pileMib: number;
  readonly planted: number;
  readonly found: number;
  readonly others: number;
  readonly happenings: number;
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function measure(statements: number): Measured {
  const { pile, planted } = makePile(statements);
  const pileMib = process.memoryUsage().rss / 2 ** 20;
  const began = processorSeconds();
  const { findings, happenings } = crosscheck(pile);
  const seconds = processorSeconds() - began;
  const found = findings.filter(({ why }) => /(?:Orlin|Lammas)\d+q/.test(why)).length;
  const others = findings.length - found;
  const peakMib = process.resourceUsage().maxRSS / 1024;
  return { statements, seconds, peakMib, pileMib, planted, found, others, happenings: happenings.length };
}

function compare(sizes: readonly number[], heapMib: number): void {
  let before: Measured | null = null;
  for (const size of sizes) {
    const run = spawnSync(
      process.execPath,
      [`--max-old-space-size=${heapMib}`, fileURLToPath(import.meta.url), '--one', String(size)],
      { encoding: 'utf8' },
    );
    if (run.status !== 0) {
      console.log(`${size} statements: did not end (${run.stderr.trim().split('\n').at(-1)})`);
      process.exit(1);
    }
    const measured = JSON.parse(run.stdout) as Measured;
    console.log(tell(measured, before));
    before = measured;
  }
}

function tell(measured: Measured, before: Measured | null): string {
  const { statements, seconds, peakMib, pileMib, planted, found, others, happenings } = measured;
  const growth =
    before === null
      ? ''
      : `, ${(seconds / before.seconds).toFixed(1)} times the time for ${(statements / before.statements).toFixed(0)} times as many`;
  return `${statements} statements: ${seconds.toFixed(1)} s${growth}, peak memory ${peakMib.toFixed(0)} MiB (${pileMib.toFixed(0)} MiB with the pile alone), ${found} of ${planted} planted conflicts found, ${others} other findings, ${happenings} happenings`;
}

const args = process.argv.slice(2);
const heap = args.find((arg) => arg.startsWith('--heap='))?.slice('--heap='.length);
const sizes = args.map(Number).filter((size) => size > 0);
if (args[0] === '--one') console.log(JSON.stringify(measure(Number(args[1]))));
else compare(sizes.length > 0 ? sizes : SIZES, Number(heap ?? HEAP_MIB));

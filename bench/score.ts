/**
 * `npm run score [-- --verbose | --only NAME | --raise]`: reads every gold pile as a user
 * would, prints the scorer's table, and holds the totals against the floors in
 * bench/score-floors.json. A total below its floor (or a rate of traps above its ceiling)
 * ends with 1. `--raise` lifts the floors to what was reached; they never go down.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const scorer = at('../../shared/score/score.mjs');
const piles = at('../../shared/scenarios');
const floorsFile = at('score-floors.json');

/** Totals for which less is better. */
const CEILINGS = new Set(['trapRate', 'wrongMerges']);

const flags = process.argv.slice(2);
if (!existsSync(scorer)) {
  console.log('score: the gold piles are not here (../shared/scenarios); nothing was scored.');
  process.exit(process.env.CI === 'true' ? 1 : 0);
}
const out = join(mkdtempSync(join(tmpdir(), 'hearsay-score-')), 'score.json');
const passed = flags.filter((flag) => flag !== '--raise');
const run = spawnSync(
  process.execPath,
  [scorer, piles, '--run', at('../bin/hearsay'), '--json', out, ...passed],
  { stdio: 'inherit' },
);
if (run.status !== 0) process.exit(run.status ?? 1);
if (passed.includes('--only')) process.exit(0);

const { total } = JSON.parse(readFileSync(out, 'utf8')) as { total: Record<string, number> };
const floors = existsSync(floorsFile)
  ? (JSON.parse(readFileSync(floorsFile, 'utf8')) as Record<string, number>)
  : {};
const fallen = Object.entries(floors).filter(([name, floor]) =>
  CEILINGS.has(name) ? (total[name] ?? 1) > floor : (total[name] ?? 0) < floor,
);
for (const [name, floor] of fallen)
  console.log(
    `score: ${name} is ${total[name]?.toFixed(3)}, ${CEILINGS.has(name) ? 'above its ceiling' : 'below its floor'} of ${floor}`,
  );

if (flags.includes('--raise') && fallen.length === 0) {
  const raised = Object.entries(total)
    .filter(([name]) => name !== 'scenarios' && name !== 'broken')
    .map(([name, value]) => {
      const rounded = CEILINGS.has(name) ? Math.ceil(value * 1000) / 1000 : Math.floor(value * 1000) / 1000;
      const floor = floors[name];
      if (floor === undefined) return [name, rounded];
      return [name, CEILINGS.has(name) ? Math.min(floor, rounded) : Math.max(floor, rounded)];
    });
  writeFileSync(floorsFile, `${JSON.stringify(Object.fromEntries(raised), null, 2)}\n`);
  console.log('score: floors raised');
}
process.exit(fallen.length === 0 ? 0 : 1);

/**
 * `npm run bench:hostile [-- --record] [FOLDER or FILE...]`: reads every file of the hostile corpus beside
 * the checkout, one after another, and compares what became of each with hostile-manifest.json:
 * what could be read must still be read, what was refused must be refused for the same reason,
 * and nothing may be read as empty in silence. What can be read now and could not is told and no
 * fault; `--record` writes the manifest anew. Prints times a file, and the peak memory.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '../src/casefile/open-case.ts';
import { verifyCase } from '../src/casefile/verify-case.ts';
import { followFiles } from '../src/follow-files.ts';
import { startSandbox } from '../src/intake/sandbox/start-sandbox.ts';
import { startKeeper } from '../src/keep-documents.ts';
import { startReader } from '../src/read-one.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CORPUS = at('../../shared/hostile');
const MANIFEST = at('./hostile-manifest.json');

/** `read`, `read, empty: said so`, `silent` (empty, and nothing says why), or the code of the reason. */
type Outcome = string;

interface Looked {
  readonly name: string;
  readonly outcome: Outcome;
  /** Documents within it, by outcome. */
  readonly within: number;
  readonly ms: number;
}

function filesIn(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/^(README|LICENSE|NOTICE)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function lookAtAll(paths: readonly string[], work: string): Promise<Looked[]> {
  const casefile = await openCase(join(work, 'hostile.hearsay'), { mode: 'write', create: true });
  const reader = startReader(0, 0);
  const sandbox = startSandbox();
  const keeper = startKeeper(casefile);
  const looked: Looked[] = [];
  for (const path of paths) {
    const began = performance.now();
    let outcome: Outcome = 'none';
    let within = 0;
    const found = { path, file: basename(path), byteLength: statSync(path).size };
    for await (const fate of followFiles([found], { casefile, reader, sandbox })) {
      const { code, outcome: is } = fate.is === 'document' ? await keeper.keep(fate.document) : fate.received;
      if (fate.is !== 'document') await keeper.note(fate.received);
      if (fate.within) within += 1;
      else outcome = code ?? (fate.is === 'document' ? kindOfReading(fate) : is);
    }
    await keeper.finish();
    const ms = performance.now() - began;
    looked.push({ name: relative(CORPUS, path), outcome, within, ms });
    if (ms > 2_000) console.log(`slow: ${(ms / 1000).toFixed(1)} s ${relative(CORPUS, path)} ${outcome}`);
  }
  sandbox.stop();
  await reader.stop();
  await casefile.close();
  return looked;
}

type Fate = Extract<Awaited<ReturnType<ReturnType<typeof followFiles>['next']>>['value'], { is: 'document' }>;

function kindOfReading({ document: { source } }: Fate): Outcome {
  if (source.text.trim() !== '') return 'read';
  return source.doubts.length > 0 ? 'read, empty: said so' : 'silent';
}

/** What became worse than the manifest says. */
function worseThan(manifest: Readonly<Record<string, Outcome>>, looked: readonly Looked[]): string[] {
  return looked
    .filter(({ name, outcome }) => {
      const before = manifest[name];
      return outcome === 'silent' || outcome === 'none' || (before !== outcome && outcome !== 'read');
    })
    .map(
      ({ name, outcome }) => `${name}: ${outcome}, where the manifest says ${manifest[name] ?? 'nothing'}`,
    );
}

function quantile(sorted: readonly number[], share: number): string {
  return ((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / 1000).toFixed(2);
}

if (!existsSync(CORPUS)) {
  console.log('NOT RUN: the hostile corpus is not beside the checkout.');
  process.exit(process.env['CI'] === 'true' ? 1 : 0);
}
const work = mkdtempSync(join(tmpdir(), 'hearsay-hostile-'));
const isRecording = process.argv.includes('--record');
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const paths = (folders.length > 0 ? folders.map((name) => join(CORPUS, name)) : [CORPUS]).flatMap(filesIn);
const looked = await lookAtAll(paths, work);
const { damages } = verifyCase(join(work, 'hostile.hearsay'));
const left = readdirSync(work).filter((name) => !name.startsWith('hostile.hearsay'));
rmSync(work, { recursive: true });

const manifest: Record<string, Outcome> = existsSync(MANIFEST)
  ? JSON.parse(readFileSync(MANIFEST, 'utf8'))
  : {};
const now = Object.fromEntries(looked.map(({ name, outcome }) => [name, outcome]));
if (isRecording) writeFileSync(MANIFEST, `${JSON.stringify({ ...manifest, ...now }, null, 2)}\n`);
const worse = isRecording ? [] : worseThan(manifest, looked);
const better = looked.filter(({ name, outcome }) => manifest[name] !== outcome && outcome === 'read').length;
const times = looked.map(({ ms }) => ms).sort((a, b) => a - b);
const counts = Object.entries(Object.groupBy(looked, ({ outcome }) => outcome)).map(
  ([outcome, files]) => `${files?.length} ${outcome}`,
);
for (const line of worse) console.log(`WORSE: ${line}`);
console.log(
  `${looked.length} files and ${looked.reduce((sum, { within }) => sum + within, 0)} within them: ${counts.join(', ')}`,
);
console.log(
  `time a file: p50 ${quantile(times, 0.5)} s, p95 ${quantile(times, 0.95)} s, most ${quantile(times, 1)} s`,
);
console.log(`peak memory of the reading process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
console.log(
  `read now and not before: ${better}; damages in the case: ${damages.length}; files left beside it: ${left.length}`,
);
if (worse.length + damages.length + left.length > 0) process.exitCode = 1;

/**
 * `npm run bench:pile [-- FILES]`: time and peak memory of `hearsay read` on a pile of many
 * files (10,000 unless said), made anew from the sample pile with other numbers and names in
 * each, and then of reading the same pile again, when nothing is new.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const count = Number(process.argv[2] ?? 10_000);
const work = mkdtempSync(join(tmpdir(), 'hearsay-pile-'));
const samples = readdirSync(at('../samples/night-lorries/files')).sort();

/** The same text with each number moved by the copy's own step, so that no two files are one. */
function vary(text: string, copy: number): string {
  return text
    .replace(/\b[1-9]\d{1,2}\b(?![.:/-]\d)/g, (digits) => String(Number(digits) + (copy % 37)))
    .replaceAll('Mengen', `Mengen${copy % 211}`);
}

let bytes = 0;
for (let copy = 0; copy < count; copy += 1) {
  const name = samples[copy % samples.length] ?? '';
  const folder = join(work, 'pile', String(Math.floor(copy / 500)).padStart(3, '0'));
  mkdirSync(folder, { recursive: true });
  const text = vary(readFileSync(at(`../samples/night-lorries/files/${name}`), 'utf8'), copy);
  bytes += Buffer.byteLength(text);
  writeFileSync(join(folder, `${copy}${extname(name)}`), text);
}

function read(label: string): void {
  const began = performance.now();
  const run = spawnSync(
    '/usr/bin/time',
    ['-v', at('../bin/hearsay'), 'read', join(work, 'pile'), '--case', join(work, 'pile.hearsay'), '--json'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - began) / 1000;
  const rss = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024;
  const { findings, received } = JSON.parse(run.stdout || '{"received":[]}');
  console.log(
    `${label}: ${count} files, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} files/s, peak memory ${rss.toFixed(0)} MiB, ${received.length} received, ${findings} findings, exit ${run.status}`,
  );
}

read('first reading');
read('reading again');
rmSync(work, { recursive: true });

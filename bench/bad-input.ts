/**
 * `npm run bench:bad-input`: bad and oversized files, each read into a case of its own as a
 * user would: time, peak memory, outcome. Makes its files in a temporary folder.
 * The full disk needs root (a small tmpfs is mounted); it is left out, saying so, without.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url));
const sample = fileURLToPath(new URL('../samples/night-lorries/files/call-118.txt', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'hearsay-bad-'));

function pile(name: string, fill: (folder: string) => void): void {
  const folder = join(work, name);
  mkdirSync(folder);
  fill(folder);
  copyFileSync(sample, join(folder, 'zz-good.txt'));
  report(name, ['read', folder, '--case', join(work, `${name}.hearsay`), '--json']);
  rmSync(folder, { recursive: true, force: true });
}

function report(name: string, args: readonly string[]): void {
  const began = performance.now();
  const run = spawnSync('/usr/bin/time', ['-v', bin, ...args], { encoding: 'utf8', maxBuffer: 1e9 });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const rss = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024;
  const received: { file: string; outcome: string; code: string | null }[] = run.stdout.startsWith('{')
    ? JSON.parse(run.stdout).received
    : [];
  const outcomes = received
    .map(({ file, outcome, code }) => `${file} ${outcome}${code ? ` (${code})` : ''}`)
    .join('; ');
  const said = outcomes || run.stderr.split('\n')[0];
  console.log(`${name}: ${seconds} s, peak memory ${rss.toFixed(0)} MiB, exit ${run.status}: ${said}`);
}

/** Grows a file to about `bytes` by a maker of pieces. */
function grow(path: string, bytes: number, piece: (n: number) => string): void {
  let size = 0;
  for (let n = 0; size < bytes; n += 1) {
    const text = piece(n);
    appendFileSync(path, text);
    size += text.length;
  }
}

const words =
  'the driver said that fourteen lorries went down to the river before the guards came back at night ';
pile('one-line-of-100-MB', (folder) => grow(join(folder, 'line.txt'), 100e6, () => words.repeat(10_000)));
pile('csv-of-2000000-rows', (folder) =>
  grow(join(folder, 'rows.csv'), 66e6, (n) => {
    const rows = Array.from(
      { length: 10_000 },
      (_, k) => `0${1 + (k % 9)}.05.2022;Post ${k % 40};${(n * 10_000 + k) % 97};note ${k}`,
    );
    return `${n === 0 ? 'date;post;stopped;note\n' : ''}${rows.join('\n')}\n`;
  }),
);
pile('empty-and-binary', (folder) => {
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'blank.txt'), ' \n\n ');
  writeFileSync(
    join(folder, 'noise.dat'),
    Buffer.from(Array.from({ length: 1e6 }, (_, i) => (i * i * 2654435761) % 256)),
  );
  writeFileSync(join(folder, 'zeros.txt'), Buffer.alloc(50_000_000));
});
pile('wrong-encodings', (folder) => {
  writeFileSync(
    join(folder, 'latin1-said-to-be-utf8.html'),
    Buffer.from('<meta charset="utf-8"><p>Señor Núñez dijo que llegaron dieciséis camiones.</p>', 'latin1'),
  );
  writeFileSync(join(folder, 'utf16.txt'), Buffer.from('Sekiz kamyon köprüyü geçti, dedi Şükrü.', 'utf16le'));
});
pile('folder-that-cannot-be-read', (folder) => {
  mkdirSync(join(folder, 'closed'));
  writeFileSync(join(folder, 'closed', 'a.txt'), 'hidden');
  chmodSync(join(folder, 'closed'), 0o000);
});

if (process.getuid?.() === 0) {
  const small = join(work, 'small-disk');
  mkdirSync(small);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]).status === 0) {
    const folder = join(work, 'filling');
    mkdirSync(folder);
    for (let copy = 0; copy < 400; copy += 1)
      writeFileSync(join(folder, `${String(copy).padStart(3, '0')}.txt`), `${words.repeat(200)}\n${copy}\n`);
    report('full disk of 3 MB', ['read', folder, '--case', join(small, 'full.hearsay'), '--json']);
    report('  and the case still opens', ['sources', '--case', join(small, 'full.hearsay')]);
    spawnSync('umount', [small]);
  } else console.log('full disk: a tmpfs could not be mounted here; not measured');
} else console.log('full disk: needs root to mount a tmpfs; not measured');
rmSync(work, { recursive: true, force: true });

import { resolve } from 'node:path';
import type { Damage, Verification } from '../casefile/verification.ts';
import { type VerifyProgress, verifyCase } from '../casefile/verify-case.ts';
import { HearsayError } from '../errors.ts';
import { EXIT, paint, plain, say, sayJson, tell, width, wrap } from './terminal.ts';
import { type CommonFlags, settingsFor } from './with-case.ts';

interface VerifyFlags extends CommonFlags {
  readonly head?: string;
}

/** `hearsay verify`: names everything in a case that is not as it was kept. 0 where all is, 4 where something is not. */
export async function verify(flags: VerifyFlags): Promise<number> {
  const path = resolve(settingsFor({ ...flags }).config.case);
  const verification = verifyCase(path, { onProgress: tellStages(), noted: notedHead(flags) });
  if (flags.json) sayJson({ case: path, ...verification });
  else sayVerification(verification, path);
  return verification.damages.length === 0 ? EXIT.good : EXIT.damaged;
}

function notedHead({ head }: VerifyFlags): string | null {
  if (head === undefined || /^[0-9a-f]{64}$/.test(head)) return head ?? null;
  throw new HearsayError('cli/usage', 'A hash of the log has 64 characters, 0 to 9 and a to f: --head HASH.');
}

function sayVerification(verification: Verification, path: string): void {
  for (const line of lookedAt(verification)) say(line);
  const { damages } = verification;
  for (const damage of damages) sayDamage(damage);
  say();
  if (damages.length === 0) say(`${paint('green', 'Whole.')} ${path} is as it was kept.`);
  else
    say(
      paint(
        'red',
        `${damages.length} ${damages.length === 1 ? 'thing is' : 'things are'} not as they were kept.`,
      ),
    );
}

/** What was looked at, in lines; backup and restore say the same of a copy. */
export function lookedAt(verification: Verification): string[] {
  const { originals, originalBytes, decisions, logHead, readings, unsealed } = verification;
  return [
    `Originals: ${originals}, ${(originalBytes / 1e6).toFixed(1)} MB, each against its SHA-256.`,
    `Readings: ${readings} against their seals${unsealed > 0 ? `; ${unsealed} were kept before there were seals and cannot be checked` : ''}.`,
    `Decision log: ${decisions}${logHead === null ? '' : `, the last ${logHead}`}.`,
  ];
}

function sayDamage({ part, file, path, says, todo }: Damage): void {
  const what = file === null ? NAMES[part] : `${NAMES[part]} of ${plain(file)} (${plain(path ?? '')})`;
  say();
  for (const line of wrap(`${paint('red', what)}: ${says}`, width())) say(line);
  for (const line of wrap(todo, width(), '   ')) say(paint('dim', line));
}

const NAMES: Readonly<Record<Damage['part'], string>> = {
  file: 'The case file',
  original: 'The original',
  log: 'The decision log',
  reading: 'The reading',
  account: 'Names and findings',
};

const BYTES_BETWEEN_LINES = 250_000_000;

/** A line on standard error for each stage that may take long, and as bytes go by. */
function tellStages(): (progress: VerifyProgress) => void {
  let told = 0;
  return ({ stage, bytes, bytesInAll }) => {
    if (stage === 'file') tell('Looking at the form of the file ...');
    if (stage !== 'originals' || bytes - told < BYTES_BETWEEN_LINES) return;
    told = bytes;
    tell(`Originals: ${Math.round(bytes / 1e6)} of ${Math.round(bytesInAll / 1e6)} MB`);
  };
}

import type { Span } from '../../statement/span.ts';
import { foldStampWord } from '../../statement/stamp-pieces.ts';
import words from './mail-words.json' with { type: 'json' };

/** What a header field is about, over the languages of mail programs. */
export type FieldRole = 'from' | 'to' | 'date' | 'subject' | 'other';

/** One header field, folded lines joined in its span. */
export interface MailField {
  readonly role: FieldRole;
  /** As written, without the colon. */
  readonly key: string;
  /** As written, folded lines joined by one space. */
  readonly value: string;
  readonly span: Span;
}

const ROLES = new Map<string, FieldRole>(
  (['to', 'date', 'subject', 'from'] as const).flatMap((role) =>
    words[role].map((word) => [foldKey(word), role] as const),
  ),
);
const SEPARATORS = new Set(words.separators.map(foldKey));
/** Longest first: "şunu yazdı" before "yazdı". */
const WROTE = words.wrote.map(foldKey).sort((a, b) => b.length - a.length);
const LEADS = new Set(words.attributionLead.map(foldKey));
const WITHHELD = new Set(words.withheld.map(foldKey));
const FIELD = /^\s*\*?([\p{L}][\p{L}\p{M}\p{N} .-]{0,39}?)\*?\s?[:：]\*?\s*(.*)$/u;
const LONGEST_ATTRIBUTION = 300;

/** A header's name for look-up: lower case, no accents, single spaces. */
export function foldKey(key: string): string {
  return key
    .trim()
    .split(/[\s_]+/)
    .map(foldStampWord)
    .join(' ');
}

/** A line as a header field, or null. With `anyKey`, unknown names are fields too (the block at a mail's start). */
export function fieldOf(line: string, anyKey: boolean): Pick<MailField, 'role' | 'key' | 'value'> | null {
  const match = FIELD.exec(line);
  if (match === null) return null;
  const key = (match[1] ?? '').trim();
  const role = ROLES.get(foldKey(key)) ?? 'other';
  if (role === 'other' && !(anyKey && /^[A-Za-z][A-Za-z0-9-]*$/.test(key))) return null;
  return { role, key, value: (match[2] ?? '').trim() };
}

/** Whether a line sets off a forwarded or quoted mail: "----- Original message -----". */
export function isSeparator(line: string): boolean {
  const match = /^\s*([-_=*—–]{2,})?\s*([^-_=*—–:]{2,60}?)\s*:?\s*([-_=*—–]{2,})?\s*$/u.exec(line);
  if (match === null) return false;
  const words = foldKey(match[2] ?? '');
  const ruled = match[1] !== undefined || match[3] !== undefined;
  if (ruled) return SEPARATORS.has(words) || /^forwarded by\b/.test(words);
  return words.startsWith('begin forwarded message') || words === 'anfang der weitergeleiteten nachricht';
}

/** Who wrote and when, of a line such as "On 21 Jul 2022 23:40, A. Writer wrote:"; null where it is none. */
export function attributionOf(line: string): { name: string; when: string } | null {
  const trimmed = line.replace(/\s+/g, ' ').trim();
  if (trimmed.length > LONGEST_ATTRIBUTION || !/[:：]$/u.test(trimmed) || !/\p{Nd}|@/u.test(trimmed))
    return null;
  const folded = trimmed.slice(0, -1).trim().split(' ').map(foldStampWord);
  const lead = LEADS.has(folded[0] ?? '');
  const verb = WROTE.find((word) => ` ${folded.join(' ')} `.includes(` ${word} `));
  if (verb === undefined || (!lead && !/[,،]|@|\p{Nd}{4}/u.test(trimmed))) return null;
  return splitAttribution(trimmed.slice(0, -1).trim(), verb);
}

function splitAttribution(written: string, verb: string): { name: string; when: string } {
  const address = /(?:"?([^"<>,،]{2,60}?)"?\s*)?<([^<>\s]+@[^<>\s]+)>/u.exec(written);
  const lastClock = [
    ...written.matchAll(
      /\p{Nd}{1,2}[:.h]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?[+-]\p{Nd}{4})?|\p{Nd}{4}/gu,
    ),
  ].at(-1);
  const at = lastClock === undefined ? 0 : lastClock.index + lastClock[0].length;
  const when = written.slice(0, at);
  const plain = (part: string): string => {
    const kept = part
      .split(' ')
      .filter((word) => !verb.split(' ').includes(foldStampWord(word.replace(/[,،]$/, ''))));
    return kept
      .join(' ')
      .replace(/^[\s,،;:)-]+|[\s,،;:(]+$/gu, '')
      .replace(/^(?:tarihinde|um|at|alle|à)\s*,?\s*/iu, '');
  };
  const named = address?.[1] !== undefined && !/\p{Nd}/u.test(address[1]) ? address[1] : written.slice(at);
  const name = plain(named.replace(/<[^<>]*>/g, ''));
  return { name: name === '' ? (address?.[2] ?? '') : name, when };
}

/** The name in a From line: without address, brackets and desk; the address where there is no name. */
export function senderName(value: string): { name: string; unknown: boolean } {
  const written = value.replace(/\s+/g, ' ').trim();
  const folded = foldKey(written.replace(/[()[\],.;:'"]/g, ' ')).split(' ');
  const unknown = written === '' || folded.some((word) => WITHHELD.has(word));
  const bare = written
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\[mailto:[^\]]*\]/gi, ' ')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^[\s"']+|[\s"',;]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const address = /[^\s<>():,;]+@[^\s<>():,;]+/.exec(written)?.[0];
  const swapped = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]+)$/u.exec(bare);
  const name = swapped === null ? bare : `${swapped[2]} ${swapped[1]}`;
  return { name: name !== '' ? name : (address ?? (unknown ? 'unknown sender' : written)), unknown };
}

import type { Claim } from '../../statement/source.ts';
import type { Member } from '../containers/member.ts';
import { type VcardLine, vcardLines, vcardParts, vcardText } from './vcard-lines.ts';
import words from './vcard-words.json' with { type: 'json' };

/** One field of a card, ready to be written out. */
export interface CardField {
  /** The property, upper case: `TEL`. */
  readonly name: string;
  /** For people: `telephone (cell)`. Small letters: a label is no name. */
  readonly label: string;
  readonly value: string;
}

/** One card of an address book. */
export interface Card {
  readonly fields: readonly CardField[];
  readonly claims: readonly Claim[];
  /** Pictures, sounds and keys within. */
  readonly members: readonly Member[];
  /** Lines that could not be read, as they stand. */
  readonly unread: readonly string[];
  readonly isCutOff: boolean;
}

const LABELS = new Map(Object.entries(words.labels));
const CLAIMS = new Map(Object.entries(words.claims));
const SILENT = new Set(words.silent);
const STRUCTURED = new Set(words.structured);
const MEDIA = new Set(words.media);
const PLAIN = new Set(words.plainTypes);

/** The cards of a text in order; a card within another (an agent, in 2.1) stands after it. */
export function vcardCards(text: string): Card[] {
  const drafts: { lines: VcardLine[]; isOpen: boolean }[] = [];
  const open: number[] = [];
  for (const line of vcardLines(text)) {
    const mark = /^VCARD$/i.test(line.value.trim()) ? line.name : '';
    const current = drafts[open.at(-1) ?? -1];
    if (mark === 'BEGIN') open.push(drafts.push({ lines: [], isOpen: true }) - 1);
    else if (mark === 'END' && current !== undefined) {
      current.isOpen = false;
      open.pop();
    } else if (current !== undefined) current.lines.push(line);
    else drafts.push({ lines: [line], isOpen: false });
  }
  return drafts.map(({ lines, isOpen }) => cardOf(lines, isOpen));
}

function cardOf(lines: readonly VcardLine[], isCutOff: boolean): Card {
  const own = new Map(
    lines.filter(({ name }) => name === 'X-ABLABEL').map(({ group, value }) => [group, vcardText(value)]),
  );
  return {
    fields: lines.flatMap((line) => fieldOf(line, own)),
    claims: lines.flatMap(claimOf),
    members: lines.filter(isMedia).flatMap(memberOf),
    unread: lines.filter(({ name }) => name === '').map(({ value }) => value),
    isCutOff,
  };
}

function isMedia({ name, isBase64 }: VcardLine): boolean {
  return isBase64 || MEDIA.has(name);
}

function fieldOf(line: VcardLine, own: ReadonlyMap<string | null, string>): CardField[] {
  const { name, types, value } = line;
  if (name === '' || SILENT.has(name) || CLAIMS.has(name) || isMedia(line)) return [];
  const readable = STRUCTURED.has(name) ? readableParts(name, value) : vcardText(value);
  if (readable === '') return [];
  const group = line.group === null ? undefined : own.get(line.group)?.replace(/^_\$!<(.*)>!\$_$/, '$1');
  const kinds = [
    ...new Set([...types.filter((type) => !PLAIN.has(type)), ...(group === undefined ? [] : [group])]),
  ];
  const label = LABELS.get(name) ?? name.toLowerCase();
  return [
    {
      name,
      label: kinds.length === 0 ? label : `${label} (${kinds.join(', ')})`,
      value: readableOf(name, readable),
    },
  ];
}

/** `tel:+90-1` is a number; other addresses keep their scheme. */
function readableOf(name: string, value: string): string {
  return name === 'TEL' || name === 'EMAIL' ? value.replace(/^(?:tel|mailto):/i, '') : value;
}

/** A name's parts in the order in which they are said, an address's and a body's as they stand. */
function readableParts(name: string, value: string): string {
  const parts = vcardParts(value, ';');
  const [family = '', given = '', middle = '', before = '', after = ''] = parts;
  const inOrder = name === 'N' ? [before, given, middle, family, after] : parts;
  return inOrder.filter((part) => part !== '').join(name === 'N' ? ' ' : ', ');
}

function claimOf(line: VcardLine): Claim[] {
  const { name, value } = line;
  const link = isMedia(line) && !line.isBase64 ? 'link to outside, not followed' : CLAIMS.get(name);
  return link === undefined || value.trim() === ''
    ? []
    : [{ key: link, value: vcardText(value), span: null }];
}

function memberOf({ name, types, value, isBase64 }: VcardLine): Member[] {
  const bytes = isBase64 ? Buffer.from(value.replace(/^data:[^,]*,/i, ''), 'base64') : null;
  if (bytes === null || bytes.byteLength === 0) return [];
  const kind = /^data:\w+\/([\w-]+)/i.exec(value)?.[1] ?? types[0];
  return [{ name: kind === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${kind}`, bytes }];
}

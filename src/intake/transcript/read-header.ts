import type { Claim, Party } from '../../statement/source.ts';
import { type Span, spanOver } from '../../statement/span.ts';
import { type HeaderKey, headerKey } from './header-key.ts';

/** One field of a header: `DATE - TIME : 02.03.2021 - 21:14`, `PRODUCT 2211`. */
export interface HeaderField {
  /** As written; empty where a field has no key. */
  readonly key: string;
  readonly about: HeaderKey | null;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

const FIELD_BREAK = /\s+[|¦]\s+|(?<![:：\s])(?:\t+| {3,})(?!\s*[:：])|\s*;\s*(?=\p{L}[\p{L}\s]{1,24}:)/gu;
const COLON_KEY = /^([^:：=]{1,48}?)\s*[:：]\s*/u;
const BARE_KEY = /^(\p{L}[\p{L}./-]*(?: \p{L}{1,12}\.?)?)\s+(?=[+\p{Nd}(])/iu;
const PHONE = /[+＋]?\p{Nd}[\p{Nd} ()./-]{4,}\p{Nd}|\+?\p{Nd}{4,}/u;

/** The fields of header lines; a line may hold several, set apart by bars, tabs or wide gaps. */
export function fieldsOf(text: string, lines: readonly Span[]): HeaderField[] {
  return lines.flatMap((line) =>
    fieldsOfLine(text.slice(line.start, Math.min(line.end, line.start + 2000)), line.start),
  );
}

function fieldsOfLine(line: string, offset: number): HeaderField[] {
  const fields: HeaderField[] = [];
  let from = 0;
  for (const gap of [...line.matchAll(FIELD_BREAK), null]) {
    const end = gap === null ? line.length : gap.index;
    const piece = line.slice(from, end);
    if (
      gap !== null &&
      /^[+\p{Nd}(]/u.test(line.slice(end + gap[0].length)) &&
      headerKey(piece.trim()) !== null
    )
      continue;
    const last = fields.at(-1);
    const field = fieldOf(piece, offset + from);
    // What stands after a wide gap without a key of its own goes on the field before it.
    if (field !== null && field.key === '' && last !== undefined && last.key !== '' && gap?.[0] !== ' | ') {
      fields[fields.length - 1] = joined(last, field, line, offset);
    } else if (field !== null) fields.push(field);
    from = gap === null ? line.length : gap.index + gap[0].length;
  }
  return fields;
}

function joined(field: HeaderField, more: HeaderField, line: string, offset: number): HeaderField {
  const valueSpan = spanOver(field.valueSpan, more.span);
  return {
    ...field,
    value: line.slice(valueSpan.start - offset, valueSpan.end - offset),
    span: spanOver(field.span, more.span),
    valueSpan,
  };
}

function fieldOf(piece: string, offset: number): HeaderField | null {
  const lead = piece.length - piece.trimStart().length;
  const trimmed = piece.trim();
  if (trimmed === '') return null;
  const start = offset + lead;
  const span = { start, end: start + trimmed.length };
  const match = bareKey(trimmed) ?? COLON_KEY.exec(trimmed);
  const key = match?.[1]?.trim() ?? '';
  const value = trimmed.slice(match?.[0].length ?? 0);
  return {
    key,
    about: key === '' ? null : headerKey(key),
    value,
    span,
    valueSpan: { start: span.end - value.length, end: span.end },
  };
}

function bareKey(trimmed: string): RegExpExecArray | null {
  const match = BARE_KEY.exec(trimmed);
  return match !== null && headerKey(match[1] ?? '') !== null ? match : null;
}

/** What the fields say, as claims. */
export function claimsOf(fields: readonly HeaderField[]): Claim[] {
  return fields
    .filter((field) => field.key !== '' && field.value !== '')
    .map((field) => ({ key: field.key, value: field.value, span: field.valueSpan }));
}

/** The parties that a header names: by its caller and called fields, its lists of participants, its legend (`L = lawyer (A. Ay)`). */
export function partiesOf(fields: readonly HeaderField[]): Party[] {
  const parties = [
    ...fields.flatMap(partiesOfField),
    ...fields.flatMap(legendOf),
    ...fields.flatMap(lineParty),
  ];
  return shareNames(mergeLabels(parties));
}

function partiesOfField(field: HeaderField): Party[] {
  const { about } = field;
  if (about === 'caller' || about === 'called' || about === 'target')
    return field.value.split(/\s*;\s*/).map((value, at) => callParty(field, value, at, about));
  if (about === 'interviewer' || about === 'interviewee')
    return [person(field, firstName(field.value), about)];
  if (about === 'participants') return field.value.includes('=') ? [] : participantsOf(field);
  return [];
}

function callParty(field: HeaderField, value: string, at: number, about: string): Party {
  const number = PHONE.exec(value)?.[0].trim() ?? null;
  const rest = value.replace(PHONE, ' ').replace(/^[\s,;:+-]+|[\s,;:-]+$/gu, '');
  const key = field.key.split(/[/(]/u)[0]?.trim() ?? field.key;
  return { label: at === 0 ? key : null, name: nameIn(rest), number, role: about, span: field.span };
}

/** The name in what is left of a caller's field: in quotes, after `user:`, in brackets, or plain. */
function nameIn(rest: string): string | null {
  const quoted = /["“«]([^"”»]{2,60})["”»]/u.exec(rest)?.[1];
  if (quoted !== undefined) return quoted.trim();
  const inner =
    /^\(([^()]*(?:\([^()]*\))?[^()]*)\)$/u.exec(rest)?.[1] ??
    /^[^(]*\(([^)]*\p{L}{2}[^)]*)\)$/u.exec(rest)?.[1];
  const outer = rest
    .replace(/\([^()]*\p{L}{3}[^()]*\)/gu, '')
    .replace(/^[\s:,;]+/u, '')
    .trim();
  const named =
    outer !== '' && (inner === undefined || !/[:=]/.test(inner)) && !isWithheld(outer)
      ? outer
      : (inner ?? outer);
  const plain = named.replace(/^[^:=]{1,40}[:=]\s*/u, '').split(/\s*,\s/u)[0] ?? '';
  const name = plain.replace(/^\p{Ll}+\s*\/\s*\p{Ll}+\s+/u, '').trim();
  // "handset believed to be in the yard": words about the line, not a name.
  const isName = /\p{L}{2}/u.test(name) && !/^\p{Ll}+(?:\s\S+){2}/u.test(name);
  return isName && !isWithheld(name) ? name : null;
}

function isWithheld(words: string): boolean {
  return /withheld|hidden|private number|no number|رقم محجوب|محجوب|gizli|oculto|privado|masqué|inconnu du|скрыт|unterdrückt|unlisted/iu.test(
    words,
  );
}

function participantsOf(field: HeaderField): Party[] {
  const sentence = field.value.split(/(?<=\)|\p{Ll}{3})\.\s/u)[0] ?? field.value;
  return sentence
    .split(/\s*;\s*|\s*,\s*(?![^()]*\))|\s+(?:and|und|et|y|e|ve)\s+(?![^()]*\))/u)
    .map((value) => participant(field, value.trim()))
    .filter((party) => party !== null);
}

function participant(field: HeaderField, value: string): Party | null {
  const match = /^([^(]{1,60}?)\s*(?:\(([^)]{1,80})\))?$/u.exec(value);
  const name = match?.[1]?.trim() ?? '';
  if (match === null || !/^\p{Lu}|^\p{Lo}/u.test(name)) return null;
  // "DOÑA MELBA (DM)": the letters that turns use for her.
  if (/^\p{Lu}{1,4}\p{Nd}?$/u.test(match[2] ?? ''))
    return { label: match[2] ?? name, name, number: null, role: null, span: field.span };
  return { label: name, name, number: null, role: match[2] ?? null, span: field.span };
}

function person(field: HeaderField, name: string | null, role: string): Party {
  return { label: null, name, number: null, role, span: field.span };
}

function firstName(value: string): string | null {
  const name = /^((?:\p{Lu}\.\s?)*[^.,;(]{2,60})/u.exec(value)?.[1]?.trim();
  return name === undefined || name === '' ? null : name;
}

const LEGEND =
  /(?:^|[\s,.;:(])(\p{Lu}{1,4}\p{Nd}?|[سجأبم])\s*=\s*((?:\([^()]{0,80}\)|[^=()]){2,120}?)(?=$|[.;]\s|[.;]$|,\s*\p{Lu}{1,4}\p{Nd}?\s*=)/gu;

/** `D = Hasan (dispatcher, Van). K = Leyla`. A small word first is a role, and the name is in brackets. */
function legendOf(field: HeaderField): Party[] {
  const value = field.key === '' || !field.key.includes('=') ? field.value : `${field.key}: ${field.value}`;
  if (!value.includes('=')) return [];
  return [...value.matchAll(LEGEND)].map((match) => {
    const [head = '', inner = null] = splitBracket(match[2] ?? '');
    const isName = /^\p{Lu}|^\p{Lo}/u.test(head);
    const innerName = inner !== null && /^\p{Lu}/u.test(inner) ? inner : null;
    return {
      label: match[1] ?? null,
      name: isName ? head : innerName,
      number: null,
      role: isName ? inner : head,
      span: field.span,
    };
  });
}

const LINE_KEY =
  /^(?:line|speaker|voice|party|hat|konuşmacı|línea|voz|hablante|خط|المتحدث)\s+(\p{Lu}\p{Nd}?|\p{Lo})$/iu;

/** `line A: the mayor's office (male, "the clerk")`, `line B: gate 4, Lt. Oda`: who is called so in quotes, else the last name. */
function lineParty({ key, value, span }: HeaderField): Party[] {
  const label = LINE_KEY.exec(key.trim())?.[1];
  if (label === undefined) return [];
  const quoted = /["“«]([^"”»]{2,60})["”»]/u.exec(value)?.[1];
  const last =
    value
      .replace(/\([^)]*\)/gu, '')
      .split(/,\s*/u)
      .at(-1)
      ?.trim() ?? '';
  const name = quoted ?? (/^[\p{Lu}\p{Lo}]/u.test(last) ? last : null);
  return [{ label, name, number: null, role: name === null ? value : null, span }];
}

function splitBracket(value: string): [string, string | null] {
  const match = /^(.*?)\s*\(([^)]*)\)?\s*$/u.exec(value.trim());
  return match === null
    ? [value.trim().replace(/[.,;]$/, ''), null]
    : [match[1]?.trim() ?? '', match[2]?.trim() ?? null];
}

function mergeLabels(parties: readonly Party[]): Party[] {
  return parties.filter(
    (party, at) =>
      party.label === null ||
      parties.findIndex((other) => other.label === party.label && other.name === party.name) === at,
  );
}

/** A number that has a name in one field has it in all. */
function shareNames(parties: readonly Party[]): Party[] {
  const digits = (number: string | null) => (number ?? '').replace(/\P{Nd}/gu, '');
  return parties.map((party) => {
    if (party.name !== null || party.number === null) return party;
    const same = parties.find(
      (other) => other.name !== null && digits(other.number) === digits(party.number),
    );
    return same === undefined ? party : { ...party, name: same.name };
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The five kinds of name that the guide (model/data/guide.md) knows. */
export const nameKinds = ['person', 'role', 'place', 'organisation', 'group'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name in a text: offsets in UTF-16 units, end exclusive. */
export interface LabelledName {
  readonly kind: NameKind;
  readonly start: number;
  readonly end: number;
}

export interface LabelledText {
  readonly text: string;
  readonly names: readonly LabelledName[];
}

export interface LabelEntry {
  readonly file: string;
  readonly language: 'en' | 'tr' | 'ar';
  readonly genre: string;
  readonly part: 'train' | 'held-out';
}

export interface LabelDocument extends LabelEntry, LabelledText {}

const folder = join(import.meta.dirname, 'data');
const bracketed = new RegExp(`\\[\\[([^[\\]]*)\\]\\]|\\[(${nameKinds.join('|')}) ([^[\\]]+)\\]|[[\\]]`, 'gu');

/**
 * The text without its labels and the names in it. `[person Ada Mertens]` is a name, `[[inaudible]]`
 * gives a literal `[inaudible]`.
 * @throws Error with the offset where a bracket is neither (so nothing can nest), or where a name
 * begins or ends with a blank or runs over a line end.
 */
export function parseLabels(source: string): LabelledText {
  const names: LabelledName[] = [];
  let text = '';
  let done = 0;
  for (const match of source.matchAll(bracketed)) {
    text += source.slice(done, match.index);
    done = match.index + match[0].length;
    const [, literal, kind, name] = match;
    if (literal !== undefined) text += `[${literal}]`;
    else if (kind !== undefined && name !== undefined && isTight(name)) {
      names.push({ kind: kind as NameKind, start: text.length, end: text.length + name.length });
      text += name;
    } else throw new Error(`"${match[0]}" at offset ${match.index} is no label of the guide.`);
  }
  return { text: text + source.slice(done), names };
}

function isTight(name: string): boolean {
  return name.trim() === name && !name.includes('\n');
}

/** What index.json lists, in its order. */
export function readLabelIndex(): readonly LabelEntry[] {
  return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as LabelEntry[];
}

/** Every document of the label set, in the order of the index. */
export function readLabelSet(): readonly LabelDocument[] {
  return readLabelIndex().map((entry) => ({
    ...entry,
    ...parseLabels(readFileSync(join(folder, entry.file), 'utf8')),
  }));
}

const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Tokens as the data's README counts them: runs of letters, marks and digits, and each other sign. */
export function countTokens(text: string): number {
  return text.match(token)?.length ?? 0;
}

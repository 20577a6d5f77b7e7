import type { Span } from '../../statement/span.ts';
import { foldLabel, isRoleLabel } from './label.ts';
import { calledName, remarkIn } from './name-speakers.ts';
import { answeredName, ownName } from './own-name.ts';
import type { TurnLayout } from './survey-turns.ts';
import { type TranscriptPiece, walkTranscript } from './walk-transcript.ts';

/** What one part of a transcript has beside its turns. Lists are cut where a part has very many. */
export interface PartNotes {
  start: number;
  end: number;
  readonly headers: Span[];
  readonly notes: string[];
  readonly labels: Map<string, string>;
  readonly remarks: Map<string, string>;
  readonly stamps: string[];
  /** The first turns' words, by folded label, with the name that they call. */
  readonly calls: { label: string; name: string | null }[];
  /** What the first turns say, by folded label. */
  readonly opening: { label: string; words: string }[];
}

/** Header lines and notes of one part that are looked at. */
const MOST_NOTES = 80;
const MOST_STAMPS = 400;
/** Who calls says so in the first turns. */
const OPENING_TURNS = 8;

/** What each part of a transcript has beside its turns, in one walk. */
export function gatherParts(text: string, layout: TurnLayout): PartNotes[] {
  const parts: PartNotes[] = [];
  for (const piece of walkTranscript(text, layout)) {
    let part = parts[piece.section];
    if (part === undefined) {
      part = {
        start: piece.start,
        end: piece.end,
        headers: [],
        notes: [],
        labels: new Map(),
        remarks: new Map(),
        stamps: [],
        calls: [],
        opening: [],
      };
      parts[piece.section] = part;
    }
    part.end = piece.end;
    noteDown(text, part, piece);
  }
  return parts;
}

function noteDown(text: string, part: PartNotes, piece: TranscriptPiece): void {
  const { kind } = piece;
  if ((kind === 'header' || kind === 'paragraph') && piece.head && part.headers.length < MOST_NOTES)
    part.headers.push({ start: piece.start, end: piece.end });
  if (kind === 'note' && part.notes.length < MOST_NOTES)
    part.notes.push(text.slice(piece.start, Math.min(piece.end, piece.start + 600)));
  if (kind !== 'utterance') return;
  if (piece.stamp !== null && part.stamps.length < MOST_STAMPS) part.stamps.push(piece.stamp);
  if (piece.label === null || piece.continued) return;
  const label = text.slice(piece.label.start, piece.label.end);
  const folded = foldLabel(label);
  if (!part.labels.has(folded)) part.labels.set(folded, label);
  if (part.calls.length < 2)
    part.calls.push({
      label: folded,
      name: calledName(text.slice(piece.body.start, Math.min(piece.body.end, piece.body.start + 60))),
    });
  if (part.opening.length < OPENING_TURNS)
    part.opening.push({
      label: folded,
      words: text.slice(piece.body.start, Math.min(piece.body.end, piece.body.start + 200)).trim(),
    });
  const remark = part.remarks.has(folded)
    ? null
    : remarkIn(text.slice(Math.max(piece.body.start, piece.body.end - 400), piece.body.end));
  if (remark !== null) part.remarks.set(folded, remark);
}

/** Who a two-party call's opening turn calls by name, where the other label is a stand-in. */
export function addressedIn(part: PartNotes): ReadonlyMap<string, string> {
  const [first] = part.calls;
  const other = [...part.labels.keys()].find((label) => label !== first?.label);
  if (first?.name == null || other === undefined || part.labels.size !== 2 || !isRoleLabel(other))
    return new Map();
  return new Map([[other, first.name]]);
}

/** Lines above the first part's turns and notes below the last part's that explain labels. */
export function legendLines(text: string, parts: readonly PartNotes[]): string[] {
  const [first] = parts;
  const above = first === undefined ? [] : headerLines(text, first);
  return [...above, ...(parts.at(-1)?.notes ?? [])].filter((line) => line.includes('='));
}

/** The names that stand-in labels give themselves in the first turns, by folded label. */
export function ownNames(part: PartNotes): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  part.opening.forEach(({ label, words }, at) => {
    if (names.has(label) || !(isRoleLabel(label) || label.length <= 3)) return;
    const before = part.opening[at - 1];
    const asked = before === undefined || before.label === label ? null : answeredName(before.words, words);
    const name = ownName(words) ?? asked;
    if (name !== null) names.set(label, name);
  });
  return names;
}

export function headerLines(text: string, part: PartNotes): string[] {
  return part.headers.map((span) => text.slice(span.start, Math.min(span.end, span.start + 1000)));
}

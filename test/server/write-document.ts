import { idOf, sourceIdOf } from '../../src/statement/id.ts';
import type { Quantity } from '../../src/statement/quantity.ts';
import type { Passage, PassageKind, Section, Source, SourceKind } from '../../src/statement/source.ts';
import type { Span } from '../../src/statement/span.ts';
import type { Mention, MentionKind, Modality, Statement, Voice } from '../../src/statement/statement.ts';
import type { TimeReading } from '../../src/statement/time.ts';
import { type FakeDocument, sha256Of } from './fake-case.ts';

/** One line of an invented document. A line `NAME: words` is spoken; `#` opens a section. */
export interface Draft {
  readonly file: string;
  readonly kind: SourceKind;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly language?: string;
  readonly lines: readonly string[];
  /** Lines of this kind where nothing else shows. */
  readonly form?: PassageKind;
  readonly doubts?: readonly string[];
  readonly unknown?: readonly string[];
  readonly claims?: readonly (readonly [string, string])[];
  readonly columns?: readonly string[];
  readonly names?: readonly (readonly [MentionKind, string])[];
}

export interface Said {
  readonly words: string;
  readonly voices: readonly (string | { guess: string })[];
  readonly event: string;
  readonly quantity?: readonly [number | null, number | null, string, Quantity['per']?];
  readonly time?: readonly [string, string];
  readonly modality?: Modality;
  readonly negative?: boolean;
  readonly agent?: string;
  readonly patient?: string;
  readonly place?: string;
  readonly doubt?: string;
}

/** Writes an invented document whose spans all slice back to its text. */
export function writeDocument(draft: Draft, said: readonly Said[] = []): FakeDocument {
  const text = draft.lines.join('\n');
  const id = sourceIdOf(sha256Of(draft.file + text));
  const passages = placePassages(draft, id);
  const source: Source = {
    id,
    sha256: sha256Of(draft.file + text),
    file: draft.file,
    path: `/pile/${draft.file}`,
    byteLength: new TextEncoder().encode(text).length,
    mediaType: 'text/plain',
    encoding: { name: 'utf-8', confidence: 1 },
    kind: draft.kind,
    title: draft.title ?? null,
    publisher: draft.publisher ?? null,
    date: draft.date ?? null,
    language: draft.language ?? 'en',
    text,
    claims: [],
    doubts: (draft.doubts ?? []).map((doubt) => ({ code: 'intake/doubt', text: doubt, span: null })),
  };
  return {
    source,
    passages,
    sections: placeSections(draft, id, text),
    statements: said.map((one) => placeStatement(source, passages, one)),
    mentions: (draft.names ?? []).flatMap(([kind, name]) => placeNames(source, passages, kind, name)),
  };
}

function placePassages(draft: Draft, source: string): Passage[] {
  let start = 0;
  let section = -1;
  const passages: Passage[] = [];
  for (const [line, words] of draft.lines.entries()) {
    if (words.startsWith('# ')) section += 1;
    const span = { start, end: start + words.length };
    start = span.end + 1;
    if (words.trim() === '') continue;
    passages.push(placePassage(draft, source, passages.length, Math.max(0, section), line + 1, words, span));
  }
  return passages;
}

function placePassage(
  draft: Draft,
  source: string,
  index: number,
  section: number,
  line: number,
  words: string,
  span: Span,
): Passage {
  const spoken = draft.kind === 'transcript' ? words.match(/^([\p{Lu}\p{Lo} ]+): /u) : null;
  const label = spoken?.[1] ?? '';
  const lead = spoken?.[0].length ?? (words.startsWith('# ') ? 2 : 0);
  const kind = spoken ? 'utterance' : words.startsWith('# ') ? 'heading' : (draft.form ?? 'paragraph');
  const unknown = draft.unknown?.includes(label) ?? false;
  return {
    id: idOf('psg', source, index),
    source,
    index,
    section,
    kind,
    span,
    body: { start: span.start + lead, end: span.end },
    speaker: spoken
      ? {
          label,
          name: unknown ? 'unknown man' : titleCase(label),
          span: { start: span.start, end: span.start + label.length },
          unknown,
          guess: false,
        }
      : null,
    time: null,
    cells: kind === 'row' ? cellsOf(words, span.start) : null,
    line,
  };
}

function titleCase(label: string): string {
  return label
    .split(' ')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}

function cellsOf(words: string, start: number): Span[] {
  let at = start;
  return words.split(';').map((cell) => {
    const lead = cell.length - cell.trimStart().length;
    const span = { start: at + lead, end: at + Math.max(lead, cell.trimEnd().length) };
    at += cell.length + 1;
    return span;
  });
}

function placeSections(draft: Draft, source: string, text: string): Section[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of draft.lines) {
    if (line.startsWith('# ')) starts.push(at);
    at += line.length + 1;
  }
  if (starts.length === 0) starts.push(0);
  return starts.map((start, index) => ({
    id: idOf('sec', source, index),
    source,
    index,
    span: { start, end: starts[index + 1] ?? text.length },
    title: draft.lines.filter((line) => line.startsWith('# '))[index]?.slice(2) ?? null,
    kind: draft.columns ? 'table' : draft.kind === 'transcript' ? 'call' : 'text',
    time: null,
    parties: [],
    claims: (draft.claims ?? []).map(([key, value]) => ({ key, value, span: null })),
    table: draft.columns
      ? {
          delimiter: ';',
          columns: draft.columns.map((header, column) => ({
            index: column,
            header,
            span: null,
            type: 'text' as const,
          })),
          preamble: null,
          rows: draft.lines.length,
          totals: [],
          dateOrder: null,
          decimal: null,
        }
      : null,
  }));
}

/** Where words stand in a source. */
export function spanOf(source: Source, words: string): Span {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`${source.file} does not say: ${words}`);
  return { start, end: start + words.length };
}

function passageHolding(passages: readonly Passage[], span: Span): Passage {
  const found = passages.find((passage) => passage.span.start <= span.start && span.end <= passage.span.end);
  if (!found) throw new Error('no passage holds these words');
  return found;
}

function voiceOf(voice: string | { guess: string }, place: number): Voice {
  const name = typeof voice === 'string' ? voice : voice.guess;
  const kind = place === 0 ? 'document' : typeof voice === 'string' ? 'person' : 'unknown';
  return { name, span: null, kind, guess: typeof voice !== 'string' };
}

function readTime(time: Said['time']): TimeReading | null {
  if (!time) return null;
  const [from, to] = time;
  const granularity = from === to ? 'day' : 'month';
  return {
    ...{ from, to, granularity, clock: null, zone: null, approx: false },
    ...{ basis: 'stated' as const, steps: [] },
  };
}

function placeStatement(source: Source, passages: readonly Passage[], said: Said): Statement {
  const span = spanOf(source, said.words);
  const [min = null, max = null, of = null, per = null] = said.quantity ?? [];
  const role = (text: string | undefined) => (text ? { mention: null, text, span: null } : null);
  return {
    id: idOf('sta', source.id, span.start, span.end, said.event),
    source: source.id,
    passage: passageHolding(passages, span).id,
    span,
    voice: said.voices.map(voiceOf),
    event: said.event,
    trigger: null,
    polarity: said.negative ? 'negative' : 'positive',
    modality: said.modality ?? 'asserted',
    agent: role(said.agent),
    patient: role(said.patient),
    place: role(said.place),
    quantity: said.quantity ? { min, max, of, per: per ?? null, cumulative: false } : null,
    figure: null,
    time: readTime(said.time),
    rule: 'test/invented',
    confidence: 0.9,
    doubts: said.doubt ? [{ code: 'reading/guess', text: said.doubt, span: null }] : [],
  };
}

function placeNames(
  source: Source,
  passages: readonly Passage[],
  kind: MentionKind,
  name: string,
): Mention[] {
  const mentions: Mention[] = [];
  for (let at = source.text.indexOf(name); at >= 0; at = source.text.indexOf(name, at + name.length)) {
    const span = { start: at, end: at + name.length };
    const id = idOf('men', source.id, span.start, span.end);
    const passage = passageHolding(passages, span).id;
    mentions.push({ id, source: source.id, passage, span, kind, name, title: null });
  }
  return mentions;
}

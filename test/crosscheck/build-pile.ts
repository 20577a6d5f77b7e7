import { idOf } from '../../src/statement/id.ts';
import type { Pile, SourceHead } from '../../src/statement/pile.ts';
import type { Figure, FigureRelation, Per } from '../../src/statement/quantity.ts';
import type { Passage, Section, SourceKind, Table } from '../../src/statement/source.ts';
import type { Identity, Mention, MentionKind, Modality, Statement } from '../../src/statement/statement.ts';
import type { TimeReading } from '../../src/statement/time.ts';

/**
 * One source of a hand-built pile. In `lines`, `{312 people|of=person event=arrest}` is a figure
 * (its first number is the number; words after `|` say what was read of it), `[Kastel]` a place,
 * `<Kaya>` a person. A line `Name: words` is an utterance where `kind` is `transcript`; a line
 * starting with `#` opens a section with its own day (`# 2024-05-04 16:00 Bulletin 2`).
 */
export interface SourceLines {
  readonly name: string;
  readonly kind?: SourceKind;
  readonly date?: string;
  readonly lines: readonly string[];
  /** Rows of a table, cells parted by `;`; the first is its header. */
  readonly rows?: readonly string[];
}

/** Relations by the labels that figures carry (`id=a`): `sum: whole a b c`. */
export type RelationLine = string;

const MARKUP = /\{([^|}]+)\|([^}]*)\}|\[([^\]]+)\]|<([^>]+)>/g;
const STARTED: Omit<SourceHead, 'id' | 'file' | 'kind' | 'title' | 'publisher' | 'date'> = {
  sha256: '0',
  path: '',
  byteLength: 0,
  mediaType: 'text/plain',
  encoding: null,
  language: 'en',
  claims: [],
  doubts: [],
};

interface Building {
  readonly sources: SourceHead[];
  readonly sections: Section[];
  readonly statements: Statement[];
  readonly figures: Figure[];
  readonly mentions: Mention[];
  readonly labels: Map<string, string>;
  readonly relations: FigureRelation[];
  readonly texts: Map<string, string>;
  readonly passages: Map<string, Passage[]>;
}

export function buildPile(sources: readonly SourceLines[], relations: readonly RelationLine[] = []): Pile {
  const building: Building = {
    sources: [],
    sections: [],
    statements: [],
    figures: [],
    mentions: [],
    labels: new Map(),
    relations: [],
    texts: new Map(),
    passages: new Map(),
  };
  for (const source of sources) addSource(building, source);
  return {
    sources: building.sources,
    sections: building.sections,
    statements: building.statements,
    figures: building.figures,
    relations: [...building.relations, ...relations.map((line) => readRelation(building, line))],
    mentions: building.mentions,
    identities: identitiesOf(building.mentions),
    textOf: (source) => building.texts.get(source) ?? '',
    passagesOf: (source) => building.passages.get(source) ?? [],
  };
}

function readRelation(building: Building, line: RelationLine): FigureRelation {
  const [kind = '', ...labels] = line.split(/:?\s+/);
  return {
    kind: kind as FigureRelation['kind'],
    figures: labels.map((label) => building.labels.get(label) ?? label),
    basis: 'the words',
  };
}

function identitiesOf(mentions: readonly Mention[]): Identity[] {
  const names = new Map<string, Mention[]>();
  for (const mention of mentions) names.set(mention.name, [...(names.get(mention.name) ?? []), mention]);
  return [...names].map(([name, group]) => ({
    id: idOf('ide', name),
    kind: group[0]?.kind ?? 'person',
    name,
    spellings: [name],
    status: 'accepted',
    mentions: group.map((mention) => mention.id),
    reasons: ['One spelling.'],
  }));
}

function addSource(building: Building, lines: SourceLines): void {
  const id = `src_${lines.name}`;
  const head: SourceHead = {
    ...STARTED,
    id,
    file: `${lines.name}.txt`,
    kind: lines.kind ?? 'article',
    title: null,
    publisher: lines.name,
    date: lines.date ?? null,
  };
  building.sources.push(head);
  const writer = new Writer(building, head);
  for (const line of lines.lines) writer.addLine(line);
  if (lines.rows !== undefined) writer.addTable(lines.rows);
  writer.finish();
}

/** The label of a cell's figure, for relations: `Register:0:2` is row 0, column 2. */
function cellLabel(source: SourceHead, row: number, column: number): string {
  return `${source.publisher}:${row}:${column}`;
}

class Writer {
  private text = '';
  private readonly passages: Passage[] = [];
  private readonly sections: Section[] = [];
  private readonly building: Building;
  private readonly head: SourceHead;

  constructor(building: Building, head: SourceHead) {
    this.building = building;
    this.head = head;
    this.openSection(null, null, 'text', null);
  }

  finish(): void {
    this.building.texts.set(this.head.id, this.text);
    this.building.passages.set(this.head.id, this.passages);
    const whole = { start: 0, end: this.text.length };
    this.building.sections.push(...this.sections.map((section) => ({ ...section, span: whole })));
  }

  addLine(line: string): void {
    const opened = /^# (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?: (.*))?$/.exec(line);
    if (opened !== null) {
      this.openSection(
        timeOf(opened[1] ?? '', opened[1] ?? '', opened[2] ?? null),
        opened[3] ?? null,
        'bulletin',
        null,
      );
      return;
    }
    const turn = this.head.kind === 'transcript' ? /^([\p{L} ]+): (.*)$/u.exec(line) : null;
    const label = turn?.[1] ?? null;
    const start = this.text.length;
    const lead = label === null ? '' : `${label}: `;
    this.text += lead;
    const bodyStart = this.text.length;
    const passage = this.passage(label === null ? 'paragraph' : 'utterance', start, bodyStart, label);
    this.writeMarked(turn?.[2] ?? line, passage);
    const end = this.text.length;
    this.passages.push({ ...passage, span: { start, end }, body: { start: bodyStart, end } });
    this.text += '\n\n';
  }

  addTable(rows: readonly string[]): void {
    const [header = '', ...data] = rows;
    const headers = header.split(';');
    const totals = data.flatMap((row, at) => (/^(?:total|toplam)/i.test(row) ? [at] : []));
    const columns = headers.map((name, index) => ({
      index,
      header: name === '' ? null : name,
      span: null,
      type:
        data.some((row) => /^[\d.,]+$/.test(row.split(';')[index] ?? '')) && index > 0
          ? ('number' as const)
          : ('text' as const),
    }));
    this.openSection(null, this.head.file, 'table', {
      delimiter: ';',
      columns,
      preamble: null,
      rows: data.length,
      totals,
      dateOrder: 'ymd',
      decimal: '.',
    });
    this.text += `${header}\n`;
    for (const [at, row] of data.entries()) this.addRow(row, at);
    for (const at of totals) this.relateTotal(at, data.length, headers.length);
  }

  /** The totals row's numbers are said to be the sums of the numbers above them. */
  private relateTotal(total: number, rows: number, columns: number): void {
    const figureAt = (row: number, column: number) =>
      this.building.labels.get(cellLabel(this.head, row, column));
    for (let column = 0; column < columns; column++) {
      const whole = figureAt(total, column);
      const parts = Array.from({ length: rows }, (_, row) =>
        row === total ? undefined : figureAt(row, column),
      );
      const known = parts.filter((part) => part !== undefined);
      if (whole !== undefined && known.length > 1)
        this.building.relations.push({ kind: 'sum', figures: [whole, ...known], basis: 'totals row' });
    }
  }

  private addRow(row: string, rowAt: number): void {
    const start = this.text.length;
    const cells: { start: number; end: number }[] = [];
    const passage = this.passage('row', start, start, null);
    for (const [at, cell] of row.split(';').entries()) {
      if (at > 0) this.text += ';';
      const from = this.text.length;
      this.writeMarked(/^[\d.,]+$/.test(cell) ? `{${cell}|of=thing}` : cell, passage);
      const figure = this.building.figures.at(-1);
      if (figure?.passage === passage.id && figure.span.start >= from)
        this.building.labels.set(cellLabel(this.head, rowAt, at), figure.id);
      cells.push({ start: from, end: this.text.length });
    }
    const end = this.text.length;
    this.passages.push({ ...passage, span: { start, end }, body: { start, end }, cells });
    this.text += '\n';
  }

  private openSection(
    time: TimeReading | null,
    title: string | null,
    kind: Section['kind'],
    table: Table | null,
  ): void {
    const index = this.sections.length;
    this.sections.push({
      id: idOf('sec', this.head.id, index),
      source: this.head.id,
      index,
      span: { start: 0, end: 0 },
      title,
      kind,
      time,
      parties: [],
      claims: [],
      table,
    });
  }

  private passage(kind: Passage['kind'], start: number, bodyStart: number, label: string | null): Passage {
    const index = this.passages.length;
    return {
      id: idOf('psg', this.head.id, index),
      source: this.head.id,
      index,
      section: this.sections.length - 1,
      kind,
      span: { start, end: start },
      body: { start: bodyStart, end: bodyStart },
      speaker: label === null ? null : { label, name: label, span: null, unknown: false, guess: false },
      time: null,
      cells: null,
      line: index + 1,
    };
  }

  private writeMarked(line: string, passage: Passage): void {
    const lineStart = this.text.length;
    const plain = line.replace(MARKUP, (_, figure, __, place, name) => figure ?? place ?? name);
    let from = 0;
    for (const match of line.matchAll(MARKUP)) {
      this.text += line.slice(from, match.index);
      const words = match[1] ?? match[3] ?? match[4] ?? '';
      const start = this.text.length;
      this.text += words;
      if (match[1] !== undefined) {
        const sentence = { start: lineStart, end: lineStart + plain.length };
        this.addFigure(words, match[2] ?? '', start, passage, sentence);
      } else this.addMention(words, match[3] === undefined ? 'person' : 'place', start, passage);
      from = match.index + match[0].length;
    }
    this.text += line.slice(from);
  }

  private addMention(name: string, kind: MentionKind, start: number, passage: Passage): void {
    const span = { start, end: start + name.length };
    const id = idOf('men', this.head.id, start, span.end);
    this.building.mentions.push({
      id,
      source: this.head.id,
      passage: passage.id,
      span,
      kind,
      name,
      title: null,
    });
  }

  private addFigure(
    words: string,
    options: string,
    start: number,
    passage: Passage,
    sentence: { start: number; end: number },
  ): void {
    const said = new Map(
      options.split(' ').map((option) => [option.split('=')[0] ?? '', option.split('=')[1] ?? 'yes']),
    );
    const number = /[\d.,]*\d/.exec(words);
    const value = Number(said.get('value') ?? number?.[0].replaceAll(',', '') ?? 0);
    const approx = said.has('about');
    const end = (key: 'min' | 'max', slack: number) => {
      const given = said.get(key);
      if (given !== undefined) return given === 'open' ? null : Number(given);
      return approx ? value * slack : value;
    };
    const span = { start, end: start + words.length };
    const numberStart = start + (number?.index ?? 0);
    const unit = said.get('unit') ?? null;
    const type = (said.get('type') ?? (unit === null ? 'count' : 'measure')) as Figure['type'];
    const figure: Figure = {
      id: idOf('fig', this.head.id, start, span.end),
      passage: passage.id,
      span,
      numberSpan: { start: numberStart, end: numberStart + (number?.[0].length ?? words.length) },
      nounSpan: null,
      quantity: {
        min: end('min', 0.9),
        max: end('max', 1.1),
        of: said.get('of') ?? unit,
        per: (said.get('per') ?? null) as Per | null,
        cumulative: said.has('sofar'),
      },
      type,
      unit,
      value: said.has('vague') ? null : value,
      decimals: Number(said.get('decimals') ?? (number?.[0].split('.')[1] ?? '').length),
      approx,
      increment: said.has('another'),
      ofThem: said.has('ofthem'),
      qualifiers: (said.get('with') ?? '').split(',').filter((word) => word !== ''),
    };
    this.building.figures.push(figure);
    const label = said.get('id');
    if (label !== undefined) this.building.labels.set(label, figure.id);
    const event = said.get('event');
    if (event !== undefined) this.addStatement(figure, event, said, passage, sentence);
  }

  private addStatement(
    figure: Figure,
    event: string,
    said: ReadonlyMap<string, string>,
    passage: Passage,
    sentence: { start: number; end: number },
  ): void {
    const from = said.get('from') ?? said.get('on');
    this.building.statements.push({
      id: idOf('sta', figure.id, event),
      source: this.head.id,
      passage: passage.id,
      span: sentence,
      voice: [
        { name: this.head.publisher ?? '', span: null, kind: 'publisher', guess: false },
        ...(said.get('voice') ?? passage.speaker?.name ?? '')
          .split('>')
          .filter((name) => name !== '')
          .map((name) => ({ name, span: null, kind: 'person' as const, guess: false })),
      ],
      event,
      trigger: null,
      polarity: said.has('denied') ? 'negative' : 'positive',
      modality: (said.get('modality') ?? 'asserted') as Modality,
      agent: null,
      patient: null,
      place: said.has('at')
        ? { mention: `men_${said.get('at')}`, text: said.get('at') ?? '', span: null }
        : null,
      quantity: figure.quantity,
      figure: figure.id,
      time: from === undefined ? null : timeOf(from, said.get('to') ?? from, said.get('clock') ?? null),
      rule: 'test/hand',
      confidence: 1,
      doubts: [],
    });
  }
}

function timeOf(from: string, to: string, clock: string | null): TimeReading {
  return {
    from,
    to,
    clock,
    zone: null,
    granularity: from === to ? 'day' : 'month',
    approx: false,
    basis: 'stated',
    steps: [],
  };
}

import { startSharing } from '../src/casefile/share-parts.ts';
import { addDays } from '../src/statement/calendar.ts';
import { idOf } from '../src/statement/id.ts';
import type { Pile, SourceHead } from '../src/statement/pile.ts';
import type { Figure } from '../src/statement/quantity.ts';
import type { Passage } from '../src/statement/source.ts';
import type { Identity, Mention, MentionKind, Statement } from '../src/statement/statement.ts';
import type { TimeReading } from '../src/statement/time.ts';

const A_SOURCE = 50;
/** One conflict of dates and one of counts is planted for so many statements. */
const A_CONFLICT = 2_000;
const EVENTS = [
  ['arrest', 'arrested'],
  ['release', 'released'],
  ['bury', 'buried'],
  ['meet', 'met'],
  ['leave', 'left'],
  ['deliver', 'supplied'],
  ['pay', 'paid'],
  ['attack', 'attacked'],
  ['treat', 'treated'],
] as const;

/** Numbers below a bound, the same on every run (mulberry32: 32 bits of state, passes gjrand). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What one sentence says, in the parts that a reader would find in it. */
interface Line {
  readonly words: string;
  readonly event: string;
  readonly names: readonly (readonly [
    name: string,
    kind: MentionKind,
    role: 'agent' | 'patient' | 'place',
  ])[];
  readonly day: string;
  readonly isDenied?: boolean;
  /** What is counted, with the number as it stands in the words. */
  readonly count?: { readonly number: string; readonly noun: string };
}

/**
 * Papers of fifty sentences each, that tell of many people in many towns, each named some ten
 * times whatever the size of the pile. Pairs of papers put one death on two days and count one
 * flock twice, in words that no other paper has; `planted` is the number of these conflicts.
 */
export function makePile(statements: number): { pile: Pile; planted: number } {
  const next = numbers(7);
  const [people, towns] = [Math.max(10, statements / 10), Math.max(10, statements / 40)];
  const sources = Math.ceil(statements / A_SOURCE);
  const plantedAt = new Map<number, Line[]>();
  const pairs = Math.floor(statements / A_CONFLICT);
  for (let at = 0; at < pairs; at += 1)
    for (const [place, lines] of plantPair(at).entries()) {
      const source = (Math.floor((at * sources) / pairs) + place * 7) % sources;
      plantedAt.set(source, [...(plantedAt.get(source) ?? []), ...lines]);
    }
  const filler = (): Line => {
    const [event, past] = EVENTS[next(EVENTS.length)] ?? ['meet', 'met'];
    const [agent, patient] = [`Person${next(people)}x Kell`, `Person${next(people)}x Kell`];
    const [town, day] = [`Town${next(towns)}x`, addDays('2019-01-01', next(700))];
    return {
      words: `${agent} ${past} ${patient} in ${town} on ${day}.`,
      names: [
        [agent, 'person', 'agent'],
        [patient, 'person', 'patient'],
        [town, 'place', 'place'],
      ],
      ...{ event, day, isDenied: next(20) === 0 },
    };
  };
  const writer = startPile();
  for (let at = 0; at < sources; at += 1) {
    const own = plantedAt.get(at) ?? [];
    writer.addSource(at, [...own, ...Array.from({ length: A_SOURCE - own.length }, filler)]);
  }
  return { pile: writer.finish(), planted: 2 * pairs };
}

/** What two papers say of one death and of one market, a line of each for either paper. */
function plantPair(at: number): [Line[], Line[]] {
  const [who, where] = [`Barga${at}q Orlin${at}q`, `Quill${at}q`];
  const death = (day: string): Line => ({
    words: `${who}, the miller of Fenwick${at}q, died in ${where} on ${day}.`,
    names: [
      [who, 'person', 'patient'],
      [where, 'place', 'place'],
    ],
    ...{ event: 'die', day },
  });
  const market = (number: string): Line => ({
    words: `${number} sheep were sold at the Lammas${at}q fair of Moor${at}q and Hollin${at}q.`,
    ...{ event: 'sell', names: [], day: '2019-05-04', count: { number, noun: 'sheep' } },
  });
  return [
    [death('2019-03-02'), market('300')],
    [death('2019-03-09'), market('340')],
  ];
}

function startPile() {
  const parts = {
    ...{ sources: [] as SourceHead[], statements: [] as Statement[], mentions: [] as Mention[] },
    figures: [] as Figure[],
  };
  const texts = new Map<string, string>();
  const passages = new Map<string, Passage[]>();
  const bearers = new Map<string, { kind: MentionKind; name: string; mentions: string[] }>();
  const know = ({ id, kind, name }: Mention) => {
    const known = bearers.get(`${kind} ${name}`);
    if (known === undefined) bearers.set(`${kind} ${name}`, { kind, name, mentions: [id] });
    else known.mentions.push(id);
  };
  return {
    addSource(at: number, lines: readonly Line[]) {
      const head = headOf(at);
      const sharing = startSharing();
      const own: Passage[] = [];
      let text = '';
      for (const [place, line] of lines.entries()) {
        const passage = sharing.passage(passageOf(head.id, place, text.length, line.words.length));
        const mentions = mentionsOf(passage, line).map(sharing.mention);
        const figure = figureOf(passage, line);
        own.push(passage);
        for (const mention of mentions) know(mention);
        parts.mentions.push(...mentions);
        parts.statements.push(sharing.statement(statementOf(head, passage, line, mentions, figure)));
        if (figure !== null) parts.figures.push(sharing.figure(figure));
        text += `${line.words}\n\n`;
      }
      parts.sources.push(head);
      texts.set(head.id, Buffer.from(text).toString('latin1'));
      passages.set(head.id, own);
    },
    finish: (): Pile => ({
      ...parts,
      ...{ sections: [], relations: [] },
      identities: [...bearers.values()].map(identityOf),
      textOf: (source) => texts.get(source) ?? '',
      passagesOf: (source) => passages.get(source) ?? [],
    }),
  };
}

function identityOf({
  kind,
  name,
  mentions,
}: {
  kind: MentionKind;
  name: string;
  mentions: string[];
}): Identity {
  const id = idOf('ide', kind, name);
  return { ...{ id, kind, name, mentions }, spellings: [name], status: 'proposed', reasons: [] };
}

function headOf(at: number): SourceHead {
  return {
    ...{ id: `src_${at}`, sha256: String(at), file: `paper-${at}.txt`, path: `paper-${at}.txt` },
    ...{ byteLength: 0, mediaType: 'text/plain', encoding: null, kind: 'article', title: null },
    ...{ publisher: `Paper ${at}`, date: '2021-03-01', language: 'en', claims: [], doubts: [] },
  };
}

function passageOf(source: string, index: number, start: number, length: number): Passage {
  const span = { start, end: start + length };
  return {
    ...{ id: idOf('psg', source, index), source, index, section: 0, kind: 'paragraph', span, body: span },
    ...{ speaker: null, time: null, cells: null, line: index + 1 },
  };
}

function mentionsOf({ id, source, span }: Passage, { words, names }: Line): Mention[] {
  let from = 0;
  return names.map(([name, kind]) => {
    const at = words.indexOf(name, from);
    from = at + name.length;
    const start = span.start + at;
    return {
      ...{ id: idOf('men', source, start, kind), source, passage: id, kind, name, title: null },
      span: { start, end: start + name.length },
    };
  });
}

function figureOf({ id, span }: Passage, { count }: Line): Figure | null {
  if (count === undefined) return null;
  const [number, noun] = [Number(count.number), count.noun];
  const numberSpan = { start: span.start, end: span.start + count.number.length };
  const nounSpan = { start: numberSpan.end + 1, end: numberSpan.end + 1 + noun.length };
  return {
    ...{ id: idOf('fig', id), passage: id, span: { start: span.start, end: nounSpan.end } },
    ...{ numberSpan, nounSpan, type: 'count', unit: null, value: number, decimals: 0, approx: false },
    ...{ increment: false, ofThem: false, qualifiers: [] },
    quantity: { min: number, max: number, of: noun, per: null, cumulative: false },
  };
}

function statementOf(
  head: SourceHead,
  { id, span }: Passage,
  { event, names, day, isDenied = false }: Line,
  mentions: readonly Mention[],
  figure: Figure | null,
): Statement {
  const role = (wanted: string) => {
    const mention = mentions[names.findIndex(([, , role]) => role === wanted)];
    return mention === undefined ? null : { mention: mention.id, text: mention.name, span: mention.span };
  };
  return {
    ...{ id: idOf('sta', id), source: head.id, passage: id, span, event, trigger: null },
    voice: [{ name: head.publisher ?? '', span: null, kind: 'publisher', guess: false }],
    ...{ polarity: isDenied ? 'negative' : 'positive', modality: 'asserted' },
    ...{ agent: role('agent'), patient: role('patient'), place: role('place') },
    ...{ quantity: figure?.quantity ?? null, figure: figure?.id ?? null, time: timeOf(day) },
    ...{ rule: 'bench/made', confidence: 1, doubts: [] },
  };
}

function timeOf(day: string): TimeReading {
  return {
    ...{ from: day, to: day, clock: null, zone: null, granularity: 'day', approx: false },
    ...{ basis: 'stated', steps: [] },
  };
}

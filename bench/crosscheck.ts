/**
 * `npm run bench:crosscheck [-- STATEMENTS...]`: time and memory of cross-checking piles of
 * 10,000, 100,000 and 1,000,000 statements (or as many as said), made from nothing: papers, calls
 * and logs that tell of arrests, deaths, deliveries and meetings of many people in many towns.
 * Each size runs in a process of its own; the growth is the time for ten times as many.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { crosscheck } from '../src/crosscheck/crosscheck.ts';
import { addDays } from '../src/statement/calendar.ts';
import { idOf } from '../src/statement/id.ts';
import type { Pile, SourceHead } from '../src/statement/pile.ts';
import type { Passage } from '../src/statement/source.ts';
import type { Identity, Mention, Statement } from '../src/statement/statement.ts';
import type { TimeReading } from '../src/statement/time.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const A_SOURCE = 50;
const EVENTS = ['arrest', 'release', 'die', 'bury', 'arrive', 'leave', 'deliver', 'pay', 'attack', 'treat'];
const PAST = [
  'arrested',
  'released',
  'mourned',
  'buried',
  'met',
  'left',
  'supplied',
  'paid',
  'attacked',
  'treated',
];

/** A fixed series of numbers: the same pile on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function dayOf(at: number): TimeReading {
  const day = addDays('2019-01-01', at);
  return {
    from: day,
    to: day,
    clock: null,
    zone: null,
    granularity: 'day',
    approx: false,
    basis: 'stated',
    steps: [],
  };
}

/** Names are drawn so that each is told of some ten times, whatever the size of the pile. */
function makePile(statements: number): Pile {
  const next = numbers(7);
  const people = Math.max(10, Math.floor(statements / 10));
  const towns = Math.max(10, Math.floor(statements / 40));
  const parts = { sources: [] as SourceHead[], statements: [] as Statement[], mentions: [] as Mention[] };
  const texts = new Map<string, string>();
  const passages = new Map<string, Passage[]>();
  const mentionsOf = new Map<string, string[]>();
  for (let at = 0; at * A_SOURCE < statements; at += 1) {
    const head = headOf(at);
    parts.sources.push(head);
    let text = '';
    const own: Passage[] = [];
    for (let line = 0; line < A_SOURCE; line += 1) {
      const [event, day] = [next(EVENTS.length), next(700)];
      const [agent, patient, town] = [
        `Person${next(people)}x Kell`,
        `Person${next(people)}x Kell`,
        `Town${next(towns)}x`,
      ];
      const start = text.length;
      const words = `${agent} ${PAST[event]} ${patient} in ${town} on ${addDays('2019-01-01', day)}.`;
      text += `${words}\n\n`;
      const passage = passageOf(head.id, line, start, start + words.length);
      own.push(passage);
      const mention = (name: string, kind: Mention['kind'], from: number): Mention => {
        const span = { start: start + from, end: start + from + name.length };
        const made = {
          id: idOf('men', head.id, span.start, kind),
          source: head.id,
          passage: passage.id,
          span,
          kind,
          name,
          title: null,
        };
        parts.mentions.push(made);
        const known = mentionsOf.get(`${kind} ${name}`);
        if (known === undefined) mentionsOf.set(`${kind} ${name}`, [made.id]);
        else known.push(made.id);
        return made;
      };
      const doer = mention(agent, 'person', 0);
      const done = mention(patient, 'person', words.indexOf(patient, agent.length));
      const place = mention(town, 'place', words.indexOf(town));
      parts.statements.push(
        statementOf(head, passage, EVENTS[event] ?? '', [doer, done, place], dayOf(day), next(20) === 0),
      );
    }
    texts.set(head.id, text);
    passages.set(head.id, own);
  }
  return {
    ...parts,
    sections: [],
    figures: [],
    relations: [],
    identities: [...mentionsOf].map(([key, mentions]): Identity => {
      const kind = key.startsWith('place ') ? 'place' : 'person';
      const name = key.slice(kind.length + 1);
      return {
        id: idOf('ide', key),
        kind,
        name,
        spellings: [name],
        status: 'proposed',
        mentions,
        reasons: [],
      };
    }),
    textOf: (source) => texts.get(source) ?? '',
    passagesOf: (source) => passages.get(source) ?? [],
  };
}

function headOf(at: number): SourceHead {
  return {
    id: `src_${at}`,
    sha256: String(at),
    file: `paper-${at}.txt`,
    path: `paper-${at}.txt`,
    byteLength: 0,
    mediaType: 'text/plain',
    encoding: null,
    kind: 'article',
    title: null,
    publisher: `Paper ${at}`,
    date: '2021-03-01',
    language: 'en',
    claims: [],
    doubts: [],
  };
}

function passageOf(source: string, index: number, start: number, end: number): Passage {
  const span = { start, end };
  return {
    id: idOf('psg', source, index),
    source,
    index,
    section: 0,
    kind: 'paragraph',
    span,
    body: span,
    speaker: null,
    time: null,
    cells: null,
    line: index + 1,
  };
}

function statementOf(
  head: SourceHead,
  passage: Passage,
  event: string,
  [agent, patient, place]: readonly Mention[],
  time: TimeReading,
  isDenied: boolean,
): Statement {
  const role = (mention: Mention | undefined) =>
    mention === undefined ? null : { mention: mention.id, text: mention.name, span: mention.span };
  return {
    id: idOf('sta', passage.id),
    source: head.id,
    passage: passage.id,
    span: passage.span,
    voice: [{ name: head.publisher ?? '', span: null, kind: 'publisher', guess: false }],
    event,
    trigger: null,
    polarity: isDenied ? 'negative' : 'positive',
    modality: 'asserted',
    agent: role(agent),
    patient: role(patient),
    place: role(place),
    quantity: null,
    figure: null,
    time,
    rule: 'bench/made',
    confidence: 1,
    doubts: [],
  };
}

function measure(statements: number): void {
  const pile = makePile(statements);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const { findings, happenings } = crosscheck(pile);
  const seconds = (performance.now() - began) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({
      statements,
      seconds,
      peak,
      pile: before / 2 ** 20,
      findings: findings.length,
      happenings: happenings.length,
    }),
  );
}

function compare(sizes: readonly number[]): void {
  let earlier: number | null = null;
  for (const size of sizes) {
    const run = spawnSync(
      process.execPath,
      ['--max-old-space-size=6000', fileURLToPath(import.meta.url), '--one', String(size)],
      { encoding: 'utf8' },
    );
    if (run.status !== 0) {
      console.log(`${size} statements: did not end (${run.stderr.trim().split('\n').at(-1)})`);
      process.exit(1);
    }
    const { seconds, peak, pile, findings, happenings } = JSON.parse(run.stdout);
    const growth = earlier === null ? '' : `, ${(seconds / earlier).toFixed(1)} times the time`;
    console.log(
      `${size} statements: ${seconds.toFixed(1)} s${growth}, peak memory ${peak.toFixed(0)} MiB (${pile.toFixed(0)} MiB with the pile alone), ${happenings} happenings, ${findings} findings`,
    );
    earlier = seconds;
  }
}

const [flag, size] = process.argv.slice(2);
if (flag === '--one') measure(Number(size));
else compare(process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES);

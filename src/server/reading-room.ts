import type { Casefile } from '../casefile/port.ts';
import { HearsayError } from '../errors.ts';
import type { Passage, Received } from '../statement/source.ts';
import type { Mention, Statement } from '../statement/statement.ts';
import type { StandingView } from './api/quote.ts';
import { rememberFor, rememberRecent } from './remember.ts';
import { markUndone, standingAfter, standingsOf, UNDECIDED } from './standing.ts';
import { type OpenAccount, openAccount } from './weigh-account.ts';

/** Code units of source text that are kept at hand, in all. */
const TEXT_AT_HAND = 64_000_000;
/** Statements and mentions that are kept at hand, in all. */
const READINGS_AT_HAND = 400_000;
/** Another process may read into the case while the desk is open: nothing that can change is kept longer. */
const KEEP_MS = 2000;

/** What was read in one source, by passage and in order. */
export interface SourceReading {
  readonly statements: readonly Statement[];
  readonly byPassage: ReadonlyMap<string, readonly Statement[]>;
  readonly namesByPassage: ReadonlyMap<string, readonly Mention[]>;
}

/** A case as the desk asks for it: what is asked for again and again is kept at hand, in bounded memory. */
export class ReadingRoom {
  readonly casefile: Casefile;
  readonly #account;
  readonly #received;
  readonly #statementCounts;
  readonly #texts;
  readonly #readings;
  readonly #counts;

  constructor(casefile: Casefile) {
    this.casefile = casefile;
    this.#account = rememberFor(KEEP_MS, async () => openAccount(await casefile.account()));
    this.#received = rememberFor(KEEP_MS, async () => this.#openReceived());
    this.#statementCounts = rememberFor(KEEP_MS, async () => countBySource(await casefile.statements()));
    this.#texts = rememberRecent(
      TEXT_AT_HAND,
      async (id) => casefile.source(id),
      (source) => source.text.length,
    );
    this.#readings = rememberRecent(READINGS_AT_HAND, async (id) => this.#openReading(id), weighReading);
    this.#counts = rememberRecent(
      10_000,
      async (id) => countPassages(casefile, id),
      () => 1,
    );
  }

  account(): Promise<OpenAccount> {
    return this.#account.get();
  }

  /** Files received with the heads of the sources that they became. */
  received() {
    return this.#received.get();
  }

  /** How many statements each source holds. */
  statementCounts(): Promise<Map<string, number>> {
    return this.#statementCounts.get();
  }

  /** A source with its text. A source's id is of its bytes, so what is kept never grows stale. */
  source(id: string) {
    return this.#texts(id);
  }

  reading(source: string): Promise<SourceReading> {
    return this.#readings(source);
  }

  passageCount(source: string): Promise<number> {
    return this.#counts(source);
  }

  /** The passage that holds an offset, or the last that starts before it; null in a source without passages. */
  async passageAt(source: string, start: number): Promise<Passage | null> {
    let low = 0;
    let high = (await this.passageCount(source)) - 1;
    let found: Passage | null = null;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [passage] = await this.casefile.passages(source, middle, middle + 1);
      if (!passage) return found;
      if (passage.span.start <= start || middle === 0) {
        found = passage;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }

  async standings(): Promise<Map<string, StandingView>> {
    return standingsOf(await this.casefile.decisions());
  }

  async standing(target: string): Promise<StandingView> {
    const decisions = await this.casefile.decisions(target);
    return decisions.length ? standingAfter(markUndone(decisions)) : UNDECIDED;
  }

  async #openReceived() {
    const [received, sources] = await Promise.all([this.casefile.received(), this.casefile.sources()]);
    const heads = new Map(sources.map((source) => [source.id, source]));
    return { received: unreadFirst(received), sources, heads };
  }

  async #openReading(id: string): Promise<SourceReading> {
    const [statements, mentions] = await Promise.all([
      this.casefile.statements({ source: id }),
      this.casefile.mentions(id),
    ]);
    const inOrder = [...statements].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return {
      statements: inOrder,
      byPassage: Map.groupBy(inOrder, (statement) => statement.passage),
      namesByPassage: Map.groupBy(mentions, (mention) => mention.passage),
    };
  }
}

function unreadFirst(received: readonly Received[]): Received[] {
  const order: readonly Received['outcome'][] = ['unreadable', 'read', 'superseded', 'duplicate'];
  return order.flatMap((outcome) => received.filter((file) => file.outcome === outcome));
}

function weighReading(reading: SourceReading): number {
  return reading.statements.length + reading.namesByPassage.size;
}

function countBySource(statements: readonly Statement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of statements) counts.set(source, (counts.get(source) ?? 0) + 1);
  return counts;
}

/** Counts by doubling and halving: some forty look-ups of one passage, however long the source is. */
async function countPassages(casefile: Casefile, source: string): Promise<number> {
  const has = async (index: number): Promise<boolean> =>
    (await casefile.passages(source, index, index + 1)).length > 0;
  if (!(await has(0))) return 0;
  let last = 0;
  let past = 1;
  while (await has(past)) {
    last = past;
    past *= 2;
    if (past > 2 ** 40) throw new HearsayError('server/fault', `Source ${source} has no end.`);
  }
  while (past - last > 1) {
    const middle = Math.floor((last + past) / 2);
    if (await has(middle)) last = middle;
    else past = middle;
  }
  return past;
}

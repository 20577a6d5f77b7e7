import type { Casefile, SourceCounts } from '../casefile/port.ts';
import { openGazetteer } from '../gazetteer/open-gazetteer.ts';
import { type LoggedSettlement, settlementsOf } from '../statement/settlement.ts';
import type { Passage, Received } from '../statement/source.ts';
import type { Mention, Statement } from '../statement/statement.ts';
import type { StandingView } from './api/quote.ts';
import { type Dated, gatherDated } from './gather-dated.ts';
import { gatherNetwork, type Network } from './gather-network.ts';
import { type Counted, gatherNumbers } from './gather-numbers.ts';
import { gatherPlaces, type PlacesOfCase } from './gather-places.ts';
import { openGround, type SearchGround } from './narrow-search.ts';
import { rememberRecent, rememberWhile } from './remember.ts';
import { markUndone, standingAfter, standingsOf, UNDECIDED } from './standing.ts';
import { gatherTold, type Told } from './view-tellings.ts';
import { type OpenAccount, openAccount } from './weigh-account.ts';

/** Code units of source text that are kept at hand, in all. */
const TEXT_AT_HAND = 64_000_000;
/** Statements and mentions that are kept at hand, in all. */
const READINGS_AT_HAND = 150_000;

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
  readonly #texts;
  readonly #readings;
  readonly #counts;
  readonly #numbers;
  readonly #dated;
  readonly #network;
  readonly #places;
  readonly #told;
  readonly #searchGround;

  constructor(casefile: Casefile) {
    this.casefile = casefile;
    // Another process may read into the case while the desk is open.
    const keep = <T>(load: () => Promise<T>) => rememberWhile(() => casefile.stamp(), load);
    this.#account = keep(async () => openAccount(await casefile.account()));
    this.#received = keep(async () => this.#openReceived());
    this.#counts = keep(async () => countsById(await casefile.counts()));
    this.#numbers = keep(async () => gatherNumbers(await casefile.statements(), await this.account()));
    this.#dated = keep(async () => gatherDated(await casefile.statements()));
    this.#network = keep(async () => this.#openNetwork());
    this.#places = keep(async () => this.#openPlaces());
    this.#told = keep(async () => this.#openTold());
    this.#searchGround = keep(async () => this.#openGround());
    this.#texts = rememberRecent(
      TEXT_AT_HAND,
      async (id) => casefile.source(id),
      (source) => source.text.length,
    );
    this.#readings = rememberRecent(
      READINGS_AT_HAND,
      async (key) => this.#openReading(key.slice(key.indexOf(' ') + 1)),
      weighReading,
    );
  }

  account(): Promise<OpenAccount> {
    return this.#account.get();
  }

  /** Files received with the heads of the sources that they became. */
  received() {
    return this.#received.get();
  }

  /** How many passages and statements each current source holds. */
  counts(): Promise<ReadonlyMap<string, SourceCounts>> {
    return this.#counts.get();
  }

  /** Every counted thing with the figures that are said of it. */
  numbers(): Promise<readonly Counted[]> {
    return this.#numbers.get();
  }

  /** Every statement whose days are known, earliest first. */
  dated(): Promise<readonly Dated[]> {
    return this.#dated.get();
  }

  /** Who speaks with whom, who is said to act on whom, whom a voice speaks for. */
  network(): Promise<Network> {
    return this.#network.get();
  }

  /** The places that statements name, with what the gazetteer knows of them. */
  places(): Promise<PlacesOfCase> {
    return this.#places.get();
  }

  /** What more than one source tells of. */
  told(): Promise<readonly Told[]> {
    return this.#told.get();
  }

  /** What a search is narrowed by. */
  searchGround(): Promise<SearchGround> {
    return this.#searchGround.get();
  }

  /** A source with its text. A source's id is of its bytes, so what is kept never grows stale. */
  source(id: string) {
    return this.#texts(id);
  }

  /** What was read of a source stays until somebody corrects it, here or in another process. */
  async reading(source: string): Promise<SourceReading> {
    return this.#readings(`${await this.casefile.stamp()} ${source}`);
  }

  async passageCount(source: string): Promise<number> {
    const known = (await this.counts()).get(source);
    // A source that a newer form has superseded is not counted any more; it can still be read.
    return known?.passages ?? (await this.casefile.passages(source)).length;
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

  /** What was found once and is settled by sources that came later, latest first. */
  async settled(): Promise<readonly LoggedSettlement[]> {
    return settlementsOf(await this.casefile.decisions());
  }

  async standing(target: string): Promise<StandingView> {
    const decisions = await this.casefile.decisions(target);
    return decisions.length ? standingAfter(markUndone(decisions)) : UNDECIDED;
  }

  async #openNetwork(): Promise<Network> {
    const [statements, sections, { identities }, mentions] = await Promise.all([
      this.casefile.statements(),
      this.casefile.sections(),
      this.account(),
      this.casefile.mentions(),
    ]);
    return gatherNetwork({ statements, sections, identities, mentions });
  }

  async #openPlaces(): Promise<PlacesOfCase> {
    const [statements, { identities }] = await Promise.all([this.casefile.statements(), this.account()]);
    return gatherPlaces(statements, identities, openGazetteer());
  }

  async #openTold(): Promise<Told[]> {
    const [{ happenings }, statements] = await Promise.all([this.account(), this.casefile.statements()]);
    return gatherTold(happenings, new Map(statements.map((statement) => [statement.id, statement])));
  }

  async #openGround(): Promise<SearchGround> {
    const [statements, sections, { identities }] = await Promise.all([
      this.casefile.statements(),
      this.casefile.sections(),
      this.account(),
    ]);
    return openGround(statements, sections, identities);
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

function countsById(counts: readonly SourceCounts[]): Map<string, SourceCounts> {
  return new Map(counts.map((count) => [count.source, count]));
}

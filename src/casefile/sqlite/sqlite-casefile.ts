import type { CaseEventsFile } from '../../statement/case-events.ts';
import { isCorrection } from '../../statement/correction.ts';
import type { Decision } from '../../statement/decision.ts';
import type { SourceHead } from '../../statement/pile.ts';
import type { Figure, FigureRelation } from '../../statement/quantity.ts';
import type { Doubt, Passage, Received, Section, Source } from '../../statement/source.ts';
import type { Mention, Statement } from '../../statement/statement.ts';
import { firstBrokenLink } from '../decision-chain.ts';
import type {
  Account,
  CaseAbout,
  Casefile,
  ReadAgain,
  ReadDocument,
  SearchQuery,
  SearchResult,
  SourceCounts,
  StatementFilter,
} from '../port.ts';
import { readAccount, replaceAccount } from './account-blocks.ts';
import type { CaseDatabase } from './case-database.ts';
import { countsOfSources } from './count-sources.ts';
import { appendDecision, readDecisions, readLog } from './decision-log.ts';
import type { Release } from './hold-lock.ts';
import { keepDocuments } from './keep-document.ts';
import { readOriginal } from './keep-original.ts';
import { versionOf } from './migrate.ts';
import { keptEvents, replaceEvents } from './read-again.ts';
import { readCorrected, readCorrectedFigures } from './read-corrected.ts';
import { currentSources, fail, itemsOf, passagesOf, passageWithId, sourceWithId } from './read-sources.ts';
import { type ReceivedRow, receive, receivedOf, sourceWithBytes } from './receive.ts';
import { searchPassages } from './search-passages.ts';

/** A case in one SQLite file. Each method is one transaction; writes are durable when they resolve. */
export class SqliteCasefile implements Casefile {
  readonly #database: CaseDatabase;
  readonly #release: Release;
  #writes = 0;

  constructor(database: CaseDatabase, release: Release) {
    this.#database = database;
    this.#release = release;
  }

  async about(): Promise<CaseAbout> {
    return this.#read((database) => {
      const row = database.get<{ title: string; created: string }>('SELECT title, created FROM about');
      return { title: row?.title ?? '', created: row?.created ?? '', version: versionOf(database) };
    });
  }

  async stamp(): Promise<string> {
    // SQLite counts what other connections commit; what this one writes is counted here.
    const others = this.#database.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
    return `${others}.${this.#writes}`;
  }

  async keep(document: ReadDocument): Promise<void> {
    await this.keepAll([document]);
  }

  async keepAll(documents: readonly ReadDocument[]): Promise<void> {
    this.#writes += 1;
    this.#write((database) => keepDocuments(database, documents));
  }

  async note(received: Received): Promise<void> {
    this.#writes += 1;
    this.#write((database) => receive(database, received));
  }

  async sourceWith(sha256: string): Promise<string | null> {
    return this.#read((database) => sourceWithBytes(database, sha256)?.id ?? null);
  }

  async received(): Promise<readonly Received[]> {
    return this.#read((database) =>
      database.all<ReceivedRow>('SELECT * FROM received WHERE latest = 1 ORDER BY path').map(receivedOf),
    );
  }

  async sources(): Promise<readonly SourceHead[]> {
    return this.#read(currentSources);
  }

  async source(id: string): Promise<Source> {
    return this.#read((database) => sourceWithId(database, id));
  }

  async counts(): Promise<readonly SourceCounts[]> {
    return this.#read(countsOfSources);
  }

  async sections(source?: string): Promise<readonly Section[]> {
    return this.#read((database) => itemsOf<Section>(database, 'section', source));
  }

  async passages(source: string, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<readonly Passage[]> {
    return this.#read((database) => passagesOf(database, source, from, to));
  }

  async passage(id: string): Promise<Passage> {
    return this.#read((database) => passageWithId(database, id));
  }

  async statements(filter: StatementFilter = {}): Promise<readonly Statement[]> {
    return this.#read((database) => readCorrected(database, filter));
  }

  async figures(source?: string): Promise<readonly Figure[]> {
    return this.#read((database) => readCorrectedFigures(database, source));
  }

  async relations(source?: string): Promise<readonly FigureRelation[]> {
    return this.#read((database) => itemsOf<FigureRelation>(database, 'relation', source));
  }

  async mentions(source?: string): Promise<readonly Mention[]> {
    return this.#read((database) => itemsOf<Mention>(database, 'mention', source));
  }

  async doubts(source: string): Promise<readonly Doubt[]> {
    return this.#read((database) => itemsOf<Doubt>(database, 'doubt', source));
  }

  async original(sha256: string): Promise<Uint8Array> {
    return this.#read((database) => readOriginal(database, sha256) ?? fail('original', sha256));
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    return this.#read((database) => searchPassages(database, query));
  }

  async replaceAccount(account: Account): Promise<void> {
    this.#writes += 1;
    this.#write((database) => replaceAccount(database, account));
  }

  async account(): Promise<Account> {
    return this.#read(readAccount);
  }

  async decide(decision: Omit<Decision, 'seq'>): Promise<Decision> {
    if (isCorrection(decision)) this.#writes += 1;
    return this.#write((database) => appendDecision(database, decision));
  }

  async decisions(target?: string): Promise<readonly Decision[]> {
    return this.#read((database) => readDecisions(database, target));
  }

  async firstChangedDecision(): Promise<number | null> {
    return this.#read((database) => firstBrokenLink(readLog(database)));
  }

  async events(): Promise<CaseEventsFile | null> {
    return this.#read(keptEvents);
  }

  async replaceEvents(events: CaseEventsFile, readAgain: ReadAgain): Promise<number> {
    this.#writes += 1;
    return this.#write((database) => replaceEvents(database, events, readAgain));
  }

  async close(): Promise<void> {
    this.#database.close();
    this.#release();
  }

  #read<Result>(work: (database: CaseDatabase) => Result): Result {
    return this.#database.read(() => work(this.#database));
  }

  #write<Result>(work: (database: CaseDatabase) => Result): Result {
    return this.#database.write(() => work(this.#database));
  }
}

import { createHash } from 'node:crypto';
import type { Account, CaseAbout, Casefile, ReadDocument, SearchQuery } from '../../src/casefile/port.ts';
import { HearsayError } from '../../src/errors.ts';
import { correctionsOf, correctStatements, isCorrection } from '../../src/statement/correction.ts';
import type { Decision } from '../../src/statement/decision.ts';
import type { Passage, Received, Section, Source } from '../../src/statement/source.ts';
import type { Mention, Statement } from '../../src/statement/statement.ts';

export interface FakeDocument {
  readonly source: Source;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  readonly mentions: readonly Mention[];
}

export interface FakeContents {
  readonly title: string;
  readonly documents: readonly FakeDocument[];
  readonly received: readonly Received[];
  readonly account: Account;
}

export const NOTHING: Account = {
  ...{ identities: [], happenings: [], findings: [], holdings: [] },
  ...{ origins: { nodes: [], edges: [] }, proposals: [] },
};

/** A case in memory, for the server's and the desk's tests: it keeps decisions and finds words, no more. */
export class FakeCase implements Casefile {
  readonly #contents: FakeContents;
  readonly #log: Decision[] = [];
  /** Set to have every decision fail, as in a case that another process writes. */
  locked = false;

  constructor(contents: Partial<FakeContents> = {}) {
    this.#contents = { title: 'Untitled', documents: [], received: [], account: NOTHING, ...contents };
  }

  async about(): Promise<CaseAbout> {
    return { title: this.#contents.title, created: '2021-07-02T09:30:00.000Z', version: 1 };
  }

  async stamp() {
    return String(this.#log.filter(isCorrection).length);
  }

  keep(document: ReadDocument): Promise<void> {
    throw new Error(`the fake case keeps nothing: ${document.source.id}`);
  }

  keepAll(): Promise<void> {
    throw new Error('the fake case keeps nothing');
  }

  note(): Promise<void> {
    throw new Error('the fake case keeps nothing');
  }

  async events() {
    return null;
  }

  replaceEvents(): Promise<number> {
    throw new Error('the fake case keeps nothing');
  }

  async sourceWith(sha256: string): Promise<string | null> {
    return this.#contents.documents.find(({ source }) => source.sha256 === sha256)?.source.id ?? null;
  }

  async received() {
    return this.#contents.received;
  }

  async sources() {
    return this.#contents.documents.map(({ source: { text: _, ...head } }) => head);
  }

  async counts() {
    return this.#contents.documents.map(({ source, passages, statements }) => ({
      source: source.id,
      passages: passages.length,
      statements: statements.length,
    }));
  }

  #document(id: string): FakeDocument {
    const document = this.#contents.documents.find(({ source }) => source.id === id);
    if (document) return document;
    throw new HearsayError('casefile/no-such-item', `There is no source ${id} in this case.`);
  }

  async source(id: string) {
    return this.#document(id).source;
  }

  #all<T>(source: string | undefined, part: (document: FakeDocument) => readonly T[]): T[] {
    const { documents } = this.#contents;
    return documents.filter((document) => !source || document.source.id === source).flatMap(part);
  }

  async sections(source?: string) {
    return this.#all(source, (document) => document.sections);
  }

  async passages(source: string, from = 0, to = Number.POSITIVE_INFINITY) {
    return this.#document(source).passages.slice(from, to);
  }

  async passage(id: string) {
    const found = this.#all(undefined, (document) => document.passages).find((passage) => passage.id === id);
    if (found) return found;
    throw new HearsayError('casefile/no-such-item', `There is no passage ${id} in this case.`);
  }

  async statements(filter: { source?: string; ids?: readonly string[]; event?: string } = {}) {
    const read = this.#all(filter.source, (document) => document.statements).filter(
      (statement) => !filter.ids || filter.ids.includes(statement.id),
    );
    return correctStatements(read, correctionsOf(this.#log), filter, () => true);
  }

  async figures() {
    return [];
  }

  async relations() {
    return [];
  }

  async mentions(source?: string) {
    return this.#all(source, (document) => document.mentions);
  }

  async doubts(source: string) {
    return this.#document(source).source.doubts;
  }

  async original(sha256: string) {
    return new TextEncoder().encode(sha256);
  }

  async search({ words, source, accepts, limit, offset }: SearchQuery) {
    const needle = words.replaceAll('"', '').toLocaleLowerCase();
    const hits = this.#all(source, (document) => document.passages.map((passage) => ({ document, passage })))
      .map(({ document: { source: whole }, passage }) => {
        const { text, ...head } = whole;
        const excerpt = text.slice(passage.body.start, passage.body.end);
        const at = excerpt.toLocaleLowerCase().indexOf(needle);
        const start = passage.body.start + at;
        const marks = [{ start, end: start + needle.length }];
        return { at, hit: { passage, source: head, excerpt, excerptStart: passage.body.start, marks } };
      })
      .filter(({ at, hit }) => at >= 0 && (accepts?.(hit.passage, hit.source) ?? true))
      .map(({ hit }) => hit);
    return { hits: hits.slice(offset, offset + limit), count: hits.length, countIsLowerBound: false };
  }

  async replaceAccount(): Promise<void> {
    throw new Error('the fake case keeps nothing');
  }

  async account() {
    return this.#contents.account;
  }

  async decide(decision: Omit<Decision, 'seq'>) {
    if (this.locked) {
      throw new HearsayError('casefile/locked', 'Another process is writing into this case. Try again.');
    }
    const kept = { ...decision, seq: this.#log.length + 1 };
    this.#log.push(kept);
    return kept;
  }

  async decisions(target?: string) {
    return this.#log.filter((decision) => !target || decision.target === target);
  }

  async firstChangedDecision(): Promise<number | null> {
    return null;
  }

  async close(): Promise<void> {}
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

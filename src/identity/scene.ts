import type { Passage, Section } from '../statement/source.ts';

/** What stands around the mentions of a case. Texts and passages come when asked for. */
export interface Scene {
  readonly sections: readonly Section[];
  textOf(source: string): string;
  /** In order. */
  passagesOf(source: string): Iterable<Passage>;
}

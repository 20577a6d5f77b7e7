import type { Figure, FigureRelation } from './quantity.ts';
import type { Doubt, Passage, Section, Source } from './source.ts';
import type { Mention, Statement } from './statement.ts';

/** What intake gives for one document. Passages come in order and may be produced as they are asked for. */
export interface Intake {
  readonly source: Source;
  readonly sections: readonly Section[];
  readonly passages: Iterable<Passage>;
}

/** What reading gives for one document. */
export interface Reading {
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
  readonly relations: readonly FigureRelation[];
  readonly statements: readonly Statement[];
  /** What was counted or quoted but could not be understood. */
  readonly doubts: readonly Doubt[];
}

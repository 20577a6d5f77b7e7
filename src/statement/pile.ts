import type { Figure, FigureRelation } from './quantity.ts';
import type { Passage, Section, Source } from './source.ts';
import type { Identity, Mention, Statement } from './statement.ts';

/** A source without its text, which may be large. */
export type SourceHead = Omit<Source, 'text'>;

/** Everything that was read of a case, as cross-checking asks for it. Large things come when asked for. */
export interface Pile {
  readonly sources: readonly SourceHead[];
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly relations: readonly FigureRelation[];
  readonly mentions: readonly Mention[];
  readonly identities: readonly Identity[];
  textOf(source: string): string;
  /** In order. */
  passagesOf(source: string): Iterable<Passage>;
}

import type { SpanView } from '../../../src/server/api/quote.ts';
import { splitRuns } from '../words/split-runs.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly textStart: number;
  readonly marks: readonly SpanView[];
}

/** Words of a source with some of them marked. Text nodes only, whatever the source holds. */
export function MarkedText({ text, textStart, marks }: MarkedTextProps) {
  const runs = splitRuns(
    text,
    textStart,
    marks.map((span) => ({ span, mark: true })),
  );
  return runs.map((run) =>
    run.marks.length ? <mark key={run.start}>{run.text}</mark> : <span key={run.start}>{run.text}</span>,
  );
}

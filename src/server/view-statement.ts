import type { SourceHead } from '../statement/pile.ts';
import type { Quantity } from '../statement/quantity.ts';
import type { Correction, Statement, Voice } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import type {
  QuantityView,
  SourceRef,
  StandingView,
  StatementView,
  TimeView,
  VoiceView,
} from './api/quote.ts';
import { UNDECIDED } from './standing.ts';
import type { OpenAccount } from './weigh-account.ts';

export function viewSource(source: SourceHead): SourceRef {
  const { id, file, title, publisher, kind, language } = source;
  return { id, file, title, publisher, kind, language };
}

export function viewVoice({ name, kind, guess }: Voice): VoiceView {
  return { name, kind, guess };
}

export function viewTime(time: TimeReading | null): TimeView | null {
  if (!time) return null;
  const { from, to, clock, granularity, approx, basis, steps } = time;
  return { from, to, clock, granularity, approx, basis, steps: [...steps] };
}

function viewQuantity(quantity: Quantity | null): QuantityView | null {
  if (!quantity) return null;
  const { min, max, of, per, cumulative } = quantity;
  return { min, max, of, per, cumulative };
}

function viewCorrection(correction: Correction | undefined): StatementView['correction'] {
  if (!correction) return null;
  const { seq, who, at, was } = correction;
  const before = was && {
    voices: was.voice.map(viewVoice),
    event: was.event,
    quantity: viewQuantity(was.quantity),
    time: viewTime(was.time),
  };
  return { seq, who, at, was: before };
}

/** A statement as the desk shows it; `index` is the place of its passage. */
export function viewStatement(
  statement: Statement,
  index: number,
  account: OpenAccount,
  standings: ReadonlyMap<string, StandingView>,
): StatementView {
  const { id, span, event, polarity, modality, rule, confidence } = statement;
  return {
    id,
    index,
    event,
    polarity,
    modality,
    rule,
    confidence,
    span: { start: span.start, end: span.end },
    voices: statement.voice.map(viewVoice),
    agent: statement.agent?.text ?? null,
    patient: statement.patient?.text ?? null,
    place: statement.place?.text ?? null,
    quantity: viewQuantity(statement.quantity),
    time: viewTime(statement.time),
    doubts: statement.doubts.map((doubt) => doubt.text),
    correction: viewCorrection(statement.corrected),
    standing: standings.get(id) ?? UNDECIDED,
    findings: [...(account.findingsOf.get(id) ?? [])],
  };
}

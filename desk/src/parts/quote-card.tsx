import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useState } from 'react';
import type { QuoteView, StatementView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { questions, useCorrect } from '../queries.ts';
import { joinWords } from '../words/say-number.ts';
import { sayEvent, sayModality, saySpeaker } from '../words/say-statement.ts';
import { sayTime } from '../words/say-time.ts';
import { CorrectForm } from './correct-form.tsx';
import { CorrectionNote } from './correction-note.tsx';
import { MarkedText } from './marked-text.tsx';
import { VoiceChain } from './voice-chain.tsx';

/** Rows and headings are copied out, not spoken. */
const UNSPOKEN = new Set(['row', 'header', 'heading', 'note', 'boilerplate']);

interface QuoteCardProps {
  readonly quote: QuoteView;
  /** The words that do not fit are marked as such. */
  readonly clash: boolean;
  /** The number that opens it, on a finding's page. */
  readonly number?: number;
  /** With what it was read as. */
  readonly full?: boolean;
}

/** Words of a source on paper, with one thin rule for every voice between the reader and the speaker. */
export function QuoteCard({ quote, clash, number, full = false }: QuoteCardProps) {
  const depth = { '--d': Math.max(1, quote.voices.length) } as CSSProperties;
  const { kind } = quote.passage;
  const spoken = !UNSPOKEN.has(kind) && !/^\s*["“«„]/u.test(quote.text);
  return (
    <figure className={`quote${clash ? ' clash' : ''}`} style={depth}>
      {full && quote.statement && <ReadAs statement={quote.statement} />}
      <blockquote dir="auto" lang={quote.source.language ?? undefined} data-spoken={spoken || undefined}>
        {quote.cutBefore && <span aria-hidden="true">… </span>}
        <MarkedText text={quote.text} textStart={quote.textStart} marks={quote.marks} />
        {quote.cutAfter && <span aria-hidden="true"> …</span>}
      </blockquote>
      <figcaption>
        <VoiceChain voices={quote.voices} />
        <span className="where">
          {number !== undefined && <kbd>{number}</kbd>}
          <QuotePlace quote={quote} />
        </span>
      </figcaption>
      {full && quote.statement && <CorrectHere statement={quote.statement} />}
    </figure>
  );
}

function ReadAs({ statement }: { statement: StatementView }) {
  const who = useQuery(questions.case()).data?.who ?? '';
  const [time, caution] = [sayTime(statement.time), sayModality(statement.modality)];
  return (
    <div className="says">
      <p>
        <b>
          <bdi>{saySpeaker(statement)}</bdi>:
        </b>{' '}
        {joinWords([joinWords([sayEvent(statement), time], 'semicolon'), caution], 'stop')}
      </p>
      <CorrectionNote statement={statement} who={who} />
    </div>
  );
}

/** Corrects the reading that a finding rests on, where it is seen to be wrong. */
function CorrectHere({ statement }: { statement: StatementView }) {
  const [open, setOpen] = useState(false);
  const correct = useCorrect();
  if (open) return <CorrectForm statement={statement} onClose={() => setOpen(false)} />;
  return (
    <p className="mend">
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {t('correct.title')}
      </button>
      {statement.correction && (
        <button
          type="button"
          className="plain"
          onClick={() => correct.mutate({ does: 'undo', statement: statement.id })}
        >
          {t('correct.undo')}
        </button>
      )}
    </p>
  );
}

/** Where a quote stands, as a link into the reader. */
export function QuotePlace({ quote }: { quote: QuoteView }) {
  const { source, passage, span } = quote;
  return (
    <Link to="/source/$id" params={{ id: source.id }} search={{ at: `${span.start}-${span.end}` }}>
      <bdi>{source.file}</bdi>
      {passage.section && (
        <>
          {t('text.comma')}
          <bdi>{passage.section}</bdi>
        </>
      )}
      {t('text.comma')}
      {t('text.line', { line: passage.line })}
    </Link>
  );
}

import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { QuoteView } from '../../../src/server/api/quote.ts';
import { sayEvent, sayModality, saySpeaker } from '../words/say-statement.ts';
import { sayTime } from '../words/say-time.ts';
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
      {full && quote.statement && <ReadAs quote={quote} />}
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
    </figure>
  );
}

function ReadAs({ quote: { statement } }: { quote: QuoteView }) {
  if (!statement) return null;
  const [time, caution] = [sayTime(statement.time), sayModality(statement.modality)];
  return (
    <p className="says">
      <b>
        <bdi>{saySpeaker(statement)}</bdi>:
      </b>{' '}
      {[sayEvent(statement), time].filter((word) => word).join('; ')}
      {caution && `. ${caution}`}
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
          , <bdi>{passage.section}</bdi>
        </>
      )}
      , line {passage.line}
    </Link>
  );
}

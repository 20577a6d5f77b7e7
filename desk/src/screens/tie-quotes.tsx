import type { TieReply } from '../../../src/server/api/network.ts';
import { QuoteCard } from '../parts/quote-card.tsx';
import { sayCount } from '../words/say-number.ts';
import { sayDays } from '../words/say-time.ts';
import { TIE_NAMES } from '../words/tie-names.ts';

/** What binds two, tie by tie, with the quotes that show it. */
export function TieQuotes({ reply }: { reply: TieReply }) {
  const { a, b, ties } = reply;
  return (
    <div className="edgeq">
      {ties.map((tie) => {
        const [one, other] = tie.back ? [b, a] : [a, b];
        return (
          <section key={`${tie.type}${tie.back}`}>
            <div className="open">
              <h2>
                <bdi>{one}</bdi> {tie.type === 'speaks' ? 'with' : 'to'} <bdi>{other}</bdi>
              </h2>
              <span className="meta">{sayCount(tie.count, 'statement')}</span>
            </div>
            <p className="meta">
              {TIE_NAMES[tie.type]}: {tie.events.join(', ')}. {sayCount(tie.voices, 'voice')}
              {tie.first && tie.last && `, ${sayDays(tie.first, tie.last)}`}.
            </p>
            {tie.quotes.map((quote) => (
              <QuoteCard
                key={quote.statement?.id ?? `${quote.source.id}${quote.span.start}`}
                quote={quote}
                clash={(quote.statement?.findings.length ?? 0) > 0}
              />
            ))}
            {tie.quotes.length < tie.count && (
              <p className="meta">The first {tie.quotes.length} are shown.</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

import type { RestReply } from '../../../src/server/api/origins.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { sayTeller } from '../words/say-source.ts';

/** The words by which one rests on another. */
export function RestQuotes({ reply: { from, to, rests } }: { reply: RestReply }) {
  return (
    <div className="edgeq">
      {rests.map(({ basis, quotes }) => (
        <section key={basis}>
          <div className="open">
            <h2>
              <Say of="origins.pair" with={{ from: <bdi>{from.name}</bdi>, to: <bdi>{to.name}</bdi> }} />
            </h2>
          </div>
          <p className="meta">
            {t(basis === 'credit' ? 'origins.creditNote' : 'origins.copiedNote')} <bdi>{to.name}</bdi>:{' '}
            {sayTeller(to)}.
          </p>
          {quotes.map((quote) => (
            <QuoteCard
              key={`${quote.source.id}${quote.span.start}`}
              quote={quote}
              clash={(quote.statement?.findings.length ?? 0) > 0}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

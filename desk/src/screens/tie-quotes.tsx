import type { TieReply } from '../../../src/server/api/network.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { joinWords, sayCount, sayNumber } from '../words/say-number.ts';
import { sayDays } from '../words/say-time.ts';

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
                <Say
                  of={tie.type === 'speaks' ? 'network.with' : 'network.to'}
                  with={{ one: <bdi>{one}</bdi>, other: <bdi>{other}</bdi> }}
                />
              </h2>
              <span className="meta">{sayCount(tie.count, 'statement')}</span>
            </div>
            <p className="meta">
              {joinWords(
                [
                  t('text.colon', { label: t(`network.${tie.type}`), words: joinWords(tie.events) }),
                  joinWords([
                    sayCount(tie.voices, 'voice'),
                    tie.first && tie.last && sayDays(tie.first, tie.last),
                  ]),
                ],
                'stop',
              )}
              .
            </p>
            {tie.quotes.map((quote) => (
              <QuoteCard
                key={quote.statement?.id ?? `${quote.source.id}${quote.span.start}`}
                quote={quote}
                clash={(quote.statement?.findings.length ?? 0) > 0}
              />
            ))}
            {tie.quotes.length < tie.count && (
              <p className="meta">{t('network.firstShown', { n: sayNumber(tie.quotes.length) })}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { HoldingView } from '../../../src/server/api/findings.ts';
import { locale, t } from '../language/language.ts';
import { Assumptions, Steps } from '../parts/derivation.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { questions } from '../queries.ts';
import { kindName } from '../words/kind-names.ts';

const route = getRouteApi('/holds');
const PAGE = 30;

/** What was compared and holds, and what was rightly not compared: why the rest is believed. */
export function HoldsScreen() {
  const { from = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const held = useQuery({
    ...questions.holdings({ offset: from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.holds')}</h1>
        <p>{t('holds.about')}</p>
      </div>
      {held.error && <FaultNotice fault={held.error} onRetry={() => void held.refetch()} />}
      {!held.data && !held.error && <Waiting />}
      {held.data?.count === 0 && (
        <Nothing title={t('front.noHolds')}>
          <p>{t('holds.noneDo')}</p>
        </Nothing>
      )}
      <section className="list" aria-label={t('holds.label')}>
        {held.data?.holdings.map((holding) => (
          <Holding key={holding.id} holding={holding} />
        ))}
      </section>
      <Pager
        offset={from}
        limit={PAGE}
        count={held.data?.count ?? 0}
        onTurn={(offset) => void navigate({ search: offset ? { from: offset } : {} })}
      />
    </>
  );
}

function Holding({ holding }: { holding: HoldingView }) {
  return (
    <article className="fs">
      <div>
        <p className="tag">
          <span className="kind">{t(holding.compared ? 'holds.holds' : 'holds.notCompared')}</span>
          {holding.compared &&
            t('holds.checkedFor', { kind: kindName(holding.kind).toLocaleLowerCase(locale()) })}
        </p>
        <h2>
          <Sentence text={holding.why} />
        </h2>
        {(holding.steps.length > 0 || holding.assumes.length > 0) && (
          <details>
            <summary>{t('finding.follows')}</summary>
            <Steps steps={holding.steps} quotes={holding.quotes} clash={false} />
            <Assumptions assumes={holding.assumes} />
          </details>
        )}
      </div>
      <div className="pair">
        {holding.quotes.map((quote) => (
          <QuoteCard
            key={`${quote.source.id}:${quote.span.start}-${quote.span.end}`}
            quote={quote}
            clash={false}
          />
        ))}
      </div>
    </article>
  );
}

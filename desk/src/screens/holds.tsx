import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { HoldingView } from '../../../src/server/api/findings.ts';
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
        <h1>What holds</h1>
        <p>
          Comparisons that were made and hold, and figures that look alike and were rightly not compared. They
          are never counted among the findings.
        </p>
      </div>
      {held.error && <FaultNotice fault={held.error} onRetry={() => void held.refetch()} />}
      {!held.data && !held.error && <Waiting />}
      {held.data?.count === 0 && (
        <Nothing title="No comparison has held so far.">
          <p>As soon as two sources speak of the same thing, what agrees stands here.</p>
        </Nothing>
      )}
      <section className="list" aria-label="Comparisons">
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
          <span className="kind">{holding.compared ? 'Holds' : 'Not compared'}</span>
          {holding.compared && `checked for: ${kindName(holding.kind).toLowerCase()}`}
        </p>
        <h2>
          <Sentence text={holding.why} />
        </h2>
        {(holding.steps.length > 0 || holding.assumes.length > 0) && (
          <details>
            <summary>How it follows</summary>
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

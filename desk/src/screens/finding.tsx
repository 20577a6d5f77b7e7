import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { FindingView, PictureView } from '../../../src/server/api/findings.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { Assumptions, DecisionLog, Steps } from '../parts/derivation.tsx';
import { FindingTag } from '../parts/finding-marks.tsx';
import { useScaleForm } from '../parts/interval-chart.tsx';
import { JudgeBar } from '../parts/judge-bar.tsx';
import { FaultNotice, Waiting } from '../parts/notices.tsx';
import { Picture, PictureLegend } from '../parts/picture.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { questions } from '../queries.ts';
import { isQuiet } from '../words/kind-names.ts';
import { sayCount, sayNumber, sayUnit } from '../words/say-number.ts';

const route = getRouteApi('/finding/$id');

/** One finding: its quotes side by side, how it follows, what it assumes, its picture, what was decided. */
export function FindingScreen() {
  const { id } = route.useParams();
  const found = useQuery(questions.finding(id));
  const who = useQuery(questions.case()).data?.who ?? '';
  if (found.error) return <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <FindingPage key={id} finding={found.data} who={who} /> : <Waiting />;
}

function FindingPage({ finding, who }: { finding: FindingView; who: string }) {
  const navigate = useNavigate();
  const { previous, next } = finding;
  useNeighbours(previous, next);
  const go = (id: string | null): void => void (id && navigate({ to: '/finding/$id', params: { id } }));
  const openQuote = (place: number): void => {
    const quote = finding.quotes[place];
    if (!quote) return;
    const { source, span } = quote;
    void navigate({
      to: '/source/$id',
      params: { id: source.id },
      search: { at: `${span.start}-${span.end}` },
    });
  };
  useKeys({
    j: () => go(next),
    k: () => go(previous),
    o: () => openQuote(0),
    ...Object.fromEntries(finding.quotes.slice(0, 9).map((_, place) => [place + 1, () => openQuote(place)])),
  });
  return (
    <>
      <Crumb finding={finding} />
      <div className="fhead">
        <FindingTag finding={finding} who={who} />
        <h1>
          <Sentence text={finding.why} />
        </h1>
      </div>
      <Quotes finding={finding} />
      <div className="duo">
        <div>
          <Derivation finding={finding} />
        </div>
        <div>
          {finding.picture && <PictureSection picture={finding.picture} />}
          <section>
            <div className="open">
              <h2>{t('finding.decided')}</h2>
              <span className="meta">{t('finding.kept')}</span>
            </div>
            <DecisionLog finding={finding} who={who} />
          </section>
        </div>
      </div>
      <JudgeBar
        target={finding.id}
        standing={finding.standing}
        who={who}
        onNext={next ? () => go(next) : null}
      />
    </>
  );
}

/** Fetches the findings before and after this one, so that a step to them shows them at once. */
function useNeighbours(previous: string | null, next: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    for (const id of [next, previous]) if (id) void queries.prefetchQuery(questions.finding(id));
  }, [queries, previous, next]);
}

function Crumb({ finding }: { finding: FindingView }) {
  const { previous, next, place, of } = finding;
  return (
    <div className="crumb">
      <span>
        <Link to="/">{t('rooms.front')}</Link>
        {t('text.comma')}
        {t('finding.page', { place: sayNumber(place), of: sayNumber(of) })}
      </span>
      <span className="row">
        {previous && (
          <Link to="/finding/$id" params={{ id: previous }}>
            <kbd>k</kbd> {t('finding.previous')}
          </Link>
        )}
        {next && (
          <Link to="/finding/$id" params={{ id: next }}>
            {t('finding.next')} <kbd>j</kbd>
          </Link>
        )}
      </span>
    </div>
  );
}

function Quotes({ finding }: { finding: FindingView }) {
  const { quotes, quoteCount } = finding;
  return (
    <>
      <div className={`quotes n${Math.min(quotes.length, 3)}`}>
        {quotes.map((quote, place) => (
          <QuoteCard
            // biome-ignore lint/suspicious/noArrayIndexKey: steps point at quotes by their place
            key={place}
            quote={quote}
            clash={!isQuiet(finding.kind)}
            full
            {...(place < 9 && { number: place + 1 })}
          />
        ))}
      </div>
      {quoteCount > quotes.length && (
        <p className="meta">
          {t('finding.restsOn', { quotes: sayCount(quoteCount, 'quote'), shown: sayNumber(quotes.length) })}
        </p>
      )}
    </>
  );
}

function Derivation({ finding }: { finding: FindingView }) {
  return (
    <>
      {finding.steps.length > 0 && (
        <section>
          <div className="open">
            <h2>{t('finding.follows')}</h2>
            <span className="meta">{t('finding.pencil')}</span>
          </div>
          <Steps steps={finding.steps} quotes={finding.quotes} clash={!isQuiet(finding.kind)} />
        </section>
      )}
      <section>
        <div className="open">
          <h2>{t('finding.assumes')}</h2>
          <span className="meta">{t('finding.dashed')}</span>
        </div>
        {finding.assumes.length > 0 ? (
          <Assumptions assumes={finding.assumes} />
        ) : (
          <p className="meta">{t('finding.noAssumption')}</p>
        )}
      </section>
    </>
  );
}

function PictureSection({ picture }: { picture: PictureView }) {
  const rows = picture.type === 'intervals' ? picture.rows : [];
  const { form, free, choose, turn } = useScaleForm(rows);
  useKeys({ s: turn });
  return (
    <section>
      <div className="open">
        <h2>
          {t('finding.picture')}
          {'unit' in picture && <span className="unit"> {sayUnit(picture.unit)}</span>}
        </h2>
        {free && (
          <fieldset className="seg">
            <legend className="vh">{t('finding.scale')}</legend>
            <button type="button" aria-pressed={form === 'log'} onClick={() => choose('log')}>
              {t('finding.log')}
            </button>
            <button type="button" aria-pressed={form === 'even'} onClick={() => choose('even')}>
              {t('finding.even')}
            </button>
          </fieldset>
        )}
      </div>
      <figure>
        <Picture picture={picture} form={form} />
        <PictureLegend picture={picture} />
      </figure>
    </section>
  );
}

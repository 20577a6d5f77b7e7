import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { HitView, SearchReply } from '../../../src/server/api/search.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { isNarrowed, type Narrowed, SearchFilters } from '../parts/search-filters.tsx';
import { questions } from '../queries.ts';
import { sayCount } from '../words/say-number.ts';

const route = getRouteApi('/search');
const PAGE = 30;

/** Search over all passages, or some: by source, voice, language and days. */
export function SearchScreen() {
  const { words = '', from = 0, ...narrowed } = route.useSearch();
  const { since, until, ...others } = narrowed;
  const navigate = route.useNavigate();
  const found = useQuery({
    ...questions.search({ words, ...others, from: since, to: until, offset: from, limit: PAGE }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const search = (wanted: string, narrow: Narrowed, offset = 0): void => {
    const given = Object.entries(narrow).filter(([, value]) => value);
    void navigate({
      search: {
        ...(wanted && { words: wanted }),
        ...Object.fromEntries(given),
        ...(offset && { from: offset }),
      },
    });
  };
  useKeys({
    '/': () => document.querySelector<HTMLElement>('.searchbox input')?.focus(),
    j: () => stepHit(1),
    k: () => stepHit(-1),
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.search')}</h1>
        <SearchBox
          eager
          label={t('search.label')}
          words={words}
          placeholder={t('search.placeholder')}
          onSearch={(wanted) => search(wanted, narrowed)}
        />
        <SearchFilters narrowed={narrowed} onNarrow={(narrow) => search(words, narrow)} />
        {narrowed.source && <WithinSource id={narrowed.source} words={words} />}
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {words !== '' && found.isLoading && <Waiting />}
      {words === '' && (
        <Nothing title={t('search.empty')}>
          <p>{t('search.emptyDo')}</p>
        </Nothing>
      )}
      {words !== '' && found.data && (
        <Hits reply={found.data} words={words} isNarrowed={isNarrowed(narrowed)} />
      )}
      <Pager
        offset={from}
        limit={PAGE}
        count={words === '' ? 0 : (found.data?.count ?? 0)}
        onTurn={(offset) => search(words, narrowed, offset)}
      />
    </>
  );
}

/** From one hit's link to the next, as the Tab key would, but past all else. */
function stepHit(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('.hits a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}

function WithinSource({ id, words }: { id: string; words: string }) {
  const file = useQuery(questions.source(id)).data?.file;
  return (
    <p className="meta">
      <Say of="search.only" with={{ file: <bdi>{file}</bdi> }} />{' '}
      <Link to="/search" search={words ? { words } : {}}>
        {t('search.whole')}
      </Link>
    </p>
  );
}

interface HitsProps {
  readonly reply: SearchReply;
  readonly words: string;
  readonly isNarrowed: boolean;
}

function Hits({ reply, words, isNarrowed: narrowed }: HitsProps) {
  if (reply.count === 0) {
    return (
      <Nothing title={t('search.none')}>
        <p>
          {narrowed ? (
            t('search.noneNarrowed')
          ) : (
            <Say of="search.noneDo" with={{ words: <bdi>{words}</bdi> }} />
          )}
        </p>
      </Nothing>
    );
  }
  return (
    <>
      <p className="meta" role="status">
        {reply.countIsLowerBound
          ? t('search.atLeast', { passages: sayCount(reply.count, 'passage') })
          : sayCount(reply.count, 'passage')}
      </p>
      <ol className="hits">
        {reply.hits.map((hit) => (
          <Hit key={`${hit.source.id}:${hit.index}`} hit={hit} />
        ))}
      </ol>
    </>
  );
}

function Hit({ hit }: { hit: HitView }) {
  const { source, speaker, marks, span } = hit;
  const [mark = span] = marks;
  return (
    <li>
      <p className="where">
        <Link to="/source/$id" params={{ id: source.id }} search={{ at: `${mark.start}-${mark.end}` }}>
          <bdi>{source.file}</bdi>
          {t('text.comma')}
          {t('text.line', { line: hit.line })}
        </Link>
        {speaker && (
          <bdi className={speaker.unknown || speaker.guess ? 'guess' : undefined}>{speaker.name}</bdi>
        )}
      </p>
      <blockquote dir="auto" lang={source.language ?? undefined}>
        {hit.textStart > span.start && !speaker && <span aria-hidden="true">… </span>}
        <MarkedText text={hit.text} textStart={hit.textStart} marks={marks} />
        {hit.textStart + hit.text.length < span.end && <span aria-hidden="true"> …</span>}
      </blockquote>
    </li>
  );
}

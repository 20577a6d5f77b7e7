import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import type { StatementView } from '../../../src/server/api/quote.ts';
import type { SourceReply } from '../../../src/server/api/sources.ts';
import { spanIn } from '../addresses.ts';
import { announce } from '../announcer.ts';
import { client } from '../client.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { EditorContext } from '../parts/editor-context.ts';
import { JudgeBar } from '../parts/judge-bar.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { questions, useCorrect } from '../queries.ts';
import { capitalize, joinWords, sayBytes, sayCount, sayNumber } from '../words/say-number.ts';
import { sayKind, sayLanguage } from '../words/say-source.ts';
import { sayDay, sayTime } from '../words/say-time.ts';
import { PassageList } from './passage-list.tsx';
import { useEditor } from './use-editor.tsx';

const route = getRouteApi('/source/$id');

/** The reader: a source's words, what was read in them, and whose voice it is, in the margin. */
export function ReaderScreen() {
  const { id } = route.useParams();
  const found = useQuery({ ...questions.source(id), staleTime: 30_000 });
  if (found.error) return <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <ReaderPage key={id} source={found.data} /> : <Waiting />;
}

const STATEMENTS_END = { next: 'said.lastStatement', previous: 'said.firstStatement' } as const;

function ReaderPage({ source }: { source: SourceReply }) {
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const span = spanIn(at);
  const goTo = useCallback(
    (start: number, end: number) =>
      void navigate({ search: { at: `${start}-${end}` }, replace: true, resetScroll: false }),
    [navigate],
  );
  const { editor, current, choose } = useEditor(source, span, goTo);
  const who = useQuery(questions.case()).data?.who ?? '';
  const correction = useCorrect();
  const select = useCallback(
    (statement: StatementView) => {
      choose(statement.id);
      goTo(statement.span.start, statement.span.end);
    },
    [goTo, choose],
  );
  // Steps go one after another, each from where the last one came to, however quick the keys are.
  const from = useRef(span);
  const steps = useRef(Promise.resolve());
  useEffect(() => {
    from.current = spanIn(at);
  }, [at]);
  const step = async (direction: 'next' | 'previous') => {
    const start = from.current?.start;
    const query =
      direction === 'next' ? { after: start === undefined ? 0 : start + 1 } : { before: start ?? 0 };
    const reply = await client.statements(source.id, { ...query, limit: 1 }).catch(() => null);
    const [statement] = reply?.statements ?? [];
    if (!statement) return announce(t(STATEMENTS_END[direction]));
    from.current = statement.span;
    queries.setQueryData(questions.place(source.id, statement.span.start).queryKey, {
      index: statement.index,
    });
    select(statement);
  };
  const walk = (direction: 'next' | 'previous'): void => {
    steps.current = steps.current.then(() => step(direction));
  };
  const openFinding = async () => {
    if (!span) return;
    const reply = await client.statements(source.id, { after: span.start, limit: 1 }).catch(() => null);
    const [finding] = reply?.statements.find((one) => one.span.start < span.end)?.findings ?? [];
    if (finding) void navigate({ to: '/finding/$id', params: { id: finding.id } });
    else announce(t('said.noFinding'));
  };
  const openSource = (id: string | null): void =>
    void (id && navigate({ to: '/source/$id', params: { id }, search: {} }));
  useKeys({
    j: () => walk('next'),
    k: () => walk('previous'),
    o: () => void openFinding(),
    '[': () => openSource(source.previous),
    ']': () => openSource(source.next),
  });
  return (
    <>
      <Crumb source={source} />
      <div className="rd">
        <Contents source={source} />
        <article className="sheet" aria-label={t('reader.label')}>
          <SheetHead source={source} />
          {source.passageCount === 0 ? (
            <Nothing title={t('reader.empty')} />
          ) : (
            <EditorContext value={editor}>
              <PassageList source={source} at={span} onSelect={select} />
            </EditorContext>
          )}
        </article>
      </div>
      {current && (
        <JudgeBar
          target={current.id}
          standing={current.standing}
          who={who}
          onNext={() => walk('next')}
          onUndo={
            correctedLast(current) ? () => correction.mutate({ does: 'undo', statement: current.id }) : null
          }
        />
      )}
    </>
  );
}

/** Whether the last word on a statement was a correction: that is what undo takes back. */
function correctedLast({ correction, standing }: StatementView): boolean {
  if (!correction) return false;
  const others = [standing.at ?? '', ...standing.notes.map(({ at }) => at)];
  return others.every((at) => at <= correction.at);
}

function Crumb({ source }: { source: SourceReply }) {
  const { previous, next, place, of } = source;
  return (
    <div className="crumb">
      <span>
        <Link to="/sources">
          {place === null
            ? t('rooms.sources')
            : t('reader.place', { place: sayNumber(place), of: sayNumber(of) })}
        </Link>
      </span>
      <span className="row">
        {previous && (
          <Link to="/source/$id" params={{ id: previous }} search={{}}>
            <kbd>[</kbd> {t('reader.previous')}
          </Link>
        )}
        {next && (
          <Link to="/source/$id" params={{ id: next }} search={{}}>
            {t('reader.next')} <kbd>]</kbd>
          </Link>
        )}
      </span>
    </div>
  );
}

function SheetHead({ source }: { source: SourceReply }) {
  const { file, title, kind, date, publisher, language, byteLength, sha256 } = source;
  const about = [sayKind(kind), date && sayDay(date), publisher, language && sayLanguage(language)];
  return (
    <header>
      <h1 dir="auto">{title ?? file}</h1>
      <p className="meta">
        {title && (
          <>
            <bdi>{file}</bdi>.{' '}
          </>
        )}
        {capitalize(joinWords(about))}. {t('reader.received', { size: sayBytes(byteLength) })}{' '}
        <bdi title={sha256}>SHA-256 {sha256.slice(0, 12)}…</bdi>
      </p>
      <Doubts source={source} />
    </header>
  );
}

const DOUBTS_OPEN = 3;

/** What could not be read for certain; where there is much of it, folded, with links to the places. */
function Doubts({ source }: { source: SourceReply }) {
  const { doubts, doubtCount } = source;
  if (doubtCount === 0) return null;
  const list = (
    <ul>
      {doubts.map((doubt, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two doubts may say the same
        <li key={place} className="doubt" dir="auto">
          {doubt.span ? (
            <Link
              to="/source/$id"
              params={{ id: source.id }}
              search={{ at: `${doubt.span.start}-${doubt.span.end}` }}
              resetScroll={false}
            >
              {doubt.text}
            </Link>
          ) : (
            doubt.text
          )}
        </li>
      ))}
    </ul>
  );
  if (doubtCount <= DOUBTS_OPEN) return list;
  return (
    <details>
      <summary>
        {t(doubtCount > doubts.length ? 'reader.doubtsFirst' : 'reader.doubts', {
          doubts: sayCount(doubtCount, 'doubt'),
          n: sayNumber(doubts.length),
        })}
      </summary>
      {list}
    </details>
  );
}

function Contents({ source }: { source: SourceReply }) {
  const titled = source.sections.filter((section) => section.title);
  return (
    <nav className="toc" aria-label={t('reader.contents')}>
      <section>
        <h2>{t('reader.contents')}</h2>
        <p className="meta">
          {joinWords([
            sayCount(source.passageCount, 'passage'),
            sayCount(source.statementCount, 'statement'),
          ])}
        </p>
        <ol>
          {titled.map((section) => (
            <li key={section.index}>
              <Link
                to="/source/$id"
                params={{ id: source.id }}
                search={{ at: `${section.span.start}-${section.span.start}` }}
                resetScroll={false}
              >
                <bdi>{section.title}</bdi>
                {section.time && <span className="meta">{sayTime(section.time)}</span>}
              </Link>
            </li>
          ))}
        </ol>
        {source.sectionCount > source.sections.length && (
          <p className="meta">{t('reader.firstParts', { n: sayNumber(source.sections.length) })}</p>
        )}
        <p className="onward">
          <Link to="/search" search={{ source: source.id }}>
            {t('reader.searchIn')}
          </Link>
        </p>
      </section>
      <section className="extra">
        <h2>{t('reader.marks')}</h2>
        <ul className="marks">
          <li>
            <span className="stm pencil">{t('reader.asRead')}</span>
          </li>
          <li>
            <span className="stm ink">{t('reader.accepted')}</span>
          </li>
          <li>
            <span className="stm hot">{t('reader.inFinding')}</span>
          </li>
          <li>
            <span className="pn">{t('reader.name')}</span>
          </li>
        </ul>
      </section>
    </nav>
  );
}

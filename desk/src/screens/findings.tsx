import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FindingsReply } from '../../../src/server/api/findings.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { FindingLine } from '../parts/finding-line.tsx';
import { JudgeBar } from '../parts/judge-bar.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { questions } from '../queries.ts';
import { kindName } from '../words/kind-names.ts';
import { sayNumber } from '../words/say-number.ts';
import { useSelection } from './use-selection.ts';

const route = getRouteApi('/findings');
const PAGE = 30;

/** Every finding, greatest first, by state and kind. */
export function FindingsScreen() {
  const { state, kind, from = 0 } = route.useSearch();
  const who = useQuery(questions.case()).data?.who ?? '';
  const found = useQuery({
    ...questions.findings({ state, kind, offset: from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.findings')}</h1>
        <p>{t('findings.about')}</p>
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data ? <FindingList reply={found.data} who={who} /> : !found.error && <Waiting />}
    </>
  );
}

function FindingList({ reply, who }: { reply: FindingsReply; who: string }) {
  const { sel, from = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const select = (id: string): void =>
    void navigate({ search: (search) => ({ ...search, sel: id }), replace: true, resetScroll: false });
  const { current, next, previous } = useSelection(reply.findings, sel, select);
  const open = (): void => void (current && navigate({ to: '/finding/$id', params: { id: current.id } }));
  useKeys({ j: next, k: previous, o: open });
  return (
    <>
      <Filters reply={reply} />
      <section aria-label={t('rooms.findings')} className="list">
        {reply.findings.map((finding) => (
          <FindingLine
            key={finding.id}
            finding={finding}
            who={who}
            current={sel !== undefined && finding.id === current?.id}
            onFocus={() => finding.id !== sel && select(finding.id)}
          />
        ))}
        {reply.count === 0 && (
          <Nothing title={t('findings.none')}>
            <p>{t('findings.noneDo')}</p>
          </Nothing>
        )}
      </section>
      <Pager
        offset={from}
        limit={PAGE}
        count={reply.count}
        onTurn={(offset) =>
          void navigate({
            search: ({ state, kind }) => ({
              ...(state && { state }),
              ...(kind && { kind }),
              ...(offset && { from: offset }),
            }),
          })
        }
      />
      {current && sel !== undefined && (
        <JudgeBar key={current.id} target={current.id} standing={current.standing} who={who} onNext={next} />
      )}
    </>
  );
}

const STATES = [
  ['', 'all'],
  ['new', 'new'],
  ['accepted', 'accepted'],
  ['dismissed', 'dismissed'],
] as const;

function Filters({ reply }: { reply: FindingsReply }) {
  const { state, kind } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="filters">
      <fieldset className="seg">
        <legend className="vh">{t('filter.state')}</legend>
        {STATES.map(([filter, count]) => (
          <button
            key={count}
            type="button"
            aria-pressed={filter === (state ?? '')}
            onClick={() =>
              void navigate({
                search: { ...(kind && { kind }), ...(filter && { state: filter }) },
                resetScroll: false,
              })
            }
          >
            {t(`filter.${count}`)} <span className="n">{sayNumber(reply.counts[count])}</span>
          </button>
        ))}
      </fieldset>
      <label className="pick">
        <span>{t('filter.kind')}</span>
        <select
          className="field"
          value={kind ?? ''}
          onChange={(event) => {
            const chosen = reply.kinds.find((known) => known.kind === event.target.value)?.kind;
            void navigate({
              search: { ...(state && { state }), ...(chosen && { kind: chosen }) },
              resetScroll: false,
            });
          }}
        >
          <option value="">{t('filter.allKinds')}</option>
          {reply.kinds.map((known) => (
            <option key={known.kind} value={known.kind}>
              {kindName(known.kind)} ({known.count})
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

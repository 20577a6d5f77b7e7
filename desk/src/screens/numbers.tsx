import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CountedView, NumbersReply } from '../../../src/server/api/numbers.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { CountedRow } from '../parts/counted-row.tsx';
import { placeAt } from '../parts/figure-marks.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { type Scale, scaleFor } from '../parts/scale.ts';
import { questions } from '../queries.ts';
import { convertFigure, FORMS, type Form, onAxis } from '../words/convert-figure.ts';
import { capitalizeWord, pluralOf, sayNumber } from '../words/say-number.ts';
import { useRows } from './use-rows.ts';

const route = getRouteApi('/numbers');
const PAGE = 40;

/** Every counted thing, and what each source says it was. */
export function NumbersScreen() {
  const { state, from = 0 } = route.useSearch();
  const found = useQuery({
    ...questions.numbers({ state, offset: from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.numbers')}</h1>
        <p>{t('numbers.about')}</p>
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data ? <Sheet reply={found.data} /> : !found.error && <Waiting />}
    </>
  );
}

function Sheet({ reply }: { reply: NumbersReply }) {
  const { state, form = 'said', from = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const { next, previous, open } = useRows('.nt .m', 'a.fig');
  const turn = (): void => {
    const following = FORMS[(FORMS.indexOf(form) + 1) % FORMS.length] ?? 'said';
    void navigate({ search: (search) => ({ ...search, form: following }), resetScroll: false });
  };
  const onlyConflicts = (): void =>
    void navigate({
      search: (search) => ({ form: search.form, state: state === 'conflict' ? undefined : 'conflict' }),
      resetScroll: false,
    });
  useKeys({ j: next, k: previous, o: open, p: turn, c: onlyConflicts });
  const sections = Map.groupBy(reply.numbers, ({ section }) => section);
  return (
    <>
      <Choices counts={reply.counts} />
      {reply.count === 0 && (
        <Nothing title={t(reply.counts.all === 0 ? 'numbers.none' : 'numbers.noneOf')}>
          <p>{t(reply.counts.all === 0 ? 'numbers.noneDo' : 'numbers.choose')}</p>
        </Nothing>
      )}
      {[...sections].map(([section, rows]) => (
        <Section
          key={section}
          section={section}
          rows={rows}
          form={form}
          axis={reply.axes.find((axis) => axis.section === section)}
        />
      ))}
      <Pager
        offset={from}
        limit={PAGE}
        count={reply.count}
        onTurn={(offset) => void navigate({ search: (search) => ({ ...search, from: offset || undefined }) })}
      />
    </>
  );
}

/** A link whose search is only a part of the address is not the current one. */
const EXACTLY = { exact: true, explicitUndefined: true };

const STATES = [
  [undefined, 'all'],
  ['conflict', 'conflict'],
  ['holds', 'holds'],
  ['several', 'several'],
  ['single', 'single'],
] as const;

function Choices({ counts }: { counts: NumbersReply['counts'] }) {
  const { state, form = 'said' } = route.useSearch();
  return (
    <div className="filters start">
      <nav className="seg" aria-label={t('numbers.show')}>
        {STATES.map(([choice, count]) => (
          <Link
            key={count}
            to="/numbers"
            search={{ ...(form !== 'said' && { form }), ...(choice && { state: choice }) }}
            resetScroll={false}
            aria-current={choice === state ? 'true' : undefined}
            activeOptions={EXACTLY}
          >
            {t(`numbers.${count}`)} <span className="n">{sayNumber(counts[count])}</span>
          </Link>
        ))}
      </nav>
      <nav className="seg" aria-label={t('numbers.form')}>
        {FORMS.map((choice) => (
          <Link
            key={choice}
            to="/numbers"
            search={{ state, form: choice === 'said' ? undefined : choice }}
            resetScroll={false}
            aria-current={choice === form ? 'true' : undefined}
            activeOptions={EXACTLY}
          >
            {t(`numbers.${choice}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

const SECTIONS = ['person', 'other', 'length', 'mass', 'volume', 'area', 'time', 'duration'] as const;

/** What a section counts; a noun that was read is English. */
function nameSection(section: string): string {
  const known = SECTIONS.find((one) => one === section);
  return known ? t(`numbers.${known}`) : capitalizeWord(pluralOf(section, 2));
}

interface SectionProps {
  readonly section: string;
  readonly rows: readonly CountedView[];
  readonly form: Form;
  readonly axis: NumbersReply['axes'][number] | undefined;
}

/** Rows that share an axis. */
function Section({ section, rows, form, axis }: SectionProps) {
  const scale = axisFor(rows, form, axis);
  return (
    <section>
      <div className="open">
        <h2>{nameSection(section)}</h2>
        <span className="meta">
          {axis?.unit ? t('numbers.unitLog', { unit: pluralOf(axis.unit, 2) }) : t('numbers.logScale')}
        </span>
      </div>
      <div className="nt">
        <div className="ax" aria-hidden="true">
          <div />
          <div>
            {scale.ticks.map((tick) => (
              <i key={tick} style={placeAt({ x: scale.at(tick) })}>
                {sayNumber(tick)}
              </i>
            ))}
          </div>
          <div />
        </div>
        {rows.map((row) => (
          <CountedRow key={row.id} row={row} form={form} scale={scale} />
        ))}
      </div>
    </section>
  );
}

/** As said, the axis is of all rows of the case; converted, of those that are shown. */
function axisFor(rows: readonly CountedView[], form: Form, axis: SectionProps['axis']): Scale {
  const shown = rows.flatMap(({ figures }) =>
    figures.flatMap((figure) => {
      const converted = convertFigure(figure, form);
      return converted ? [onAxis(converted)] : [];
    }),
  );
  const all = form === 'said' && axis ? [...shown, { min: axis.least, max: axis.most }] : shown;
  // Figures of one case lie powers of ten apart. A zero stands at the edge of its log axis.
  const ends = all.flatMap(({ min, max }) => [min, max]).filter((end) => end !== null);
  const above = ends.filter((end) => end > 0);
  const [least, most] = above.length ? [Math.min(...above), Math.max(...above)] : [1, 10];
  const scale = scaleFor([{ min: least, max: most }], 'log');
  const zero = above.length < ends.length;
  const ticks = zero ? [0, ...scale.ticks.slice(1)] : scale.ticks;
  return { ...scale, ticks, at: (value) => (value <= 0 ? 0 : Math.min(1, Math.max(0, scale.at(value)))) };
}

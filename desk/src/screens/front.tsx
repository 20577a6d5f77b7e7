import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CaseReply } from '../../../src/server/api/case.ts';
import type { FindingCounts, FindingLine as FindingLineView } from '../../../src/server/api/findings.ts';
import { useKeys } from '../keys.ts';
import { locale, t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { FindingLine, FindingLink, FindingShort, QuotePair } from '../parts/finding-line.tsx';
import { FindingTag } from '../parts/finding-marks.tsx';
import { JudgeBar } from '../parts/judge-bar.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Picture } from '../parts/picture.tsx';
import { questions } from '../queries.ts';
import { isQuiet } from '../words/kind-names.ts';
import { capitalize, sayCount, sayCountInWords, sayNumber, sayUnit, sayWord } from '../words/say-number.ts';
import { knownKind } from '../words/say-source.ts';
import { sayDays } from '../words/say-time.ts';
import { FrontSide } from './front-side.tsx';
import { useSelection } from './use-selection.ts';

const route = getRouteApi('/');
const SHOWN = 24;

/** The front page: what came in, and what does not add up, each as a sentence. */
export function FrontScreen() {
  const { state } = route.useSearch();
  const about = useQuery(questions.case());
  const found = useQuery(questions.findings({ state, limit: SHOWN }));
  const fault = about.error ?? found.error;
  if (fault) {
    return <FaultNotice fault={fault} onRetry={() => void Promise.all([about.refetch(), found.refetch()])} />;
  }
  if (!about.data) return <Waiting />;
  return (
    <>
      <CaseHead about={about.data} />
      {about.data.received.all === 0 ? (
        <EmptyCase />
      ) : found.data ? (
        <Findings about={about.data} findings={found.data.findings} counts={found.data.counts} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

function CaseHead({ about }: { about: CaseReply }) {
  return (
    <div className="case">
      <div>
        <h1 dir="auto">{about.title}</h1>
        <p>{sayMakeup(about)}</p>
      </div>
      <p className="sum">
        {sayIntake(about)} {sayFindings(about)}
      </p>
    </div>
  );
}

/** `Two transcripts, an article and a mail, dated 2 March to 14 April 2021.` */
function sayMakeup({ kinds, dates }: CaseReply): string {
  const parts = kinds.map(({ kind, count }) => sayCountInWords(count, knownKind(kind)));
  const makeup = capitalize(new Intl.ListFormat(locale()).format(parts));
  if (!makeup) return '';
  return dates
    ? t('front.dated', { makeup, days: sayDays(dates.from, dates.to) })
    : t('front.undated', { makeup });
}

function sayIntake({ received, statements }: CaseReply): string {
  const { all, read, duplicate, superseded } = received;
  const files = sayCountInWords(all, 'file');
  const sentences = [
    all === read
      ? t('front.allRead', { count: all, files })
      : t('front.someRead', { read: sayWord(read), files }),
    duplicate > 0 && t('front.twice', { files: sayCountInWords(duplicate, 'file') }),
    superseded > 0 && t('front.newer', { files: sayCountInWords(superseded, 'file') }),
    read > 0 && t('front.hold', { statements: sayCount(statements, 'statement') }),
  ];
  return sentences.flatMap((sentence) => (sentence ? capitalize(sentence) : [])).join(' ');
}

function sayFindings({ findings }: CaseReply) {
  if (findings.all === 0) return null;
  return (
    <Say
      of="front.gave"
      with={{
        findings: sayCount(findings.all, 'finding'),
        new: <b>{t('front.newCount', { n: sayNumber(findings.new) })}</b>,
        accepted: sayNumber(findings.accepted),
        dismissed: sayNumber(findings.dismissed),
      }}
    />
  );
}

function EmptyCase() {
  return (
    <Nothing title={t('front.empty')}>
      <p>
        <Say of="front.emptyDo" with={{ command: <code>hearsay read FOLDER</code> }} />
      </p>
    </Nothing>
  );
}

interface FindingsProps {
  readonly about: CaseReply;
  readonly findings: readonly FindingLineView[];
  readonly counts: FindingCounts;
}

function Findings({ about, findings, counts }: FindingsProps) {
  const { sel, state } = route.useSearch();
  const navigate = route.useNavigate();
  const ordered = inOrderOfPage(findings);
  const select = (id: string): void =>
    void navigate({ search: (search) => ({ ...search, sel: id }), replace: true, resetScroll: false });
  const { current, next, previous } = useSelection(ordered, sel, select);
  const open = (): void => void (current && navigate({ to: '/finding/$id', params: { id: current.id } }));
  useKeys({ j: next, k: previous, o: open });
  const lead = ordered[0];
  const line = (finding: FindingLineView) => ({
    finding,
    who: about.who,
    current: sel !== undefined && finding.id === current?.id,
    onFocus: () => finding.id !== sel && select(finding.id),
  });
  const [loud, quiet] = [ordered.slice(1).filter(isLoud), ordered.slice(1).filter((one) => !isLoud(one))];
  return (
    <>
      {lead ? <Lead {...line(lead)} /> : <NoFindings about={about} filtered={state !== undefined} />}
      <div className="two">
        <section aria-labelledby="more">
          <div className="open">
            <h2 id="more">{t(lead ? 'front.more' : 'front.title')}</h2>
            <StateFilter counts={counts} />
          </div>
          {loud.map((finding) => (
            <FindingLine key={finding.id} {...line(finding)} />
          ))}
          {loud.length === 0 && (
            <p className="meta">
              {state ? t('front.nothingElseState', { state: t(`state.${state}`) }) : t('front.nothingElse')}
            </p>
          )}
          {counts.all > SHOWN && (
            <p className="onward">
              <Link to="/findings">{t('front.all', { findings: sayCount(counts.all, 'finding') })}</Link>
            </p>
          )}
        </section>
        <FrontSide about={about} />
      </div>
      {quiet.length > 0 && (
        <section className="small" aria-labelledby="smaller">
          <div className="open">
            <h2 id="smaller">{t('front.small')}</h2>
          </div>
          {quiet.map((finding) => (
            <FindingShort key={finding.id} {...line(finding)} />
          ))}
        </section>
      )}
      {current && sel !== undefined && (
        <JudgeBar
          key={current.id}
          target={current.id}
          standing={current.standing}
          who={about.who}
          onNext={next}
        />
      )}
    </>
  );
}

function isLoud(finding: FindingLineView): boolean {
  return !isQuiet(finding.kind) && finding.standing.state !== 'dismissed';
}

/** As they stand on the page, so that the keys go from each to the one below it. */
function inOrderOfPage(findings: readonly FindingLineView[]): FindingLineView[] {
  return [...findings.filter(isLoud), ...findings.filter((finding) => !isLoud(finding))];
}

interface LeadProps {
  readonly finding: FindingLineView;
  readonly who: string;
  readonly current: boolean;
  readonly onFocus: () => void;
}

/** The finding that matters most, large, with its picture at full size. */
function Lead({ finding, who, current, onFocus }: LeadProps) {
  const { picture } = finding;
  return (
    <section className="lead" aria-labelledby="lead" aria-current={current || undefined} onFocus={onFocus}>
      <div>
        <FindingTag finding={finding} who={who} />
        <h2 id="lead">
          <FindingLink finding={finding} />
        </h2>
        <QuotePair finding={finding} clash={!isQuiet(finding.kind)} />
      </div>
      <div>
        {picture && (
          <figure>
            {'unit' in picture && (
              <figcaption className="figh">{capitalize(sayUnit(picture.unit))}</figcaption>
            )}
            <Picture picture={picture} />
          </figure>
        )}
        <p className="row">
          <Link to="/finding/$id" params={{ id: finding.id }} className="btn go">
            {t('front.readIt')} <kbd>o</kbd>
          </Link>
        </p>
      </div>
    </section>
  );
}

function NoFindings({ about, filtered }: { about: CaseReply; filtered: boolean }) {
  if (filtered) return <Nothing title={t('front.noState')} />;
  return (
    <Nothing title={t('front.noContradiction')}>
      <p>
        {about.holdings > 0
          ? capitalize(
              t('front.held', {
                count: about.holdings,
                comparisons: sayCountInWords(about.holdings, 'comparison'),
              }),
            )
          : t('front.notCompared')}{' '}
        <Say of="front.readMore" with={{ command: <code>hearsay read</code> }} />
      </p>
    </Nothing>
  );
}

const FILTERS = [
  [undefined, 'all'],
  ['new', 'new'],
  ['accepted', 'accepted'],
  ['dismissed', 'dismissed'],
] as const;

function StateFilter({ counts }: { counts: FindingCounts }) {
  const { state } = route.useSearch();
  return (
    <nav className="seg" aria-label={t('filter.show')}>
      {FILTERS.map(([filter, count]) => (
        <Link
          key={count}
          to="/"
          search={filter ? { state: filter } : {}}
          resetScroll={false}
          aria-current={filter === state ? 'true' : undefined}
          activeProps={{}}
        >
          {t(`filter.${count}`)} <span className="n">{sayNumber(counts[count])}</span>
        </Link>
      ))}
    </nav>
  );
}

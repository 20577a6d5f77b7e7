import type { FindingLine as FindingLineView } from '../../../src/server/api/findings.ts';
import type { StandingView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { isQuiet, kindName } from '../words/kind-names.ts';
import { joinWords, sayCount } from '../words/say-number.ts';
import { sayInstant } from '../words/say-time.ts';

/** Dashed ring new, solid dot accepted, dash dismissed; always with the word. */
export function StateMark({ standing, who }: { standing: StandingView; who: string }) {
  const { state, at } = standing;
  if (state === 'new') return <span className="state">{t('state.new')}</span>;
  const by = standing.who === who ? t('text.you') : standing.who;
  return (
    <span className={`state ${state}`}>
      <span>
        <Say of={`state.${state}By`} with={{ who: <bdi>{by}</bdi> }} />
        {at && `${t('text.comma')}${sayInstant(at)}`}
      </span>
    </span>
  );
}

interface OriginMarkProps {
  readonly quotes: number;
  readonly sources: number;
  /** Null where nobody knows; then origins are not spoken of. */
  readonly origins: number | null;
}

/** Hollow dots for quotes; where origins are known, a line and a solid dot for each. */
export function OriginMark({ quotes, sources, origins }: OriginMarkProps) {
  const words =
    origins === null
      ? joinWords([sayCount(quotes, 'quote'), sayCount(sources, 'source')])
      : t('origins.found', { count: sayCount(quotes, 'quote'), origins: sayCount(origins, 'origin') });
  return (
    <span className="orig">
      <OriginDots quotes={quotes} origins={origins} />
      {words}
    </span>
  );
}

/** The dots alone; of more than eight nobody counts them. */
export function OriginDots({ quotes, origins }: Omit<OriginMarkProps, 'sources'>) {
  if (quotes > 8) return null;
  return (
    <i aria-hidden="true">
      {dots(quotes, 'hollow')}
      {origins !== null && <u />}
      {dots(origins ?? 0, 'solid')}
    </i>
  );
}

function dots(count: number, form: string) {
  return Array.from({ length: Math.min(count, 8) }, (_, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
    <b key={place} className={form} />
  ));
}

/** Kind, state and origins: the line above a finding's sentence. */
export function FindingTag({ finding, who }: { finding: FindingLineView; who: string }) {
  const proposed = finding.kind === 'alias' && finding.standing.state === 'new';
  const kind = kindName(finding.kind);
  return (
    <p className="tag">
      <span className={isQuiet(finding.kind) ? 'kind' : 'kind hot'}>
        {proposed ? t('kind.proposed', { kind }) : kind}
      </span>
      <StateMark standing={finding.standing} who={who} />
      <OriginMark quotes={finding.quoteCount} sources={finding.sourceCount} origins={finding.origins} />
    </p>
  );
}

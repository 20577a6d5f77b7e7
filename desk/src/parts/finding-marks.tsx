import type { FindingLine as FindingLineView } from '../../../src/server/api/findings.ts';
import type { StandingView } from '../../../src/server/api/quote.ts';
import { isQuiet, kindName } from '../words/kind-names.ts';
import { sayCount } from '../words/say-number.ts';
import { sayInstant } from '../words/say-time.ts';

/** Dashed ring new, solid dot accepted, dash dismissed; always with the word. */
export function StateMark({ standing, who }: { standing: StandingView; who: string }) {
  const { state, at } = standing;
  if (state === 'new') return <span className="state">new</span>;
  const by = standing.who === who ? 'you' : standing.who;
  return (
    <span className={`state ${state}`}>
      <span>
        {state} by <bdi>{by}</bdi>
        {at && `, ${sayInstant(at)}`}
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
      ? `${sayCount(quotes, 'quote')}, ${sayCount(sources, 'source')}`
      : `${sayCount(quotes, 'quote')}, ${sayCount(origins, 'origin')} found`;
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
  const proposed = finding.kind === 'alias' && finding.standing.state === 'new' ? ', proposed' : '';
  return (
    <p className="tag">
      <span className={isQuiet(finding.kind) ? 'kind' : 'kind hot'}>
        {kindName(finding.kind)}
        {proposed}
      </span>
      <StateMark standing={finding.standing} who={who} />
      <OriginMark quotes={finding.quoteCount} sources={finding.sourceCount} origins={finding.origins} />
    </p>
  );
}

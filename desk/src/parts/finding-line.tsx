import { Link } from '@tanstack/react-router';
import type { FindingLine as FindingLineView } from '../../../src/server/api/findings.ts';
import { Say } from '../language/say.tsx';
import { isQuiet } from '../words/kind-names.ts';
import { FindingTag } from './finding-marks.tsx';
import { Sketch } from './picture.tsx';
import { QuoteCard } from './quote-card.tsx';
import { Sentence } from './sentence.tsx';

interface FindingLineProps {
  readonly finding: FindingLineView;
  readonly who: string;
  readonly current: boolean;
  readonly onFocus: () => void;
}

/** The link of a finding's line, by which keys and screen readers reach it. */
export function FindingLink({ finding }: { finding: FindingLineView }) {
  return (
    <Link to="/finding/$id" params={{ id: finding.id }} data-finding={finding.id}>
      <Sentence text={finding.why} />
    </Link>
  );
}

export function QuotePair({ finding, clash }: { finding: FindingLineView; clash: boolean }) {
  return (
    <div className="pair">
      {finding.quotes.map((quote) => (
        <QuoteCard
          key={`${quote.source.id}:${quote.span.start}-${quote.span.end}`}
          quote={quote}
          clash={clash}
        />
      ))}
    </div>
  );
}

function Reason({ finding }: { finding: FindingLineView }) {
  const { state, reason } = finding.standing;
  if (state !== 'dismissed' || !reason) return null;
  return (
    <p className="why">
      <Say of="finding.reason" with={{ reason: <bdi>{reason}</bdi> }} />
    </p>
  );
}

/** A finding as a sentence with its numbers, two quotes and a small picture. */
export function FindingLine({ finding, who, current, onFocus }: FindingLineProps) {
  const off = finding.standing.state === 'dismissed';
  return (
    <article className={off ? 'fl off' : 'fl'} aria-current={current || undefined} onFocus={onFocus}>
      <div>
        <FindingTag finding={finding} who={who} />
        <h3>
          <FindingLink finding={finding} />
        </h3>
        <Reason finding={finding} />
      </div>
      {finding.picture && (
        <div className="pic">
          <Sketch picture={finding.picture} />
        </div>
      )}
      <QuotePair finding={finding} clash={!off && !isQuiet(finding.kind)} />
    </article>
  );
}

/** The short form: for names, and for what was set aside. */
export function FindingShort({ finding, who, current, onFocus }: FindingLineProps) {
  const off = finding.standing.state === 'dismissed';
  return (
    <article className={off ? 'fs off' : 'fs'} aria-current={current || undefined} onFocus={onFocus}>
      <div>
        <FindingTag finding={finding} who={who} />
        <h3>
          <FindingLink finding={finding} />
        </h3>
        <Reason finding={finding} />
      </div>
      <QuotePair finding={finding} clash={!off && !isQuiet(finding.kind)} />
    </article>
  );
}

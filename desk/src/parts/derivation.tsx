import type { AssumptionView, FindingView, StepView } from '../../../src/server/api/findings.ts';
import type { QuoteView } from '../../../src/server/api/quote.ts';
import { sayInstant } from '../words/say-time.ts';

interface StepsProps {
  readonly steps: readonly StepView[];
  readonly quotes: readonly QuoteView[];
  /** What it comes to does not add up. */
  readonly clash: boolean;
}

/** A derivation that can be redone with a pencil, one step a line. */
export function Steps({ steps, quotes, clash }: StepsProps) {
  return (
    <ol className="steps">
      {steps.map((step, place) => {
        const end = place === steps.length - 1 && place > 0;
        const quote = step.quote === null ? undefined : quotes[step.quote];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their order
          <li key={place} className={end ? 'end' : undefined}>
            <p dir="auto">{step.text}</p>
            {step.result && <span className={end && clash ? 'res hot' : 'res'}>{step.result}</span>}
            {quote && <StepSource quote={quote} />}
          </li>
        );
      })}
    </ol>
  );
}

function StepSource({ quote }: { quote: QuoteView }) {
  const voice = quote.voices.at(-1);
  return (
    <p className="from">
      {voice && (
        <>
          <bdi>{voice.name}</bdi>, in{' '}
        </>
      )}
      <bdi>{quote.source.file}</bdi>, line {quote.passage.line}
    </p>
  );
}

/** What a comparison takes for granted; what nothing in the sources says is dashed. */
export function Assumptions({ assumes }: { assumes: readonly AssumptionView[] }) {
  return (
    <ul className="assume">
      {assumes.map((assumption) => (
        <li key={assumption.label + assumption.text} className={assumption.guess ? 'guess' : undefined}>
          <b>
            {assumption.label}
            {assumption.guess && <span className="vh"> (a guess)</span>}
          </b>
          <span dir="auto">{assumption.text}</span>
        </li>
      ))}
    </ul>
  );
}

const DEEDS = {
  accept: 'accepted it',
  dismiss: 'dismissed it',
  note: 'noted',
  undo: 'undid the last decision',
};

/** Every decision on a finding, the undone ones too. */
export function DecisionLog({ finding, who }: { finding: FindingView; who: string }) {
  if (finding.decisions.length === 0) {
    return <p className="meta">Nobody has decided on it yet.</p>;
  }
  return (
    <ol className="log">
      {finding.decisions.map((decision) => (
        <li key={decision.seq} className={decision.undone ? 'undone' : undefined}>
          <span>{sayInstant(decision.at)}</span>
          <span>
            <b>{decision.who === who ? 'You' : <bdi>{decision.who}</bdi>}</b> {DEEDS[decision.verb]}
            {decision.text && (
              <>
                : <bdi>{decision.text}</bdi>
              </>
            )}
            {decision.undone && <i> (undone)</i>}
          </span>
        </li>
      ))}
    </ol>
  );
}

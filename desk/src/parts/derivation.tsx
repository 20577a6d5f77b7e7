import type { AssumptionView, FindingView, StepView } from '../../../src/server/api/findings.ts';
import type { QuoteView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
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
            <p dir="auto" lang="en">
              {step.text}
            </p>
            {step.result && (
              <span className={end && clash ? 'res hot' : 'res'} dir="auto" lang="en">
                {step.result}
              </span>
            )}
            {quote && <StepSource quote={quote} />}
          </li>
        );
      })}
    </ol>
  );
}

function StepSource({ quote }: { quote: QuoteView }) {
  const voice = quote.voices.at(-1);
  const place = (
    <>
      <bdi>{quote.source.file}</bdi>
      {t('text.comma')}
      {t('text.line', { line: quote.passage.line })}
    </>
  );
  return (
    <p className="from">
      {voice ? <Say of="finding.stepFrom" with={{ voice: <bdi>{voice.name}</bdi>, place }} /> : place}
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
            {assumption.guess && <span className="vh"> {t('finding.guess')}</span>}
          </b>
          <span dir="auto" lang="en">
            {assumption.text}
          </span>
        </li>
      ))}
    </ul>
  );
}

const DEEDS = {
  accept: 'finding.didAccept',
  dismiss: 'finding.didDismiss',
  note: 'finding.didNote',
  undo: 'finding.didUndo',
} as const;

/** Every decision on a finding, the undone ones too. */
export function DecisionLog({ finding, who }: { finding: FindingView; who: string }) {
  if (finding.decisions.length === 0) {
    return <p className="meta">{t('finding.undecided')}</p>;
  }
  return (
    <ol className="log">
      {finding.decisions.map((decision) => (
        <li key={decision.seq} className={decision.undone ? 'undone' : undefined}>
          <span>{sayInstant(decision.at)}</span>
          <span>
            <Say
              of={DEEDS[decision.verb]}
              with={{ who: <b>{decision.who === who ? t('finding.you') : <bdi>{decision.who}</bdi>}</b> }}
            />
            {decision.text && (
              <>
                : <bdi>{decision.text}</bdi>
              </>
            )}
            {decision.undone && <i> {t('finding.undone')}</i>}
          </span>
        </li>
      ))}
    </ol>
  );
}

import type { StatementView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { sayCorrection } from '../words/say-correction.ts';
import { sayInstant } from '../words/say-time.ts';

/** What the reader read and what an analyst made of it, side by side: neither is lost. */
export function CorrectionNote({ statement, who }: { statement: StatementView; who: string }) {
  const { correction } = statement;
  if (!correction) return null;
  const by = <bdi>{correction.who === who ? t('text.you') : correction.who}</bdi>;
  const at = sayInstant(correction.at);
  const pairs = sayCorrection(statement);
  if (pairs === null)
    return (
      <p className="corrected">
        <Say of="correct.byHand" with={{ who: by, at }} />
      </p>
    );
  const what = pairs.map(({ was, is }, place) => (
    <span key={was}>
      {place > 0 && t('text.semicolon')}
      <Say
        of="correct.pair"
        with={{
          was: <bdi className="was">{was}</bdi>,
          is: (
            <b>
              <bdi>{is}</bdi>
            </b>
          ),
        }}
      />
    </span>
  ));
  return (
    <p className="corrected">
      <Say of="correct.by" with={{ what: what.length ? what : t('correct.confirmed'), who: by, at }} />
    </p>
  );
}

import type { StatementView } from '../../../src/server/api/quote.ts';
import { sayCorrection } from '../words/say-correction.ts';
import { sayInstant } from '../words/say-time.ts';

/** What the reader read and what an analyst made of it, side by side: neither is lost. */
export function CorrectionNote({ statement, who }: { statement: StatementView; who: string }) {
  const { correction } = statement;
  if (!correction) return null;
  const by = correction.who === who ? 'you' : correction.who;
  const pairs = sayCorrection(statement);
  return (
    <p className="corrected">
      {pairs === null && 'marked by hand'}
      {pairs?.map(({ was, is }, place) => (
        <span key={was}>
          {place > 0 && '; '}
          read as <bdi className="was">{was}</bdi>; corrected to{' '}
          <b>
            <bdi>{is}</bdi>
          </b>
        </span>
      ))}
      {pairs?.length === 0 && 'confirmed as read'} by <bdi>{by}</bdi>, {sayInstant(correction.at)}
    </p>
  );
}

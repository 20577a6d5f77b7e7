import { Link } from '@tanstack/react-router';
import type { StatementView } from '../../../src/server/api/quote.ts';
import { kindName } from '../words/kind-names.ts';
import { sayEvent, sayModality } from '../words/say-statement.ts';
import { sayTime } from '../words/say-time.ts';
import { VoiceChain } from './voice-chain.tsx';

/** How a statement stands: in a finding, decided, or only read. */
export function formOf(statement: StatementView): 'hot' | 'ink' | 'pencil' {
  if (statement.findings.length > 0) return 'hot';
  return statement.standing.state === 'accepted' ? 'ink' : 'pencil';
}

interface StatementNoteProps {
  readonly statement: StatementView;
  readonly current: boolean;
  readonly onSelect: () => void;
}

/** A statement in the margin: what it was read as, by whose voice, with what doubts. */
export function StatementNote({ statement, current, onSelect }: StatementNoteProps) {
  const time = sayTime(statement.time);
  const caution = sayModality(statement.modality);
  return (
    <div className={`note ${formOf(statement)}`} aria-current={current || undefined}>
      <button type="button" className="read-as" onClick={onSelect} data-statement={statement.id}>
        <b dir="auto">{sayEvent(statement)}</b>
      </button>
      {(time || caution) && <p>{[time, caution].filter((part) => part).join('. ')}</p>}
      <VoiceChain voices={statement.voices} />
      {statement.doubts.map((doubt) => (
        <p key={doubt} className="doubt" dir="auto">
          {doubt}
        </p>
      ))}
      {statement.findings.slice(0, 4).map((finding) => (
        <p key={finding.id}>
          <Link to="/finding/$id" params={{ id: finding.id }} className="conf">
            {kindName(finding.kind)}
          </Link>
        </p>
      ))}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import type { StatementView } from '../../../src/server/api/quote.ts';
import { kindName } from '../words/kind-names.ts';
import { sayEvent, sayModality } from '../words/say-statement.ts';
import { sayTime } from '../words/say-time.ts';
import { VoiceChain } from './voice-chain.tsx';

type Form = 'hot' | 'ink' | 'pencil';

/** How a statement stands: in a finding, decided, or only read. */
export function formOf(statement: StatementView): Form {
  if (statement.findings.length > 0) return 'hot';
  return statement.standing.state === 'accepted' ? 'ink' : 'pencil';
}

interface StatementNoteProps {
  readonly statement: StatementView;
  readonly current: boolean;
  /** Who speaks the whole passage: a brief note says the voice only where it is another. */
  readonly speaker: string | null;
  readonly onSelect: () => void;
}

/**
 * A statement in the margin: what it was read as, by whose voice, with what doubts. One that
 * is only read takes a line until it is chosen, so that the margin does not outgrow the text.
 */
export function StatementNote({ statement, current, speaker, onSelect }: StatementNoteProps) {
  const form = formOf(statement);
  const brief = form === 'pencil' && !current;
  return (
    <div className={brief ? 'note pencil brief' : `note ${form}`} aria-current={current || undefined}>
      <button type="button" className="read-as" onClick={onSelect} aria-expanded={!brief}>
        <b dir="auto">{sayEvent(statement)}</b>
        {brief && <Brief statement={statement} speaker={speaker} />}
      </button>
      {!brief && <Whole statement={statement} />}
    </div>
  );
}

function Brief({ statement, speaker }: { statement: StatementView; speaker: string | null }) {
  const { voices, doubts, agent } = statement;
  const voice = voices.at(-1);
  const other = voice && voices.length > 1 && voice.name !== speaker && voice.name !== agent;
  return (
    <>
      {other && (
        <span className="meta">
          {' '}
          <bdi className={voice.guess || voice.kind === 'unknown' ? 'guess' : undefined}>{voice.name}</bdi>
        </span>
      )}
      {doubts.length > 0 && (
        <span className="doubt">
          <span className="vh">doubtful</span>
        </span>
      )}
    </>
  );
}

function Whole({ statement }: { statement: StatementView }) {
  const time = sayTime(statement.time);
  const caution = sayModality(statement.modality);
  return (
    <>
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
    </>
  );
}

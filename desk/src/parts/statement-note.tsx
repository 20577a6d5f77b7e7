import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import type { StatementView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { questions } from '../queries.ts';
import { kindName } from '../words/kind-names.ts';
import { joinWords } from '../words/say-number.ts';
import { sayEvent, sayModality } from '../words/say-statement.ts';
import { sayTime } from '../words/say-time.ts';
import { CorrectionNote } from './correction-note.tsx';
import { EditorContext } from './editor-context.ts';
import { StateMark } from './finding-marks.tsx';
import { VoiceChain } from './voice-chain.tsx';

type Form = 'hot' | 'ink' | 'pencil' | 'out';

/** How a statement stands: in a finding, decided, or only read. */
export function formOf(statement: StatementView): Form {
  if (statement.standing.state === 'dismissed') return 'out';
  if (statement.findings.length > 0) return 'hot';
  return statement.standing.state === 'accepted' || statement.correction ? 'ink' : 'pencil';
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
  const brief = (form === 'pencil' || form === 'out') && !current;
  return (
    <div className={brief ? `note ${form} brief` : `note ${form}`} aria-current={current || undefined}>
      <button type="button" className="read-as" onClick={onSelect} aria-expanded={!brief}>
        <b>{sayEvent(statement)}</b>
        {brief && <Brief statement={statement} speaker={speaker} />}
      </button>
      {!brief && <Whole statement={statement} current={current} />}
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
          <span className="vh">{t('finding.doubtful')}</span>
        </span>
      )}
    </>
  );
}

function Whole({ statement, current }: { statement: StatementView; current: boolean }) {
  const who = useQuery(questions.case()).data?.who ?? '';
  const { correct } = useContext(EditorContext);
  const time = sayTime(statement.time);
  const caution = sayModality(statement.modality);
  return (
    <>
      {(time || caution) && <p>{joinWords([time, caution], 'stop')}</p>}
      <VoiceChain voices={statement.voices} />
      <CorrectionNote statement={statement} who={who} />
      {statement.standing.state !== 'new' && <StateMark standing={statement.standing} who={who} />}
      {statement.standing.reason && (
        <p className="meta" dir="auto">
          {statement.standing.reason}
        </p>
      )}
      {statement.standing.notes.map((note) => (
        <p key={note.at} dir="auto" className="meta">
          {note.text}
        </p>
      ))}
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
      {current && (
        <button type="button" className="plain" onClick={() => correct(statement)}>
          <kbd>e</kbd> {t('finding.correct')}
        </button>
      )}
    </>
  );
}

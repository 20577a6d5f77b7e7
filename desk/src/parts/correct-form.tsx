import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { StatementView } from '../../../src/server/api/quote.ts';
import { direction, t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { isConflict, questions, useCorrect } from '../queries.ts';
import { joinWords } from '../words/say-number.ts';
import { sayEvent, saySpeaker } from '../words/say-statement.ts';
import { sayTime } from '../words/say-time.ts';
import { type Change, ChangeFields, changeIn } from './change-fields.tsx';

interface CorrectFormProps {
  readonly statement: StatementView;
  readonly focus?: 'number' | 'voice';
  readonly onClose: () => void;
}

/** Corrects what a statement was read as; the reading stays beside the correction. */
export function CorrectForm({ statement: given, focus = 'number', onClose }: CorrectFormProps) {
  // As it was when the form opened: what another tab makes of it meanwhile is a conflict to be shown.
  const [statement] = useState(given);
  const [mine, setMine] = useState<Change | null>(null);
  const correct = useCorrect();
  // One that was made by hand has no reading to differ from: every field is said.
  const byHand = statement.correction !== null && statement.correction.was === null;
  const read = statement.correction?.was ?? statement;
  const send = (change: Change, base: number): void => {
    setMine(change);
    correct.mutate(
      { does: 'correct', correction: { statement: statement.id, base, change } },
      { onSuccess: onClose },
    );
  };
  if (mine && isConflict(correct.error))
    return <Conflict statement={statement} mine={mine} onKeepMine={send} onClose={onClose} />;
  return (
    <ChangeForm
      title={t('correct.title')}
      about={<Say of="correct.about" with={{ reading: <b>{sayEvent({ ...statement, ...read })}</b> }} />}
      onClose={onClose}
      onSend={(form) => send(changeIn(form, read, byHand), statement.correction?.seq ?? 0)}
      busy={correct.isPending}
    >
      <ChangeFields said={statement} autoFocus={focus} />
      {statement.findings.length > 0 && (
        <p className="meta">
          {t(statement.findings.length === 1 ? 'correct.inFinding' : 'correct.inFindings')}
        </p>
      )}
    </ChangeForm>
  );
}

interface ChangeFormProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly children: ReactNode;
  readonly busy: boolean;
  readonly onSend: (form: HTMLFormElement) => void;
  readonly onClose: () => void;
}

/** The frame of a form in the text: Save by Enter, close by Escape. */
export function ChangeForm({ title, about, children, busy, onSend, onClose }: ChangeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(event.currentTarget);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <form
      ref={form}
      className="correct"
      aria-label={title}
      dir={direction()}
      onSubmit={submit}
      onKeyDown={leave}
    >
      <h3>{title}</h3>
      <p className="meta">{about}</p>
      {children}
      <div className="row">
        <button type="submit" className="btn go" disabled={busy}>
          {t('correct.save')} <kbd>↵</kbd>
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('correct.close')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

interface ConflictProps {
  readonly statement: StatementView;
  readonly mine: Change;
  readonly onKeepMine: (change: Change, base: number) => void;
  readonly onClose: () => void;
}

/** Two corrected one thing: both texts, and the choice. */
function Conflict({ statement, mine, onKeepMine, onClose }: ConflictProps) {
  const found = useQuery({ ...questions.quotes([statement.id]), staleTime: 0 });
  const theirs = found.data?.quotes[0]?.statement;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <section className="correct conflict" aria-label={t('correct.conflictLabel')} dir={direction()}>
      <h3>{t('correct.conflict')}</h3>
      <div className="both">
        <p>
          <span className="meta">
            {theirs?.correction ? (
              <Say of="correct.theirs" with={{ who: <bdi>{theirs.correction.who}</bdi> }} />
            ) : (
              t('correct.now')
            )}
          </span>
          <b dir="auto">{theirs ? sayWhole(theirs) : '…'}</b>
        </p>
        <p>
          <span className="meta">{t('correct.mine')}</span>
          <b>{sayWhole(withChange(statement, mine))}</b>
        </p>
      </div>
      <div className="row">
        <button ref={first} type="button" className="btn" onClick={onClose}>
          {t('correct.keepTheirs')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={!theirs || found.isFetching}
          onClick={() => onKeepMine(mine, theirs?.correction?.seq ?? 0)}
        >
          {t('correct.keepMine')}
        </button>
      </div>
    </section>
  );
}

function sayWhole(statement: StatementView): string {
  return joinWords([saySpeaker(statement), sayEvent(statement), sayTime(statement.time)], 'semicolon');
}

/** The statement as a change would have it, to be shown only. */
function withChange(statement: StatementView, change: Change): StatementView {
  const read = { ...statement, ...statement.correction?.was };
  const { voice, event, quantity, days } = change;
  const basis = { clock: null, granularity: 'day', approx: false, basis: 'stated', steps: [] };
  return {
    ...read,
    ...(voice !== undefined && {
      voices: [...read.voices.slice(0, -1), { name: voice, kind: 'person', guess: false }],
    }),
    ...(event !== undefined && { event }),
    ...(quantity !== undefined && { quantity }),
    ...(days !== undefined && { time: days && { ...days, ...basis } }),
  };
}

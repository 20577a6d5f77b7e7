import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { StandingView } from '../../../src/server/api/quote.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { useDecide } from '../queries.ts';
import { DISMISS_REASONS } from '../words/kind-names.ts';
import { StateMark } from './finding-marks.tsx';

type Mode = 'rest' | 'dismiss' | 'note';

interface JudgeBarProps {
  readonly target: string;
  readonly standing: StandingView;
  readonly who: string;
  /** What follows a dismissal: the next finding, or null at the end. */
  readonly onNext: (() => void) | null;
  /** Takes back what is later than every decision here; null or absent where nothing is. */
  readonly onUndo?: (() => void) | null;
}

/** Accept, dismiss with a reason, note, undo: with keys, and at the foot of a finding. */
export function JudgeBar({ target, standing, who, onNext, onUndo = null }: JudgeBarProps) {
  const [mode, setMode] = useState<Mode>('rest');
  const decide = useDecide();
  const send = (verb: 'accept' | 'dismiss' | 'note' | 'undo', text: string | null = null) => {
    setMode('rest');
    decide.mutate({ target, verb, text });
  };
  // What is on its way can be taken back too.
  const undo = () => (onUndo && !decide.isPending ? onUndo() : send('undo'));
  const undoable =
    onUndo !== null || decide.isPending || standing.state !== 'new' || standing.notes.length > 0;
  useKeys({
    a: () => send('accept'),
    d: () => setMode('dismiss'),
    n: () => setMode('note'),
    u: () => undoable && undo(),
    ...(mode !== 'rest' && { ['Escape']: () => setMode('rest') }),
  });
  return (
    <section className="judge" aria-label={t('judge.label')}>
      <div className="wrap">
        <div className="row">
          <button type="button" className="btn go" onClick={() => send('accept')}>
            {t('judge.accept')} <kbd>a</kbd>
          </button>
          <ModeButton mode="dismiss" shown={mode} show={setMode} label={t('judge.dismiss')} letter="d" />
          <ModeButton mode="note" shown={mode} show={setMode} label={t('judge.note')} letter="n" />
        </div>
        <JudgeForm
          key={`${target}${mode}`}
          mode={mode}
          onEscape={() => setMode('rest')}
          onNote={(text) => send('note', text)}
          onDismiss={(reason) => {
            send('dismiss', reason);
            onNext?.();
          }}
        >
          <StateMark standing={standing} who={who} />
          {standing.reason && (
            <span className="meta" dir="auto">
              {standing.reason}
            </span>
          )}
        </JudgeForm>
        <button type="button" className="plain" disabled={!undoable} onClick={undo}>
          <kbd>u</kbd> {t('judge.undo')}
        </button>
      </div>
    </section>
  );
}

interface ModeButtonProps {
  readonly mode: 'dismiss' | 'note';
  readonly shown: Mode;
  readonly show: (mode: Mode) => void;
  readonly label: string;
  readonly letter: string;
}

function ModeButton({ mode, shown, show, label, letter }: ModeButtonProps) {
  const open = mode === shown;
  return (
    <button
      type="button"
      className="btn"
      aria-expanded={open}
      aria-pressed={open}
      onClick={() => show(open ? 'rest' : mode)}
    >
      {label} <kbd>{letter}</kbd>
    </button>
  );
}

interface JudgeFormProps {
  readonly mode: Mode;
  readonly children: React.ReactNode;
  readonly onEscape: () => void;
  readonly onNote: (text: string) => void;
  readonly onDismiss: (reason: string) => void;
}

/** What stands between the buttons: the state, or the reasons of a dismissal, or the room for a note. */
function JudgeForm({ mode, children, onEscape, onNote, onDismiss }: JudgeFormProps) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  if (mode === 'rest') return <p className="tag">{children}</p>;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const note = String(entries.get('note') ?? '').trim();
    const reason = String(entries.get('reason') ?? '');
    if (mode === 'note' && note === '') first.current?.focus();
    else if (mode === 'note') onNote(note);
    else onDismiss(note ? `${reason}: ${note}` : reason);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onEscape();
  };
  return (
    <form className="reasons" onSubmit={submit} onKeyDown={leave}>
      {mode === 'dismiss' && (
        <fieldset>
          <legend>{t('judge.because')}</legend>
          {DISMISS_REASONS.map((reason, place) => (
            <label key={reason}>
              <input
                ref={place === 0 ? first : undefined}
                type="radio"
                name="reason"
                value={t(`reason.${reason}`)}
                defaultChecked={place === 0}
              />
              {t(`reason.${reason}`)}
            </label>
          ))}
        </fieldset>
      )}
      <div className="row">
        <label className="grow">
          <span className="vh">{t('judge.note')}</span>
          <input
            ref={mode === 'note' ? first : undefined}
            className="field"
            name="note"
            dir="auto"
            maxLength={2000}
            autoComplete="off"
            placeholder={t('judge.placeholder')}
          />
        </label>
        <button type="submit" className="btn">
          {t(mode === 'dismiss' ? 'judge.dismissNext' : 'judge.keepNote')} <kbd>↵</kbd>
        </button>
      </div>
    </form>
  );
}

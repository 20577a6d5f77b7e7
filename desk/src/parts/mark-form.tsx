import { useEffect, useRef } from 'react';
import type { PassageView } from '../../../src/server/api/sources.ts';
import { announce } from '../announcer.ts';
import { t } from '../language/language.ts';
import { useCorrect } from '../queries.ts';
import { ChangeFields, changeIn, type Said } from './change-fields.tsx';
import { ChangeForm } from './correct-form.tsx';

interface MarkFormProps {
  readonly source: string;
  readonly passage: PassageView;
  /** Words that are chosen already, as offsets in the passage's text. */
  readonly chosen: { readonly start: number; readonly end: number } | null;
  readonly onMade: (start: number, end: number) => void;
  readonly onClose: () => void;
}

/** Makes a statement by hand: the words are chosen in the passage itself, by mouse or by Shift and the arrows. */
export function MarkForm({ source, passage, chosen, onMade, onClose }: MarkFormProps) {
  const words = useRef<HTMLTextAreaElement>(null);
  const correct = useCorrect();
  const said: Said = {
    voices: [{ name: passage.speaker?.name ?? '', kind: 'person', guess: false }],
    ...{ event: '', quantity: null, time: null },
  };
  // Once, when the form opens: afterwards the choice is the analyst's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (chosen) words.current?.setSelectionRange(chosen.start, chosen.end);
  }, []);
  const send = (form: HTMLFormElement): void => {
    const [start, end] = [words.current?.selectionStart ?? 0, words.current?.selectionEnd ?? 0];
    if (start === end) {
      announce(t('said.chooseWords'), true);
      return;
    }
    const span = { start: passage.textStart + start, end: passage.textStart + end };
    const change = changeIn(form, said, true);
    correct.mutate(
      { does: 'mark', made: { source, span, change } },
      {
        onSuccess: () => {
          onClose();
          onMade(span.start, span.end);
        },
      },
    );
  };
  return (
    <ChangeForm
      title={t('correct.markTitle')}
      about={t('correct.markAbout')}
      busy={correct.isPending}
      onSend={send}
      onClose={onClose}
    >
      <label className="passage">
        {t('correct.markWords')}
        <textarea
          ref={words}
          className="field"
          readOnly
          data-focus
          dir="auto"
          rows={Math.min(8, 2 + Math.floor(passage.text.length / 70))}
          value={passage.text}
        />
      </label>
      <ChangeFields said={said} autoFocus="number" />
    </ChangeForm>
  );
}

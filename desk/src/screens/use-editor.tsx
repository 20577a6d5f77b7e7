import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SpanView, StatementView } from '../../../src/server/api/quote.ts';
import type { SourceReply } from '../../../src/server/api/sources.ts';
import { announce } from '../announcer.ts';
import { client } from '../client.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { CorrectForm } from '../parts/correct-form.tsx';
import type { Editor } from '../parts/editor-context.ts';
import { MarkForm } from '../parts/mark-form.tsx';
import { selectedWords } from '../parts/selected-words.ts';
import { questions } from '../queries.ts';

type Open =
  | { readonly does: 'correct'; readonly statement: string; readonly focus: 'number' | 'voice' }
  | { readonly does: 'mark'; readonly index: number; readonly words: SpanView | null };

/** Reading in place: which statement is chosen, which form is open, and the keys for both. */
export function useEditor(
  source: SourceReply,
  span: SpanView | null,
  goTo: (from: number, to: number) => void,
) {
  const [open, setOpen] = useState<Open | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const here = useQuery(questions.readHere(source.id, span)).data ?? [];
  const current = here.find(({ id }) => id === chosen) ?? here[0] ?? null;
  const close = () => setOpen(null);
  const correct = (statement: StatementView, focus: 'number' | 'voice' = 'number'): void => {
    choose(statement.id);
    setOpen({ does: 'correct', statement: statement.id, focus });
  };
  const correctCurrent = (focus: 'number' | 'voice'): void =>
    current ? correct(current, focus) : announce(t('said.chooseStatement'));
  const mark = async (): Promise<void> => {
    const words = selectedWords();
    if (words) return setOpen({ does: 'mark', index: words.index, words });
    const place = await client.place(source.id, span?.start ?? 0).catch(() => null);
    if (place) setOpen({ does: 'mark', index: place.index, words: null });
  };
  useKeys({
    e: () => correctCurrent('number'),
    v: () => correctCurrent('voice'),
    m: () => void mark(),
    ...(open && { ['Escape']: close }),
  });
  const editor: Editor = {
    chosen: current?.id ?? null,
    correct,
    formIn: (passage) => {
      if (open?.does === 'correct') {
        const statement = passage.statements.find(({ id }) => id === open.statement);
        return statement && <CorrectForm statement={statement} focus={open.focus} onClose={close} />;
      }
      if (open?.index !== passage.index) return null;
      const from = passage.textStart;
      const words = open.words && { start: open.words.start - from, end: open.words.end - from };
      return <MarkForm source={source.id} passage={passage} chosen={words} onMade={goTo} onClose={close} />;
    },
  };
  return { editor, current, choose };
}

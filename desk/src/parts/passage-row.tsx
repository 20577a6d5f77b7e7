import { type CSSProperties, memo, useContext } from 'react';
import type { SpanView, StatementView } from '../../../src/server/api/quote.ts';
import type { PassageView, SectionView } from '../../../src/server/api/sources.ts';
import { t } from '../language/language.ts';
import { sayNumber } from '../words/say-number.ts';
import { sayTime } from '../words/say-time.ts';
import { type Layer, type Run, splitRuns } from '../words/split-runs.ts';
import { EditorContext } from './editor-context.ts';
import { formOf, StatementNote } from './statement-note.tsx';

/** What may lie over a stretch of a passage's words. */
type Mark =
  | { readonly type: 'statement'; readonly statement: StatementView }
  | { readonly type: 'name' }
  | { readonly type: 'rest' }
  | { readonly type: 'here' };

interface PassageRowProps {
  readonly passage: PassageView;
  readonly section: SectionView | undefined;
  readonly language: string | null;
  /** What the address points at, or null where it points elsewhere. */
  readonly at: SpanView | null;
  readonly onSelect: (statement: StatementView) => void;
}

function layersOf(passage: PassageView, at: SpanView | null): Layer<Mark>[] {
  return [
    ...passage.statements.map((statement) => ({
      span: statement.span,
      mark: { type: 'statement' as const, statement },
    })),
    ...passage.names.map(({ span }) => ({ span, mark: { type: 'name' as const } })),
    ...passage.marks.map((span) => ({ span, mark: { type: 'rest' as const } })),
    ...(at ? [{ span: at, mark: { type: 'here' as const } }] : []),
  ];
}

function sameSpan(a: SpanView, b: SpanView | null): boolean {
  return b !== null && a.start === b.start && a.end === b.end;
}

/** A passage: who speaks, the words with what was read in them, and the notes in the margin. */
export const PassageRow = memo(function PassageRow(props: PassageRowProps) {
  const { passage, section, at, onSelect } = props;
  const editor = useContext(EditorContext);
  const chosenHere = passage.statements.some(({ id }) => id === editor.chosen);
  return (
    <div className={`turn ${passage.kind}`} data-index={passage.index}>
      <Speaker passage={passage} />
      <div className="txt" dir="auto" lang={props.language ?? undefined}>
        {passage.cells ? (
          <Cells passage={passage} section={section} at={at} onSelect={onSelect} />
        ) : (
          <Words
            runs={splitRuns(passage.text, passage.textStart, layersOf(passage, at))}
            onSelect={onSelect}
          />
        )}
        {passage.leftOut > 0 && (
          <span className="cut"> … {t('reader.leftOut', { n: sayNumber(passage.leftOut) })}</span>
        )}
        {editor.formIn(passage)}
      </div>
      <div className="mn">
        {passage.statements.slice(0, 40).map((statement) => (
          <StatementNote
            key={statement.id}
            statement={statement}
            current={sameSpan(statement.span, at) && (!chosenHere || statement.id === editor.chosen)}
            speaker={passage.speaker?.name ?? null}
            onSelect={() => onSelect(statement)}
          />
        ))}
      </div>
    </div>
  );
});

const ASIDE = ['note', 'boilerplate', 'header'] as const;

function Speaker({ passage }: { passage: PassageView }) {
  const { speaker, kind, line } = passage;
  const aside = ASIDE.find((one) => one === kind);
  const time = kind === 'row' ? null : sayTime(passage.time);
  return (
    <div className="who">
      {speaker && (
        <b>
          <bdi className={speaker.unknown || speaker.guess ? 'guess' : undefined}>{speaker.name}</bdi>
        </b>
      )}
      {speaker && speaker.label.toLowerCase() !== speaker.name.toLowerCase() && (
        <small>
          <bdi>{speaker.label}</bdi>
        </small>
      )}
      {aside && (
        <small>
          {t(`reader.${aside}`)}
          {t('text.comma')}
        </small>
      )}
      {time && <small>{time}</small>}
      <small className="ln">{t('text.line', { line })}</small>
    </div>
  );
}

interface WordsProps {
  readonly runs: readonly Run<Mark>[];
  readonly onSelect: (statement: StatementView) => void;
}

function Words({ runs, onSelect }: WordsProps) {
  return runs.map((run) => {
    if (run.marks.length === 0)
      return (
        <span key={run.start} data-start={run.start}>
          {run.text}
        </span>
      );
    const statement = statementIn(run.marks);
    // The margin's button does the same for keys; a click on the words is a short cut to it.
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: see above
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above
      <span
        key={run.start}
        data-start={run.start}
        className={classesOf(run.marks)}
        onClick={statement ? () => onSelect(statement) : undefined}
      >
        {run.text}
      </span>
    );
  });
}

function statementIn(marks: readonly Mark[]): StatementView | undefined {
  return marks.flatMap((mark) => (mark.type === 'statement' ? mark.statement : [])).at(-1);
}

function classesOf(marks: readonly Mark[]): string {
  const statement = statementIn(marks);
  const has = (type: Mark['type']): boolean => marks.some((mark) => mark.type === type);
  const classes = [
    statement && `stm ${formOf(statement)}`,
    has('name') && 'pn',
    has('rest') && 'rest',
    has('here') && 'here',
  ];
  return classes.filter((name) => name).join(' ');
}

/** A table's row, a cell below its column's head. */
function Cells({ passage, section, at, onSelect }: Omit<PassageRowProps, 'language'>) {
  const layers = layersOf(passage, at);
  const end = passage.textStart + passage.text.length;
  const count = passage.cells?.length ?? 0;
  const form = ['cells', count <= 7 && 'few', passage.opens && 'first'].filter((name) => name).join(' ');
  return (
    <dl className={form} style={{ '--n': count } as CSSProperties}>
      {passage.cells
        ?.filter((cell) => cell.start < end)
        .map((cell, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells never move
          <div key={place}>
            <dt dir="auto">{section?.columns?.[place] ?? t('reader.column', { n: sayNumber(place + 1) })}</dt>
            <dd dir="auto">
              <Words
                runs={splitRuns(
                  passage.text.slice(cell.start - passage.textStart, cell.end - passage.textStart),
                  cell.start,
                  layers,
                )}
                onSelect={onSelect}
              />
            </dd>
          </div>
        ))}
    </dl>
  );
}

import type { Doubt, Hidden, PageBox, Passage } from '../statement/source.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { readText } from './read-text.ts';

/** A stretch of a document's text with its place and what hides it, as a binary format has it. */
export interface LaidOut {
  readonly text: string;
  readonly box?: PageBox;
  readonly hidden?: Hidden;
}

interface Mark extends LaidOut {
  readonly start: number;
  readonly end: number;
}

const HOW: Readonly<Record<Hidden, string>> = {
  deleted: 'was deleted and is still in the file',
  'marked-hidden': 'is marked as hidden',
  white: 'is written in the colour of the page',
  invisible: 'is drawn so that it is not seen (as the text beneath a scanned page is)',
  tiny: 'is written too small to be seen',
  'off-page': 'stands outside the page',
  'under-box': 'lies under a filled box',
  'hidden-sheet': 'stands on a hidden sheet',
  'hidden-row': 'stands in a hidden row or column',
  'hidden-slide': 'stands on a slide that is not shown',
  comment: 'is a comment in the margin',
  note: 'is a speaker’s note',
};

/**
 * Reads paragraphs of a laid-out document as text (a transcript, an article, whatever its lines
 * show), and gives each passage its place on the page and the label of what was hidden. Hidden
 * text is never joined to seen text: each paragraph stands by itself between blank lines.
 */
export function readLaidOut(paragraphs: readonly LaidOut[], context: FormatContext): FormatReading {
  const { text, marks } = joinParagraphs(paragraphs);
  const reading = readText(text, context);
  const hidden = marks.filter((mark) => mark.hidden !== undefined);
  return {
    ...reading,
    doubts: [...reading.doubts, ...hidden.map(doubtOf)],
    passages: { [Symbol.iterator]: () => withLayout(reading.passages, marks) },
  };
}

function joinParagraphs(paragraphs: readonly LaidOut[]): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const words = paragraph.text.replace(/[\r\v\f\u2028]/g, '\n').trim();
    if (words === '') continue;
    const start = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${words}`;
    marks.push({ ...paragraph, start, end: start + words.length });
  }
  return { text: text === '' ? '' : `${text}\n`, marks };
}

// Passages and marks both come in order, so each mark is looked at once.
function* withLayout(passages: Iterable<Passage>, marks: readonly Mark[]): Generator<Passage> {
  let at = 0;
  for (const passage of passages) {
    while ((marks[at]?.end ?? Number.POSITIVE_INFINITY) <= passage.span.start) at += 1;
    const mark = marks[at];
    const { box, hidden } = mark ?? {};
    yield {
      ...passage,
      ...(box === undefined ? {} : { box }),
      ...(hidden === undefined ? {} : { hidden }),
    };
  }
}

function doubtOf({ start, end, hidden }: Mark): Doubt {
  const text = `This text ${HOW[hidden ?? 'marked-hidden']}: somebody who looks at the document does not see it.`;
  return { code: 'intake/hidden-text', text, span: { start, end } };
}

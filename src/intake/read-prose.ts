import type { Speaker } from '../statement/source.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from './passage-draft.ts';
import { type HeadLine, readHead, type TextHead } from './prose/read-head.ts';
import { isNumberedName, type ProseLayout, surveyProse, walkProse } from './prose/walk-prose.ts';
import { statedTime } from './section-time.ts';
import { isUnknownLabel } from './transcript/label.ts';
import { isDayLine, sectionMark, titleOf } from './transcript/section-mark.ts';

interface ProsePart {
  start: number;
  end: number;
  readonly heading: string | null;
}

interface Gathered {
  readonly parts: ProsePart[];
  readonly head: HeadLine[];
  readonly first: string;
}

const BODY_SAMPLE = 12_000;

/** A text that nobody speaks in: its head (masthead, headline, byline, date), headings, paragraphs, parts. */
export function readProse(text: string, context: FormatContext, markdown = false): FormatReading {
  const layout = surveyProse(text, markdown);
  const gathered = gather(text, layout);
  const head = readHead(gathered.head, gathered.first, text.slice(0, BODY_SAMPLE));
  const sections = sectionsOf(context.sourceId, draftParts(gathered.parts, head));
  const speakers = gathered.parts.map((part) => witnessOf(part.heading));
  const days = sections.map((section) => section.time?.from ?? null).filter((day) => day !== null);
  const kind = head.kind === 'other' && sections.length > 1 ? 'report' : head.kind;
  return {
    text,
    ...head,
    kind,
    date: sections.length > 1 ? (days.toSorted().at(-1) ?? head.date) : head.date,
    mediaType: markdown ? 'text/markdown' : 'text/plain',
    doubts: [],
    sections,
    passages: rewalkable(text, context.sourceId, () => draftBlocks(text, layout, speakers)),
  };
}

function gather(text: string, layout: ProseLayout): Gathered {
  const parts: ProsePart[] = [];
  const head: HeadLine[] = [];
  let first: string | null = null;
  for (const block of walkProse(text, layout)) {
    const part = parts[block.section];
    const words = () => text.slice(block.body.start, Math.min(block.body.end, block.body.start + 400)).trim();
    if (part === undefined)
      parts[block.section] = {
        start: block.span.start,
        end: block.span.end,
        heading: block.opens ? words() : null,
      };
    else part.end = block.span.end;
    if (first !== null || block.section > 0) continue;
    if (block.kind === 'paragraph') first = words();
    else if (block.kind !== 'boilerplate') head.push({ words: words(), span: block.body });
  }
  return { parts: parts.filter((part) => part !== undefined), head, first: first ?? '' };
}

function draftParts(parts: readonly ProsePart[], head: TextHead): SectionDraft[] {
  return parts.map((part) => {
    const witness = witnessOf(part.heading);
    const mark = part.heading === null ? null : sectionMark(part.heading);
    const title = part.heading === null ? null : mark === null ? part.heading : titleOf(mark, 'part');
    const kind = part.heading === null ? 'text' : witness === null ? 'bulletin' : 'interview';
    const parties =
      witness === null
        ? []
        : [{ label: null, name: witness.name, number: null, role: 'witness', span: null }];
    return {
      span: { start: part.start, end: part.end },
      title,
      kind,
      time: partTime(part.heading, head.date),
      parties,
      claims: [],
      table: null,
    };
  });
}

/** The time in a part's heading; an hour alone is on the document's own day. */
function partTime(heading: string | null, day: string | null): TimeReading | null {
  const stated = heading === null ? null : statedTime([heading], null);
  if (stated === null || stated.from !== null || day === null) return stated;
  return { ...stated, from: day, to: day, basis: 'source', steps: [`day of the document: ${day}`] };
}

/** Who a part headed `(2) Ayla Kent, mother` is by. */
function witnessOf(heading: string | null): Speaker | null {
  if (heading === null || !isNumberedName(heading) || isDayLine(heading) || sectionMark(heading) !== null)
    return null;
  const name = heading.replace(/^\(?\p{Nd}{1,3}[.)]\s+/u, '').split(/,\s/u)[0] ?? '';
  const unknown =
    isUnknownLabel(name) || /^(?:unsigned|anonymous|imzasız|anónimo|anonyme|مجهول)/iu.test(name);
  return {
    label: name,
    name: unknown ? heading.replace(/^\(?\p{Nd}{1,3}[.)]\s+/u, '') : name,
    span: null,
    unknown,
    guess: true,
  };
}

function* draftBlocks(
  text: string,
  layout: ProseLayout,
  speakers: readonly (Speaker | null)[],
): Generator<Draft> {
  for (const block of walkProse(text, layout)) {
    const speaker = block.kind === 'paragraph' ? (speakers[block.section] ?? null) : null;
    yield {
      kind: block.kind,
      span: block.span,
      body: block.body,
      speaker,
      time: null,
      section: block.section,
    };
  }
}

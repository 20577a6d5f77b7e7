import type { FormatContext, FormatReading } from './format.ts';
import { readProse } from './read-prose.ts';
import { readTranscript } from './read-transcript.ts';
import { surveyTurns } from './transcript/survey-turns.ts';

/** Plain text, as what its lines show it to be: a chat, a transcript, a log, or prose. */
export function readText(text: string, context: FormatContext): FormatReading {
  const layout = surveyTurns(text);
  return layout === null ? readProse(text, context) : readTranscript(text, context, layout);
}

/** Markdown, which may be a transcript too. */
export function readMarkdown(text: string, context: FormatContext): FormatReading {
  const layout = surveyTurns(text);
  const reading = layout === null ? readProse(text, context, true) : readTranscript(text, context, layout);
  return { ...reading, mediaType: 'text/markdown' };
}

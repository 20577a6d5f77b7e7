import { detectLanguage } from '../language/detect-language.ts';
import { foldWord } from '../language/fold-word.ts';
import { tokenize } from '../language/tokenize.ts';
import { type Span, sliceOf } from '../statement/span.ts';
import type { Modality, Statement, Voice } from '../statement/statement.ts';
import modalWords from './modality/modal-words.json' with { type: 'json' };
import negations from './polarity/negations.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };

type WordLists = Readonly<Record<string, string>>;

/** A word that the reader's lists hold, within or beside a statement's quote. */
export interface Cue {
  readonly text: string;
  readonly span: Span;
}

/** Why a statement was read as it was; each text a clause that follows a colon. */
export interface ReadingReasons {
  /** What its rule does. */
  readonly rule: string;
  /** Why each voice of the chain stands in it, outermost first. */
  readonly voices: readonly string[];
  /** Words that may deny, for a negative statement; empty where only the verb's form does. */
  readonly polarity: readonly Cue[];
  /** Words that may make it no plain assertion; empty where the form of the clause does. */
  readonly modality: readonly Cue[];
}

/** What a rule of reading does, in words; the rule's name where no words are kept for it. */
export function describeRule(rule: string): string {
  return (rules as Readonly<Record<string, string>>)[rule] ?? rule;
}

/**
 * The reasons for a statement, from its own record and the words of its source. `text` is the
 * source's canonical text, `language` the source's, which holds where the quote is too short to tell.
 */
export function explainReading(statement: Statement, text: string, language: string | null): ReadingReasons {
  const spoken = detectLanguage(sliceOf(text, statement.span)).language ?? language;
  const cues = (lists: readonly WordLists[]) => findCues(statement.span, text, spoken, lists);
  return {
    rule: describeRule(statement.rule),
    voices: statement.voice.map((voice) => explainVoice(voice, text)),
    polarity:
      statement.polarity === 'negative' ? cues([negations.before, negations.after, negations.failing]) : [],
    modality: cues(modalLists(statement.modality)),
  };
}

const FORMS: Readonly<Record<Voice['kind'], string>> = {
  publisher: 'the source is its publication',
  document: 'the document speaks where it quotes nobody',
  person: 'the form of the source names the speaker',
  group: 'the form of the source names the speakers',
  organization: 'the source is issued by it',
  unknown: 'a speaker whom the source does not name',
};

function explainVoice(voice: Voice, text: string): string {
  const where = voice.span === null ? FORMS[voice.kind] : `named by “${sliceOf(text, voice.span)}”`;
  return voice.guess ? `${where}; worked out, not written: check it` : where;
}

function modalLists(modality: Modality): WordLists[] {
  if (modality === 'asserted' || modality === 'asked') return [];
  if (modality === 'threatened') return [modalWords.if, modalWords.planned];
  if (modality === 'possible') return [modalWords.possible, modalWords.if];
  return [modalWords[modality]];
}

function findCues(span: Span, text: string, language: string | null, lists: readonly WordLists[]): Cue[] {
  const known = new Set(lists.flatMap((list) => (list[language ?? 'en'] ?? '').split(' ').map(foldWord)));
  return tokenize(sliceOf(text, span), span.start)
    .filter(
      ({ kind, norm }) => kind === 'word' && (known.has(norm) || (known.has('not') && norm.endsWith("n't"))),
    )
    .map(({ start, end }) => ({ text: text.slice(start, end), span: { start, end } }));
}

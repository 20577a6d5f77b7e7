import type { TellerView } from '../../../src/server/api/origins.ts';
import type { ReceivedView } from '../../../src/server/api/sources.ts';
import { capitalize, sayCount } from './say-number.ts';
import { sayDay } from './say-time.ts';

const KIND_WORDS: Record<string, string> = {
  log: 'table or log',
  captions: 'captions',
  other: 'text',
};

export function sayKind(kind: string): string {
  return KIND_WORDS[kind] ?? kind;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** `tr` as `Turkish`; a tag that no list has stays as it is. */
export function sayLanguage(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What stands behind one who tells: `article, 12 April 2021`, `4 sources`. */
export function sayTeller({ source, sourceCount }: TellerView): string {
  if (!source) return 'named only, not in the case';
  if (sourceCount > 1) return sayCount(sourceCount, 'source');
  return [sayKind(source.kind), source.date && sayDay(source.date)].filter((part) => part).join(', ');
}

/** A file in a sentence or two: `Article, 12 April 2021, Verity Post. One attachment was not read.` */
export function sayReceived({ outcome, reason, source }: ReceivedView): string {
  if (outcome === 'duplicate') return reason ?? 'The same bytes came before.';
  if (outcome === 'superseded') return reason ?? 'A newer form of it came later.';
  if (!source) return reason ?? '';
  const { kind, date, publisher, language, encoding, doubts } = source;
  const about = [sayKind(kind), date && sayDay(date), publisher, language && sayLanguage(language)];
  const unsure =
    encoding && encoding.confidence < 0.9
      ? [`Its letters were read as ${encoding.name}, which is a guess.`]
      : [];
  return [`${capitalize(about.filter((part) => part).join(', '))}.`, ...unsure, ...doubts].join(' ');
}

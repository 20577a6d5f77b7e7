import type { TellerView } from '../../../src/server/api/origins.ts';
import type { ReceivedView } from '../../../src/server/api/sources.ts';
import { locale, t } from '../language/language.ts';
import { capitalize, joinWords, sayCount } from './say-number.ts';
import { sayDay } from './say-time.ts';

const KINDS = ['transcript', 'article', 'log', 'chat', 'mail', 'report', 'captions', 'other'] as const;

/** One of the kinds of source; what no list has is `other`. */
export function knownKind(kind: string): (typeof KINDS)[number] {
  return KINDS.find((one) => one === kind) ?? 'other';
}

export function sayKind(kind: string): string {
  return t(`sourceKind.${knownKind(kind)}`);
}

/** `tr` as `Turkish`; a tag that no list has stays as it is. */
export function sayLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What stands behind one who tells: `article, 12 April 2021`, `4 sources`. */
export function sayTeller({ source, sourceCount }: TellerView): string {
  if (!source) return t('sources.namedOnly');
  if (sourceCount > 1) return sayCount(sourceCount, 'source');
  return joinWords([sayKind(source.kind), source.date && sayDay(source.date)]);
}

/** A file in a sentence or two: `Article, 12 April 2021, Verity Post. One attachment was not read.` */
export function sayReceived({ outcome, reason, source }: ReceivedView): string {
  if (outcome === 'duplicate') return reason ?? t('sources.sameBytes');
  if (outcome === 'superseded') return reason ?? t('sources.newerCame');
  if (!source) return reason ?? '';
  const { kind, date, publisher, language, encoding, doubts } = source;
  const about = [sayKind(kind), date && sayDay(date), publisher, language && sayLanguage(language)];
  const unsure =
    encoding && encoding.confidence < 0.9 ? [t('sources.guessedLetters', { encoding: encoding.name })] : [];
  return [`${capitalize(joinWords(about))}.`, ...unsure, ...doubts].join(' ');
}

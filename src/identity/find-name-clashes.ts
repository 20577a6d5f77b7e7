import type { Finding, Quote } from '../statement/finding.ts';
import { idOf } from '../statement/id.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import type { Clash, Frame } from './frame.ts';
import { heardWord, initialsFit } from './parse-name.ts';
import { quoteName, quotePlace } from './quote-name.ts';
import { skeletonOf } from './sound.ts';

/** Sources shown beside the words that tell of the clash. */
const MOST_SOURCES = 4;

/** Findings of kind `name-clash`: one name, evidently two bearers. One a name. */
export function findNameClashes(frame: Frame): Finding[] {
  if (frame.scene === null) return [];
  const byName = new Map<string, Clash[]>();
  for (const clash of frame.clashes) {
    const key = clash.bearers.map(soundOf).sort()[0] ?? '';
    addTo(byName, key, clash);
  }
  return [...byName.values()].map((clashes) => findingOf(frame, clashes));
}

function soundOf({ shape }: Bearer): string {
  return shape.parts
    .slice(0, 1)
    .map((part) => skeletonOf(heardWord(part)))
    .join('');
}

function findingOf(frame: Frame, clashes: readonly Clash[]): Finding {
  const said = clashes.flatMap((clash) => clash.at).map((at) => quotePlace(frame, at));
  const named = [...new Set(clashes.flatMap((clash) => clash.bearers))];
  const bearers = [...named, ...fullerNames(frame, named)];
  const quotes: Quote[] = unique(said).slice(0, 3);
  const seen = new Set<string>();
  for (const bearer of bearers) {
    for (const source of [...bearer.sources].sort()) {
      if (seen.has(`${bearer.address}${source}`) || quotes.length > MOST_SOURCES + 2) continue;
      const quote = quoteName(frame, bearer, new Set([source]));
      if (quote === null) continue;
      seen.add(`${bearer.address}${source}`);
      quotes.push(quote);
    }
  }
  const names = [...new Set(clashes.flatMap((clash) => clash.name))];
  const reasons = [...new Set(clashes.map((clash) => clash.reason))];
  return {
    id: idOf('fin', 'name-clash', ...named.map((bearer) => bearer.address).sort()),
    kind: 'name-clash',
    why: `${names.map((name) => `“${name}”`).join(' and ')}: one name, evidently two bearers; ${reasons.slice(0, 3).join('; ')}.`,
    quotes: unique(quotes),
    steps: unique(quotes).map((_, at) => ({
      text:
        at < said.length
          ? (reasons[Math.min(at, reasons.length - 1)] ?? '')
          : 'the name stands here too; which of the two it means is open',
      result: null,
      quote: at,
    })),
    assumes: [{ label: 'two bearers', text: 'What is said of the name here is right.', guess: false }],
    rank: 0.55,
    picture: null,
  };
}

/** Names that a short or initialled one of the clash may stand for. */
function fullerNames(frame: Frame, named: readonly Bearer[]): Bearer[] {
  const short = named.filter(
    ({ shape }) => shape.parts.length === 1 || shape.parts.some((part) => part.is === 'initial'),
  );
  const fuller = frame.bearers.filter(
    (bearer) =>
      bearer.kind === 'person' &&
      !named.includes(bearer) &&
      short.some(
        ({ shape }) =>
          initialsFit(shape, bearer.shape) || hasWord(bearer, shape.parts[0]?.key ?? '', shape.parts.length),
      ),
  );
  return fuller.slice(0, 3);
}

function hasWord({ shape }: Bearer, key: string, parts: number): boolean {
  return parts === 1 && shape.parts.length > 1 && shape.parts.some((part) => part.key === key);
}

function unique(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((quote) => [`${quote.source}:${quote.span.start}`, quote])).values()];
}

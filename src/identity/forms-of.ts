import type { Gazetteer } from '../statement/gazetteer.ts';
import type { Mention } from '../statement/statement.ts';
import { isTitle } from './name-forms.ts';
import type { Scene } from './scene.ts';

/** "the march's organiser X", "police captain X": words that describe him before his title. */
const DESCRIBED = [
  /(?<![\p{L}'’-])((?:the|a|an|el|la|le|un|una|une|o|um|uma)\s(?:[\p{L}\p{N}'’-]+\s){0,4})$/iu,
  /(?<![\p{L}'’-])((?:police|army|navy|prison|border|union|opposition|government|party|former|acting|senior)\s)$/iu,
];

function described(pattern: RegExp, before: string, written: string): string[] {
  const words = pattern.exec(before)?.[1];
  return words === undefined ? [] : [`${words}${written}`];
}

/** What a mention tells of how it is written. */
type Written = Pick<Mention, 'source' | 'kind' | 'name' | 'title'> & Partial<Pick<Mention, 'span'>>;

/**
 * Every form in which a name stands at one place: alone, with its title as written, with a body's
 * article, with what describes it before and after.
 */
export function formsOf(mention: Written, scene: Scene | null, gazetteer: Gazetteer | null): string[] {
  const forms = [mention.name, ...withoutArticle(mention)];
  if (mention.span === undefined || scene === null) {
    if (mention.title !== null) forms.push(`${mention.title} ${mention.name}`);
    return forms;
  }
  const { start, end } = mention.span;
  const text = scene.textOf(mention.source);
  const written = text.slice(start, end).replace(/\s+/g, ' ');
  if (written !== '' && written.length < 120) forms.push(written);
  if (mention.kind === 'organization' || mention.kind === 'group' || mention.title !== null) {
    const before = text.slice(Math.max(0, start - 60), start);
    if (mention.title !== null)
      forms.push(...DESCRIBED.flatMap((words) => described(words, before, written)));
    const article = /(?:^|[^\p{L}])(the|THE|The|a|A) $/u.exec(text.slice(Math.max(0, start - 5), start))?.[1];
    if (article !== undefined) forms.push(`${article} ${written}`);
  }
  if (mention.kind === 'person') forms.push(...describedAfter(text.slice(end, end + 80)));
  if (mention.kind === 'organization') forms.push(...withoutHead(mention.name));
  if (mention.kind === 'place')
    forms.push(
      ...withItsNoun(
        mention.name,
        text.slice(Math.max(0, start - 4), start),
        text.slice(end, end + 24),
        gazetteer,
      ),
    );
  return [...new Set(forms)];
}

const ARTICLE =
  /^(?:the|a|an|el|la|los|las|un|una|le|les|une|o|os|as|um|uma|der|die|das|ein|eine)\s(?=\p{L}{3,})/iu;

/** "the water board" is written "water board" elsewhere. */
function withoutArticle({ kind, name }: Written): string[] {
  if (kind !== 'role' && kind !== 'organization' && kind !== 'group') return [];
  const bare = name.replace(ARTICLE, '');
  return bare === name ? [] : [bare];
}

/** "the San Telmo prison" is San Telmo; "the Orlen hospital" is not the town of Orlen. */
function withItsNoun(name: string, before: string, after: string, gazetteer: Gazetteer | null): string[] {
  const noun = PLACE_NOUN.exec(after)?.[0];
  const isTown = !/\s/u.test(name) && (gazetteer === null || gazetteer.findPlaces(name).length > 0);
  if (noun === undefined || isTown) return [];
  return [`${name}${noun}`, ...(/^the $/iu.test(before) ? [`${before}${name}${noun}`] : [])];
}

const PLACE_NOUN =
  /^ (?:prison|school|silos?|post|checkpoint|camp|hospital|clinic|basin|terminal|warehouse|depot|mine|quarry|factory|station|square|street|bridge|border crossing|crossing)(?![\p{L}'’])/u;

const AFTER: readonly RegExp[] = [
  // ", the inspector who took it,"
  /^,\s((?:the|an?)\s\p{Ll}[^,.;:()"“”\n]{2,48})(?=[,.;])/u,
  /^,\s(the\s\d{1,2}-year-old[^,.;:()"“”\n]{0,30}?)(?=[,.;]|\swho\s)/u,
  // " (chief of warehouse, Orlen)"
  /^\s\((\p{Ll}[^(),.;:\d\n]{3,40})(?=[,)])/u,
  // A mail's sender, and what stands under a signature.
  /^"?\s<([\w.+-]{3,40})@/u,
  /^\n((?:\p{Lu}\p{L}+ ){0,3}\p{Lu}\p{L}+)(?=\n|$)/u,
];

/** What a person is described by right after the name. */
function describedAfter(after: string): string[] {
  return AFTER.flatMap((pattern, at) => {
    const words = pattern.exec(after)?.[1];
    if (words === undefined) return [];
    // Under a signature only a title is one.
    return at === AFTER.length - 1 && !isTitle(words.split(' ').at(-1) ?? '') ? [] : [words];
  });
}

/** "صحيفة X" is X: what sort of body it is, written before its name. */
function withoutHead(name: string): string[] {
  const rest = /^(?:صحيفة|جريدة|مجلة|موقع|وكالة|قناة|إذاعة|شركة)\s(.{3,})$/u.exec(name)?.[1];
  return rest === undefined ? [] : [rest, rest.replace(/\s(?:الإخباري|الإخبارية|للأنباء)$/u, '')];
}

import type { Claim } from '../../statement/source.ts';
import { findStamps, type Stamp } from '../../statement/stamp.ts';
import { foldStampWord } from '../../statement/stamp-pieces.ts';
import type { PageHead } from './collect-blocks.ts';

/** A block's text and what it is, as far as page claims need it. */
export interface PlacedBlock {
  readonly text: string;
  readonly role: string;
}

const SITE_KEYS = [
  'og:site_name',
  'application-name',
  'publisher',
  'dc.publisher',
  'article:publisher',
  'twitter:site',
];
const DATE_KEYS = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'pubdate',
  'publish-date',
  'parsely-pub-date',
  'article:modified_time',
];
const AUTHOR_KEYS = ['author', 'article:author', 'dc.creator', 'parsely-author', 'byl'];
const TITLE_BREAK = /\s+[-–—|•·»:]\s+|\s*[|»]\s*/u;
/** Parts of sites, and kinds of papers, that are nobody's name. */
const SECTIONS = new Set(
  'press news home region world politics prensa noticias inicio portada comunicado comunicados boletin haber haberler basin bulten anasayfa presse actualites accueil imprensa noticia'.split(
    ' ',
  ),
);
/** The date of a text is sought in so many blocks from its start, and so far into each. */
const DATELINE_BLOCKS = 4;
const DATELINE_UNITS = 90;

/** Fields that the page's linked data gives of the article and of who publishes it. */
interface LinkedData {
  readonly publisher: string | null;
  readonly published: string | null;
  readonly author: string | null;
}

/** Who publishes the page: what it says of itself, else the part of its title that is not the headline, else its footer or first line. */
export function publisherOf(
  head: PageHead,
  headline: string | null,
  blocks: readonly PlacedBlock[],
): string | null {
  const said = firstMeta(head, SITE_KEYS) ?? linkedData(head).publisher;
  if (said !== null && !/^(?:https?:|@)/.test(said)) return said;
  return titleRest(head, headline) ?? footerName(blocks) ?? mastheadName(blocks);
}

function firstMeta(head: PageHead, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = head.meta.get(key);
    if (value !== undefined) return value;
  }
  return null;
}

function titleRest(head: PageHead, headline: string | null): string | null {
  const parts = (head.title ?? '')
    .split(TITLE_BREAK)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return null;
  const known = new Set(wordsOf(headline ?? parts[0] ?? ''));
  const strange = (part: string): boolean => {
    const words = wordsOf(part);
    if (/\p{Nd}/u.test(part) || words.every((word) => SECTIONS.has(word))) return false;
    return words.length <= 6 && words.filter((word) => known.has(word)).length * 2 < words.length;
  };
  const last = parts.at(-1) ?? '';
  if (strange(last) && (headline !== null || wordsOf(last).length <= 4)) return last;
  const [first = ''] = parts;
  return strange(first) ? first : null;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []).map(foldStampWord);
}

/** "© Northern Post 2021. Terms." */
function footerName(blocks: readonly PlacedBlock[]): string | null {
  for (const { text, role } of blocks.toReversed()) {
    if (role !== 'aside') continue;
    const match =
      /(?:©|\(c\)|copyright)\s*(?:\p{Nd}{4}(?:\s*[-–]\s*\p{Nd}{4})?,?\s*)?(?:by\s+)?(\p{Lu}[^.,|•·©\n\p{Nd}]{1,50}?)\s*(?:\p{Nd}{4}|[.,|•·\n]|$)/iu.exec(
        text,
      );
    if (match?.[1] !== undefined) return match[1].trim();
  }
  return null;
}

/** The first of the labels at the page's top, if the text names it too. */
function mastheadName(blocks: readonly PlacedBlock[]): string | null {
  const first = blocks
    .slice(0, 3)
    .find(({ text, role }) => (role === 'aside' && /[|•·]/u.test(text)) || /\s\.\s.*\s\.\s/u.test(text));
  const name = first?.text.split(/\s*[|•·]\s*|\s+[–—.-]\s+/u)[0]?.trim() ?? '';
  if (!/^\p{Lu}/u.test(name) || wordsOf(name).length > 5) return null;
  const named = wordsOf(name).join(' ');
  const texts = blocks
    .filter(({ role }) => role !== 'aside')
    .map(({ text }) => ` ${wordsOf(text.slice(0, 2_000)).join(' ')} `);
  return wordsOf(name).length > 1 || texts.some((text) => text.includes(` ${named} `)) ? name : null;
}

/** When the page says it was published: its head, else its byline, else the dateline of its first paragraphs. */
export function dateOf(head: PageHead, blocks: readonly PlacedBlock[]): Stamp | null {
  const language = head.language?.split('-')[0]?.toLowerCase() ?? null;
  const stampIn = (text: string | null): Stamp | null =>
    text === null ? null : (findStamps(text, { language }).find(({ date }) => date !== null) ?? null);
  const inHead =
    stampIn(firstMeta(head, DATE_KEYS)) ?? stampIn(linkedData(head).published) ?? stampIn(head.time);
  if (inHead !== null) return inHead;
  const bylines = blocks.filter(({ role }) => role === 'byline');
  const starts = blocks.filter(({ role }) => role === 'text').slice(0, DATELINE_BLOCKS);
  for (const { text } of bylines) {
    const stamp = stampIn(text);
    if (stamp !== null) return stamp;
  }
  for (const { text } of starts) {
    const stamp = stampIn(text.slice(0, DATELINE_UNITS));
    if (stamp !== null && opensText(text, stamp)) return stamp;
  }
  // "Release 09/23, 15 January 2023" over the text.
  const [headline] = blocks.filter(({ role }) => role === 'headline');
  return stampIn(headline?.text.slice(0, DATELINE_UNITS) ?? null);
}

/** A dateline opens its paragraph: only places, marks and capitals stand before it. */
function opensText(text: string, stamp: Stamp): boolean {
  const before = text.slice(0, stamp.start).trim();
  return (
    before === '' || (before.length <= 40 && !/[.!?]\s/u.test(before) && !/\s\p{Ll}{3,}/u.test(` ${before}`))
  );
}

/** What the page's head says of itself, as claims without a span: it stands outside the text. */
export function headClaims(head: PageHead): Claim[] {
  const data = linkedData(head);
  const claims: [string, string | null][] = [
    ['title', head.title],
    ['site', firstMeta(head, SITE_KEYS) ?? data.publisher],
    ['published', firstMeta(head, DATE_KEYS) ?? data.published ?? head.time],
    ['author', firstMeta(head, AUTHOR_KEYS) ?? data.author],
    ['description', firstMeta(head, ['description', 'og:description'])],
  ];
  return claims.flatMap(([key, value]) =>
    value === null ? [] : [{ key, value: value.slice(0, 500), span: null }],
  );
}

function linkedData(head: PageHead): LinkedData {
  for (const data of head.data) {
    const article = articleIn(parseData(data));
    if (article !== null) {
      return {
        publisher: nameIn(article.publisher),
        published: stringIn(article.datePublished),
        author: nameIn(article.author),
      };
    }
  }
  return { publisher: null, published: null, author: null };
}

function parseData(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // Broken linked data says nothing.
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function articleIn(data: unknown): Fields | null {
  const graph = isFields(data) ? data['@graph'] : data;
  const candidates = Array.isArray(graph) ? graph.slice(0, 50) : [data];
  return candidates.filter(isFields).find((each) => 'datePublished' in each || 'publisher' in each) ?? null;
}

function nameIn(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return isFields(one) ? stringIn(one.name) : stringIn(one);
}

function stringIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

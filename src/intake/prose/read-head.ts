import type { Claim, SourceKind } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { findStamps } from '../../statement/stamp.ts';
import { headerKey } from '../transcript/header-key.ts';
import { foldLabel, isCapitals } from '../transcript/label.ts';
import words from './head-words.json' with { type: 'json' };

const PROMOTION = new RegExp(words.promotion, 'iu');
const PAGE_LINE = new RegExp(words.pageLine, 'iu');
const BYLINE = new RegExp(words.byline, 'iu');
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\p{M}.'’ /-]{2,40}(?:,[^.\n]{2,50}?)?(?:\s*\([^)\n]{2,40}\))?\s*(?:--|—|–|-)\s|[\u0600-\u06ff ]{2,24}\s*[-–—(]\s|\p{Lu}[\p{L}]+(?:, [^.\n]{2,40})?\s*\([^)\n]{2,30}\)\s*(?:--|—|–|-)\s|\p{Lu}{3,}(?: \p{Lu}{2,}){0,2}\.\s\p{Lu})/u;
const NAME_BREAK = /\s{3,}|\t|,\s(?=\p{Nd})|\s(?:--|—|–|-|\||¦|\/|•|·|\*|~|_|={1,3}|\.{2,4}|…)\s|\s*\(|\s\|/u;

/** What a text says of itself above its first paragraph. */
export interface TextHead {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly kind: SourceKind;
  readonly claims: readonly Claim[];
}

/** A line of a text's beginning. */
export interface HeadLine {
  readonly words: string;
  readonly span: Span;
}

export function isPromotion(line: string): boolean {
  return line.length < 240 && (PROMOTION.test(line) || PAGE_LINE.test(line));
}

export function isByline(line: string): boolean {
  return line.length < 140 && BYLINE.test(line);
}

export function isDateline(line: string): boolean {
  return DATELINE.test(line.slice(0, 120));
}

/** A line that is a date, or a date and a place, and no sentence. */
export function isDatedLine(line: string): boolean {
  if (line.length > 140 || /[.!?]["”»]?$|^\(?\p{Nd}{1,3}[.)]\s/u.test(line)) return false;
  if (line.split(/\s+/).length > 16) return false;
  return findStamps(line).some((stamp) => stamp.date !== null);
}

/** Reads the lines above the first paragraph. `first` is that paragraph, `body` a stretch of the text. */
export function readHead(lines: readonly HeadLine[], first: string, body: string): TextHead {
  const masthead = mastheadOf(lines) ?? bylineIssuer(lines) ?? datelineIssuer(first);
  const title = headlineOf(lines, masthead);
  const dated = lines
    .map((line) => ({ line, stamp: findStamps(line.words).find((stamp) => stamp.date !== null) }))
    .find((entry) => entry.stamp !== undefined);
  const dateline = findStamps(first.slice(0, 160)).find((stamp) => stamp.date !== null && stamp.start < 80);
  const date = dated?.stamp?.date ?? (isDateline(first) ? (dateline?.date ?? null) : null);
  const byline = lines.find((line) => isByline(line.words));
  const claims: Claim[] = [];
  if (masthead !== null && masthead.span.end > masthead.span.start)
    claims.push({ key: 'publisher', value: masthead.value, span: masthead.span });
  if (title !== null) claims.push({ key: 'title', value: title.words, span: title.span });
  if (dated?.stamp !== undefined)
    claims.push({
      key: 'date',
      value: dated.line.words.slice(dated.stamp.start, dated.stamp.end),
      span: shifted(dated.line.span, dated.stamp),
    });
  if (byline !== undefined) claims.push({ key: 'byline', value: byline.words, span: byline.span });
  const kind = kindOf(
    lines,
    masthead?.value ?? '',
    byline !== undefined,
    title !== null && date !== null,
    first,
    body,
  );
  return { title: title?.words ?? null, publisher: masthead?.value ?? null, date, kind, claims };
}

function shifted(span: Span, inner: Span): Span {
  return { start: span.start + inner.start, end: span.start + inner.end };
}

interface Named {
  readonly value: string;
  readonly span: Span;
}

/** Who issues a text, by its first lines: the first name before a gap or a dash that is no kind of paper. */
function mastheadOf(lines: readonly HeadLine[]): Named | null {
  const first = lines[0];
  if (first === undefined) return null;
  const dated = lines.slice(0, 2).some((line) => findStamps(line.words).some((stamp) => stamp.date !== null));
  let at = 0;
  for (const piece of first.words.split(NAME_BREAK)) {
    const start = first.words.indexOf(piece, at);
    at = start + piece.length;
    const name = piece.trim().replace(/[,:;]$/, '');
    if (isIssuer(name, lines.length, dated))
      return {
        value: name,
        span: { start: first.span.start + start, end: first.span.start + start + piece.trimEnd().length },
      };
  }
  return null;
}

function isIssuer(name: string, lines: number, dated: boolean): boolean {
  if (name.length < 3 || name.length > 80 || !/^[\p{Lu}\p{Lo}]/u.test(name)) return false;
  if (findStamps(name).length > 0 || /[:?!]|[.]$/.test(name.replace(/(?:\b\p{L}\.){1,5}$/u, '')))
    return false;
  if (isWireSlug(name)) return false;
  const folded = foldLabel(name).replace(/[,'’]/g, ' ');
  const tokens = folded.split(/\s+/);
  if (
    tokens.some((token) => words.paper.includes(token)) &&
    !tokens.some((token) => words.press.includes(token) || words.issuer.includes(token))
  )
    return false;
  if (isByline(name) || headerKey(name) !== null || headerKey(name.split(' ')[0] ?? '') === 'item')
    return false;
  const capitals = isCapitals(name) && /\p{Lu}/u.test(name);
  const known = tokens.some((token) => words.press.includes(token) || words.issuer.includes(token));
  const caseless = !/[\p{Lu}\p{Ll}]/u.test(name);
  if (capitals || known) return tokens.length <= 10;
  return (
    (caseless || /^(?:\p{Lu}[\p{L}'’.-]*\s?(?:of the |of |the |de |do |da )?){1,6}$/u.test(name)) &&
    lines > 1 &&
    dated &&
    tokens.length <= 6
  );
}

/** `By Jo Berg | Hill Wire | 12 April 2020`: the part that is neither a person's nor a date. */
function bylineIssuer(lines: readonly HeadLine[]): Named | null {
  for (const line of lines.filter((candidate) => isByline(candidate.words))) {
    const pieces = line.words.split(/\s*[|•·]\s*/).slice(1);
    const piece = pieces.find((part) => /^\p{Lu}/u.test(part) && findStamps(part).length === 0);
    if (piece === undefined) continue;
    const start = line.span.start + line.words.indexOf(piece);
    return { value: piece, span: { start, end: start + piece.length } };
  }
  return null;
}

const AGENCY = /^[^"“”\n]{2,70}?\(([\p{Lu}\p{Lo}][^()\n]{1,39})\)\s*(?:--|—|–|-)\s/u;

/** The agency of a dateline: `HAVEN, May 3 (Coast Cable) - ...`. It stands in the text's body, so it has no span here. */
function datelineIssuer(first: string): Named | null {
  const value = AGENCY.exec(first.slice(0, 140))?.[1]?.trim();
  if (value === undefined || findStamps(value).length > 0) return null;
  return { value, span: { start: 0, end: 0 } };
}

/** `COA0447 4 GEN 0412 SOME-SLUG`: how a wire files its copy, and nobody's name. */
function isWireSlug(name: string): boolean {
  const tokens = name.split(/\s+/);
  return (
    /^\p{Lu}{2,5}\p{Nd}{2,6}$/u.test(tokens[0] ?? '') ||
    tokens.filter((token) => /^\p{Nd}+$/u.test(token)).length >= 2
  );
}

/** The headline: the last line that is neither masthead, date, byline nor slug. */
function headlineOf(lines: readonly HeadLine[], masthead: Named | null): HeadLine | null {
  const candidates = lines.filter((line) => {
    if (/^[([]/.test(line.words)) return false;
    if (masthead !== null && line.span.start <= masthead.span.start && masthead.span.end <= line.span.end)
      return false;
    return (
      !isByline(line.words) &&
      !isDatedLine(line.words) &&
      !isSlug(line.words) &&
      line.words.split(/\s+/).length >= 2
    );
  });
  const paper = lines.map(paperName).find((line) => line !== null);
  if (paper != null && candidates.every((line) => line.words.split(/\s+/).length < 5)) return paper;
  return (
    candidates.find((line) => !/^[([]|^https?:/.test(line.words) && line.words.split(/\s+/).length >= 3) ??
    candidates[0] ??
    null
  );
}

/** `STATEMENT TO THE PRESS No. 1` of a line that goes on with a date. */
function paperName(line: HeadLine): HeadLine | null {
  const lead = line.words.split(/\s{3,}|\t/)[0]?.trim() ?? '';
  const folded = ` ${foldLabel(lead).replace(/[^\p{L}\p{N}. ]+/gu, ' ')} `;
  if (lead.length > 120 || !words.report.some((word) => folded.includes(` ${word} `))) return null;
  return { words: lead, span: { start: line.span.start, end: line.span.start + lead.length } };
}

function isSlug(line: string): boolean {
  return (
    isWireSlug(line) ||
    (/^(?:slug|keyword|urgent|flash|lead|\p{Lu}{2,}-\p{Lu}{2,})/iu.test(line) &&
      !/^\p{Lu}\p{Ll}+ \p{Ll}/u.test(line))
  );
}

function kindOf(
  lines: readonly HeadLine[],
  masthead: string,
  byline: boolean,
  titled: boolean,
  first: string,
  body: string,
): SourceKind {
  const head = foldLabel(lines.map((line) => line.words).join(' ')).replace(/[^\p{L}\p{N}. ]+/gu, ' ');
  const holds = (list: readonly string[]) => list.some((word) => ` ${head} `.includes(` ${word} `));
  const named = foldLabel(masthead)
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .split(/\s+/);
  const said =
    body.match(
      /\b(?:said|says|told|according to|reported|dedi|söyledi|açıkladı|dijo|según|selon|déclaré|sagte|disse)\b|قال|وقال|بحسب|сказал|сообщил/giu,
    )?.length ?? 0;
  const press = named.some((word) => words.press.includes(word)) ? 2 : 0;
  const article =
    press + (byline ? 2 : 0) + (isDateline(first) ? 2 : 0) + (titled ? 1 : 0) + (said >= 2 ? 1 : 0);
  const numbered = body.match(/^\s*\(?\p{Nd}{1,2}[.)]\s/gmu)?.length ?? 0;
  const report =
    (holds(words.report) ? 3 : 0) +
    (named.some((word) => words.issuer.includes(word)) ? 2 : 0) +
    (numbered >= 3 ? 1 : 0);
  if (article === 0 && report === 0) return 'other';
  if (report >= article) return 'report';
  return article >= 2 ? 'article' : 'other';
}

/** Who issues a transcript, by its first header line, or the one under a notice ("UNCORRECTED - NOT FOR CITATION"); null where that names a paper or a field. */
export function publisherOf(text: string, headers: readonly Span[]): { value: string; span: Span } | null {
  for (const header of headers.slice(0, MOST_NOTICES)) {
    const words = text.slice(header.start, Math.min(header.end, header.start + 300)).trimEnd();
    const trimmed = words.trimStart();
    if (/^[^:]{2,30}:\s|\|/.test(trimmed)) return null;
    if (headerKey(trimmed.split(/\s{2,}|\t/)[0] ?? '') !== null) return null;
    if (isNotice(trimmed)) continue;
    const start = header.start + words.length - trimmed.length;
    return mastheadOf([{ words: trimmed, span: { start, end: header.end } }]);
  }
  return null;
}

const MOST_NOTICES = 3;
const NOTICE =
  /\b(?:uncorrected|not for (?:citation|circulation|quotation|onward)|confidential|restricted|embargoed?)\b/iu;

/** "UNCORRECTED - NOT FOR CITATION": how a paper may be used, and nobody's name. */
export function isNotice(line: string): boolean {
  return line.length < 120 && NOTICE.test(line);
}

import { findStamps } from '../../statement/stamp.ts';
import { foldStampWord } from '../../statement/stamp-pieces.ts';
import type { Block, PageHead } from './collect-blocks.ts';
import words from './html-words.json' with { type: 'json' };

/** What a block is on its page. */
export type BlockRole = 'headline' | 'heading' | 'byline' | 'text' | 'row' | 'aside';

const PROMOTIONS = words.promotions.map(foldPhrase);
const END_NOTES = words.endNotes.map(foldPhrase);
const LEADS = words.bylineLeads.map(foldPhrase);
/** A byline or dateline stands within so many blocks of the headline. */
const BYLINE_REACH = 4;

/**
 * The role of each block: the headline, headings, bylines, the main text, and what is set
 * aside (menus, promotions, related links, footers), by what the elements around it are
 * called, by its own words, by how much of it is links, and by where the article stands.
 */
export function chooseMain(blocks: readonly Block[], head: PageHead): BlockRole[] {
  const plain = blocks.map((block) => !isAsideByWords(block));
  const kept = blocks.map((block, at) => plain[at] === true && !block.aside);
  // Where the names of elements would set nearly everything aside, they are not to be trusted.
  const trusted = wordsIn(blocks, kept) * 5 >= wordsIn(blocks, plain) || wordsIn(blocks, kept) >= 60;
  const within = trusted ? kept : plain;
  const main = mainArticle(blocks, within);
  const inMain = blocks.map(
    (block, at) =>
      within[at] === true && (main === null || block.article === main || block.kind === 'heading'),
  );
  const headline = headlineAt(blocks, inMain, head);
  const roles = blocks.map((block, at): BlockRole => {
    if (at === headline) return 'headline';
    if (inMain[at] !== true) return 'aside';
    if (isByline(block, at, headline)) return 'byline';
    if (block.kind === 'row') return 'row';
    return block.kind === 'heading' ? 'heading' : 'text';
  });
  return setLeadingMenuAside(blocks, roles, headline);
}

function wordsIn(blocks: readonly Block[], kept: readonly boolean[]): number {
  return blocks.reduce((sum, { text }, at) => sum + (kept[at] === true ? text.split(/\s+/).length : 0), 0);
}

/** The `article` or `main` that holds at least half of the words, or null. */
function mainArticle(blocks: readonly Block[], kept: readonly boolean[]): number | null {
  const sizes = new Map<number, number>();
  let all = 0;
  blocks.forEach(({ article, text }, at) => {
    if (kept[at] !== true) return;
    all += text.length;
    if (article !== null) sizes.set(article, (sizes.get(article) ?? 0) + text.length);
  });
  for (const [article, size] of sizes) if (size * 2 >= all) return article;
  return null;
}

function headlineAt(blocks: readonly Block[], kept: readonly boolean[], head: PageHead): number {
  const h1 = blocks.findIndex(({ level }, at) => level === 1 && kept[at] === true);
  if (h1 >= 0) return h1;
  const anywhere = blocks.findIndex(({ level, text }) => level === 1 && !isMenu(text));
  if (anywhere >= 0) return anywhere;
  const title = foldPhrase(head.meta.get('og:title') ?? head.title ?? '');
  const heading = blocks.findIndex(
    ({ kind, text }, at) => kind === 'heading' && kept[at] === true && title.includes(foldPhrase(text)),
  );
  return heading >= 0
    ? heading
    : blocks.findIndex(({ kind, level }, at) => kind === 'heading' && level <= 2 && kept[at] === true);
}

// ---- by a block's own words

function isAsideByWords(block: Block): boolean {
  if (block.level === 1) return false;
  if (isPromotion(block.text) || isEndNote(block.text)) return true;
  if (block.kind === 'row') return false;
  const length = block.text.length;
  if (isMenu(block.text) && !isByline(block, 0, 0)) return true;
  // A paragraph that is all link is a way out of the page.
  return length < 160 && block.linked >= length * 0.7 && block.kind !== 'heading';
}

/** Whether a block begins with a promotion's words, set off by a mark, by capitals or by the block's end. */
export function isPromotion(text: string): boolean {
  const start = text.slice(0, 80).replace(/^[\s[({>»•*·–—-]+/u, '');
  const folded = foldPhrase(start);
  return PROMOTIONS.some((phrase) => {
    if (!`${folded} `.startsWith(`${phrase} `)) return false;
    const count = phrase.split(' ').length;
    const written = start.split(/\s+/).slice(0, count).join(' ');
    const rest = start.slice(written.length);
    if (rest.trim() === '' || /[:>»)\]|]$/u.test(written)) return true;
    if (/^\s*(?:[:>»|)\]]|[–—-]\s|\.{3}|…)/u.test(rest)) return true;
    return /\p{Lu}{2}/u.test(written) && !/\p{Ll}/u.test(written);
  });
}

function isEndNote(text: string): boolean {
  if (text.length > 300) return false;
  const folded = foldPhrase(text);
  return /^\s*(?:©|\(c\)\s|copyright\b)/iu.test(text) || END_NOTES.some((note) => folded.includes(note));
}

/** Short labels with bars or dots between them and no sentence. */
export function isMenu(text: string): boolean {
  if (text.length > 400 || text.includes('\n')) return false;
  const parts = text.split(/\s*[|•·›»]\s*/u).filter((part) => part !== '');
  if (parts.length < 3) return false;
  const words = parts.map((part) => part.split(/\s+/).length);
  const short = words.filter((count) => count <= 4).length;
  return short * 3 >= parts.length * 2 && !/[.!?]["”’]?$/u.test(text.trim());
}

// ---- bylines

/** Whether a block says who wrote and when: by its element's name, "By ...", or a date and little else, near the headline. */
function isByline(block: Block, at: number, headline: number): boolean {
  if (block.kind === 'heading' || block.kind === 'row' || block.text.length > 220) return false;
  const near = headline < 0 ? at <= BYLINE_REACH : Math.abs(at - headline) <= BYLINE_REACH;
  if (!near) return false;
  const words = block.text.split(/\s+/).length;
  const sentences = block.text.split(/[.!?]\s+(?=\p{Lu})/u).length;
  if (block.byline && words <= 30) return true;
  const folded = foldPhrase(block.text.slice(0, 60));
  const lead = LEADS.some((phrase) => `${folded} `.startsWith(`${phrase} `));
  const dated = words <= 20 && findStamps(block.text).some(({ date }) => date !== null);
  if (lead && words <= 25 && (dated || sentences === 1))
    return dated || /^(?:by|von|por|par|yazan|بقلم)\b/iu.test(block.text) || words <= 6;
  return dated && words <= 16 && isMostlyDate(block.text);
}

/** A date is half of it, or a part among others that bars or dots set off. */
function isMostlyDate(text: string): boolean {
  const dated = findStamps(text).filter(({ date }) => date !== null);
  const covered = dated.reduce((sum, stamp) => sum + stamp.end - stamp.start, 0);
  return covered * 2 >= text.length || (/[|•·]/u.test(text) && covered * 6 >= text.length);
}

/** Short list items before the headline are a menu, whatever their element is called. */
function setLeadingMenuAside(
  blocks: readonly Block[],
  roles: readonly BlockRole[],
  headline: number,
): BlockRole[] {
  if (headline <= 0) return [...roles];
  return roles.map((role, at) => {
    const block = blocks[at];
    if (at >= headline || role !== 'text' || block === undefined) return role;
    const short = block.text.split(/\s+/).length <= 4 && !/[.!?]$/u.test(block.text);
    return (block.kind === 'item' && short) || isMenu(block.text) ? 'aside' : role;
  });
}

function foldPhrase(phrase: string): string {
  return (phrase.match(/[\p{L}\p{M}\p{Nd}-]+/gu) ?? []).map(foldStampWord).join(' ');
}

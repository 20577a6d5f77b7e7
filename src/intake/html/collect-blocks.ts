import { foldStampWord } from '../../statement/stamp-pieces.ts';
import { type HtmlElement, walkHtml } from './html-events.ts';
import words from './html-words.json' with { type: 'json' };

/** A paragraph, heading, list item or table row of a page, as readable text. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row' | 'caption';
  /** 1 for `h1` .. 6; 0 for what is no heading. */
  readonly level: number;
  /** Lines within are `\n`; cells of a row are parted by a tab. */
  readonly text: string;
  /** Characters that stand in links. */
  readonly linked: number;
  /** True where an element around it says that it is no part of the text: a menu, an advertisement. */
  readonly aside: boolean;
  /** True where an element around it says that it is a byline or a date. */
  readonly byline: boolean;
  /** Number of the innermost `article` or `main` around it, or null. */
  readonly article: number | null;
  /** Number of the table that a row belongs to, or null. */
  readonly table: number | null;
}

/** What a page says of itself outside its text. */
export interface PageHead {
  readonly title: string | null;
  readonly language: string | null;
  /** Lower-case name or property of each `meta`, with its content; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** `datetime` of the first `time` element, or null. */
  readonly time: string | null;
  /** Texts of `application/ld+json` scripts. */
  readonly data: readonly string[];
}

export interface Page {
  readonly head: PageHead;
  readonly blocks: readonly Block[];
}

const SKIPPED = new Set(words.skipped);
const ASIDE_TAGS = new Set(words.asideTags);
const ASIDE_ROLES = new Set(words.asideRoles);
const ASIDE_NAMES = new Set(words.asideNames);
const ASIDE_WHOLE = new Set(words.asideWhole);
const KEPT_NAMES = new Set(words.keptNames);
const BYLINE_NAMES = new Set(words.bylineNames);
/** Cells longer than this are columns of a layout, not of a table. */
const LONGEST_CELL = 300;
const LONGEST_DATA = 200_000;

/** The blocks of a page in document order, and what its head says. Linear; never throws. */
export function collectBlocks(html: string): Page {
  const collector = new BlockCollector();
  walkHtml(html, collector);
  return collector.finish();
}

interface Frame {
  readonly skips: boolean;
  readonly aside: boolean;
  readonly byline: boolean;
  readonly link: boolean;
  readonly article: boolean;
}

interface RowDraft {
  readonly cells: Block[][];
}

class BlockCollector {
  private readonly blocks: Block[] = [];
  private readonly meta = new Map<string, string>();
  private readonly data: string[] = [];
  private readonly frames: Frame[] = [];
  private readonly articles: number[] = [];
  private readonly tables: number[] = [];
  private readonly rows: RowDraft[] = [];
  private skips = 0;
  private asides = 0;
  private bylines = 0;
  private links = 0;
  private pre = 0;
  private articleCount = 0;
  private tableCount = 0;
  private level = 0;
  private kind: Block['kind'] = 'paragraph';
  private words: string[] = [];
  private linked = 0;
  private title: string | null = null;
  private titleText: string | null = null;
  private dataText: string | null = null;
  private language: string | null = null;
  private time: string | null = null;

  open(element: HtmlElement): void {
    const { name, attributes } = element;
    if (name === 'meta') this.takeMeta(attributes);
    if (name === 'html' || name === 'body') this.language ??= attributes.get('lang') || null;
    if (name === 'time') this.time ??= attributes.get('datetime') || null;
    if (name === 'title' && this.title === null) this.titleText = '';
    if (name === 'script' && attributes.get('type') === 'application/ld+json') this.dataText = '';
    if (name === 'br') this.words.push('\n');
    if (element.isBlock) this.endBlock();
    const frame = this.frameOf(element);
    this.frames.push(frame);
    this.count(frame, 1);
    if (frame.article) this.articles.push(this.articleCount++);
    if (name === 'pre') this.pre += 1;
    if (name === 'table') this.tables.push(this.tableCount++);
    if (name === 'tr') this.rows.push({ cells: [] });
    if (name === 'td' || name === 'th') this.rows.at(-1)?.cells.push([]);
    this.setKind(name);
  }

  close(element: HtmlElement): void {
    const { name } = element;
    if (name === 'title' && this.titleText !== null) {
      this.title = squeeze(this.titleText);
      this.titleText = null;
    }
    if (name === 'script' && this.dataText !== null) {
      this.data.push(this.dataText.slice(0, LONGEST_DATA));
      this.dataText = null;
    }
    if (element.isBlock) this.endBlock();
    const frame = this.frames.pop();
    if (frame !== undefined) this.count(frame, -1);
    if (frame?.article === true) this.articles.pop();
    if (name === 'pre') this.pre -= 1;
    if (name === 'tr') this.endRow();
    if (name === 'table') this.tables.pop();
    if (element.isBlock) this.setKind('p');
  }

  text(text: string): void {
    if (this.titleText !== null) this.titleText += text;
    else if (this.dataText !== null) this.dataText += text;
    if (this.skips > 0 || this.titleText !== null) return;
    this.words.push(this.pre > 0 ? text : text.replace(/[ \t\n\r\f]+/g, ' '));
    if (this.links > 0) this.linked += text.trim().length;
  }

  finish(): Page {
    this.endBlock();
    while (this.rows.length > 0) this.endRow();
    const { title, language, meta, time, data } = this;
    return { head: { title: title === '' ? null : title, language, meta, time, data }, blocks: this.blocks };
  }

  private setKind(name: string): void {
    const heading = /^h([1-6])$/.exec(name)?.[1];
    if (heading !== undefined) {
      this.kind = 'heading';
      this.level = Number(heading);
    } else if (name === 'li' || name === 'dt' || name === 'dd') this.kind = 'item';
    else if (name === 'figcaption' || name === 'caption') this.kind = 'caption';
    else if (name === 'p' || name === 'div' || name === 'td' || name === 'section') this.kind = 'paragraph';
    if (this.kind !== 'heading') this.level = 0;
  }

  private takeMeta(attributes: ReadonlyMap<string, string>): void {
    const key = (
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      ''
    ).toLowerCase();
    const content = squeeze(attributes.get('content') ?? '');
    if (key !== '' && content !== '' && !this.meta.has(key)) this.meta.set(key, content);
  }

  private frameOf({ name, attributes }: HtmlElement): Frame {
    const names = namesOf(attributes);
    const hidden = attributes.has('hidden') || /display\s*:\s*none/i.test(attributes.get('style') ?? '');
    const role = attributes.get('role') ?? '';
    const isHeader = name === 'header' && this.articles.length === 0;
    return {
      skips: SKIPPED.has(name) || hidden,
      aside: ASIDE_TAGS.has(name) || ASIDE_ROLES.has(role) || isHeader || namesAside(names, name),
      byline:
        names.some((each) => BYLINE_NAMES.has(each)) || name === 'time' || attributes.get('rel') === 'author',
      link: name === 'a' && attributes.has('href'),
      article:
        name === 'article' ||
        name === 'main' ||
        role === 'main' ||
        attributes.get('itemprop') === 'articleBody',
    };
  }

  private count(frame: Frame, by: 1 | -1): void {
    if (frame.skips) this.skips += by;
    if (frame.aside) this.asides += by;
    if (frame.byline) this.bylines += by;
    if (frame.link) this.links += by;
  }

  private endBlock(): void {
    const text = this.words.length === 0 ? '' : tidy(this.words.join(''), this.pre > 0);
    const linked = this.linked;
    this.words = [];
    this.linked = 0;
    if (text === '') return;
    const block: Block = {
      kind: this.kind,
      level: this.kind === 'heading' ? this.level : 0,
      text,
      linked,
      aside: this.asides > 0,
      byline: this.bylines > 0,
      article: this.articles.at(-1) ?? null,
      table: null,
    };
    const cell = this.rows.at(-1)?.cells.at(-1);
    if (cell === undefined) this.blocks.push(block);
    else cell.push(block);
  }

  /** A row of a table is one block with its cells; a row of a layout gives the blocks in its cells. */
  private endRow(): void {
    this.endBlock();
    const row = this.rows.pop();
    if (row === undefined) return;
    const blocks = row.cells.flat();
    const target = this.rows.at(-1)?.cells.at(-1) ?? this.blocks;
    const [first] = blocks;
    const length = Math.max(
      0,
      ...row.cells.map((cell) => cell.reduce((sum, { text }) => sum + text.length, 0)),
    );
    const isTable =
      row.cells.length > 1 &&
      length <= LONGEST_CELL &&
      !blocks.some(({ kind }) => kind === 'heading' || kind === 'row');
    if (first === undefined || !isTable || this.tables.length > 1) {
      target.push(...blocks);
      return;
    }
    const cells = row.cells.map((cell) => cell.map(({ text }) => text.replace(/[\t\n]+/g, ' ')).join(' '));
    const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
    target.push({
      ...first,
      kind: 'row',
      level: 0,
      text: cells.join('\t'),
      linked,
      table: this.tables.at(-1) ?? null,
    });
  }
}

function namesOf(attributes: ReadonlyMap<string, string>): string[] {
  const written = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${attributes.get('itemprop') ?? ''}`;
  return written.trim() === '' ? [] : written.slice(0, 400).split(/\s+/).filter(Boolean).map(foldStampWord);
}

/** Whether a class or id says that an element is set aside: `site-footer`, `ad`, `related-stories`; never one that says `article` too. */
function namesAside(names: readonly string[], tag: string): boolean {
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article') return false;
  return names.some((name) => {
    if (ASIDE_WHOLE.has(name)) return true;
    const parts = name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/);
    return parts.some((part) => ASIDE_NAMES.has(part)) && !parts.some((part) => KEPT_NAMES.has(part));
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** One space between words, no space at line ends; no-break spaces stay. */
function tidy(text: string, pre: boolean): string {
  const lines = text
    .split('\n')
    .map((line) => (pre ? line.trimEnd() : line.replace(/[ \t\r\f]+/g, ' ').replace(/^ | $/g, '')));
  return lines
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

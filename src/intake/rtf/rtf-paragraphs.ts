import iconv from 'iconv-lite';
import type { Hidden } from '../../statement/source.ts';
import type { LaidOut } from '../laid-out-text.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import rtfWords from './rtf-words.json' with { type: 'json' };

const CHARACTERS: Readonly<Record<string, string>> = rtfWords.characters;
const CHARSETS: Readonly<Record<string, string>> = rtfWords.charsets;
const APART = new Map(Object.entries(rtfWords.apart) as [string, Hidden | 'seen'][]);
const ENDS: ReadonlySet<string> = new Set(rtfWords.ends);
const SKIPPED: ReadonlySet<string> = new Set(rtfWords.skipped);
const PASSED_THROUGH: ReadonlySet<string> = new Set(rtfWords.passedThrough);
const PROPERTIES: ReadonlySet<string> = new Set(rtfWords.properties);
const COUNTED: Readonly<Record<string, string>> = { pict: 'picture', object: 'embedded object' };

/** What an RTF file holds. */
export interface RtfContent {
  readonly paragraphs: readonly LaidOut[];
  /** Title, author and so on, and where its fields point. */
  readonly said: readonly { readonly key: string; readonly value: string }[];
  /** It ends within a group. */
  readonly cutOff: boolean;
}

/** A group takes after the one around it; what it changes ends with it. */
interface Group {
  /** Name of the destination whose words are not the text's, or null. */
  aside: string | null;
  vanish: boolean;
  deleted: boolean;
  apart: Hidden | 'seen' | null;
  /** Characters that stand for a `\u` where it is not understood. */
  fallback: number;
  encoding: string;
  /** The paragraph to go back to at the group's end. */
  outer: Words | null;
}

type Words = Map<Hidden | 'seen', string>;

/** Reads an RTF file's bytes: paragraphs, a row of a table a line; hidden and deleted words and comments apart. */
export function rtfParagraphs(bytes: Uint8Array): RtfContent {
  const writer = new RtfWriter();
  for (const token of rtfTokens(Buffer.from(bytes).toString('latin1'))) writer.take(token);
  return writer.content();
}

class RtfWriter {
  readonly #done: LaidOut[] = [];
  readonly #said: { key: string; value: string }[] = [];
  readonly #counts = new Map<string, number>();
  readonly #fonts = new Map<number, string>();
  readonly #groups: Group[] = [];
  #group: Group = {
    ...{ aside: null, vanish: false, deleted: false, apart: null, fallback: 1 },
    ...{ encoding: 'windows-1252', outer: null },
  };
  #words: Words = new Map();
  #bytes: number[] = [];
  #aside = '';
  #codePage = 'windows-1252';
  #font = 0;
  #skip = 0;
  #star = false;
  /** The last piece opened a group. */
  #opened = false;
  #cutOff = false;

  take(token: RtfToken): void {
    if (token.is === 'byte') this.#takeByte(token.byte);
    else {
      this.#flush();
      if (token.is === 'word') this.#takeWord(token.word, token.value);
      else if (token.is === 'open') this.#open();
      else if (token.is === 'close') this.#close();
      else this.#cutOff = true;
    }
  }

  content(): RtfContent {
    this.#flush();
    while (this.#groups.length > 0) this.#close();
    this.#end();
    const counted = [...this.#counts].map(([key, count]) => ({
      key: `${key}, not opened`,
      value: String(count),
    }));
    return { paragraphs: this.#done, said: [...this.#said, ...counted], cutOff: this.#cutOff };
  }

  #takeByte(byte: number): void {
    this.#opened = false;
    if (this.#skip > 0) this.#skip -= 1;
    else this.#bytes.push(byte);
  }

  #open(): void {
    this.#opened = true;
    this.#skip = 0;
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, outer: null };
  }

  #close(): void {
    this.#opened = false;
    const { aside, outer } = this.#group;
    const before = this.#groups.pop();
    if (outer !== null) {
      this.#end();
      this.#words = outer;
    }
    this.#skip = 0;
    if (before === undefined) return;
    if (aside !== null && aside !== before.aside) this.#endAside(aside);
    this.#group = before;
  }

  #takeWord(word: string, value: number | null): void {
    const star = this.#star;
    // Within a group, behind other words, a star marks nothing: some programs write it before a style.
    this.#star = word === '*' && this.#opened;
    this.#opened = false;
    if (word === '*') return;
    if (word === 'u') this.#takeUnicode(value ?? 0);
    else if (word === 'uc') this.#group.fallback = Math.max(0, value ?? 1);
    else if (word === 'f' || word === 'fcharset' || word === 'ansicpg') this.#takeFont(word, value ?? 0);
    else if (this.#skip > 0) this.#skip -= 1;
    else if (!this.#beginsAside(word, star)) this.#takeLayout(word, value);
  }

  #takeLayout(word: string, value: number | null): void {
    const character = CHARACTERS[word];
    const apart = APART.get(word);
    if (character !== undefined) this.#write(character);
    else if (ENDS.has(word)) this.#endParagraph();
    else if (word === 'v') this.#group.vanish = value !== 0;
    else if (word === 'deleted') this.#group.deleted = value !== 0;
    else if (word === 'plain') this.#group.vanish = false;
    else if (word === 'intbl') return;
    else if (apart !== undefined && this.#group.aside === null) this.#setApart(apart);
  }

  /** A destination of its own: what is not the document's words, and all that is marked as to be passed over where not known. */
  #beginsAside(word: string, star: boolean): boolean {
    const counted = COUNTED[word];
    if (counted !== undefined && this.#group.aside === null)
      this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + 1);
    const property = this.#group.aside === 'info' && PROPERTIES.has(word);
    const unknown = star && !APART.has(word) && !PASSED_THROUGH.has(word);
    if (!property && !unknown && !SKIPPED.has(word)) return false;
    if (this.#group.aside === null || property) {
      this.#group.aside = word;
      this.#aside = '';
    }
    return true;
  }

  #setApart(apart: Hidden | 'seen'): void {
    this.#group.apart = apart;
    this.#group.outer = this.#words;
    this.#words = new Map();
  }

  #takeUnicode(value: number): void {
    this.#skip = 0;
    this.#write(String.fromCharCode(value & 0xffff));
    this.#skip = this.#group.fallback;
  }

  #takeFont(word: string, value: number): void {
    if (word === 'ansicpg') {
      const encoding = value === 65001 ? 'utf8' : `cp${value}`;
      if (iconv.encodingExists(encoding)) this.#codePage = encoding;
      this.#group.encoding = this.#codePage;
    } else if (this.#group.aside !== 'fonttbl')
      this.#group.encoding = this.#fonts.get(value) ?? this.#codePage;
    else if (word === 'f') this.#font = value;
    // Charsets 0 and 1 say no more than the document's own code page does.
    else if (value > 1) this.#fonts.set(this.#font, CHARSETS[String(value)] ?? this.#codePage);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const words = iconv.decode(Buffer.from(this.#bytes), this.#group.encoding);
    this.#bytes = [];
    this.#star = false;
    this.#write(words);
  }

  #write(words: string): void {
    if (this.#group.aside !== null) this.#aside += words;
    else {
      const { apart, deleted, vanish } = this.#group;
      const how = deleted ? 'deleted' : vanish ? 'marked-hidden' : (apart ?? 'seen');
      this.#words.set(how, (this.#words.get(how) ?? '') + words);
    }
  }

  #endAside(aside: string): void {
    const value = this.#aside.trim();
    this.#aside = '';
    if (value === '') return;
    if (PROPERTIES.has(aside)) this.#said.push({ key: `rtf ${aside}`, value });
    const link = aside === 'fldinst' ? /^(?:HYPERLINK|INCLUDE\w+)\s+(.+)$/s.exec(value)?.[1] : undefined;
    if (link !== undefined) this.#said.push({ key: 'link to outside, not followed', value: link.trim() });
  }

  #endParagraph(): void {
    if (this.#group.aside === null) this.#end();
  }

  #end(): void {
    for (const [how, words] of this.#words) {
      const text = words
        .toWellFormed()
        .replace(/[ \t]+(?=\n|$)/g, '')
        .trim();
      if (text !== '') this.#done.push({ text, ...(how === 'seen' ? {} : { hidden: how }) });
    }
    this.#words.clear();
  }
}

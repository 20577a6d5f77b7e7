import type { Hidden } from '../../statement/source.ts';
import type { LaidOut } from '../laid-out-text.ts';
import type { HidingStyles } from './odf-styles.ts';
import { walkXml } from './walk-xml.ts';

/** A stretch of spaces that a document keeps as a number; more than these are laid out, not said. */
const MOST_SPACES = 200;

/** Elements whose words are kept apart from the paragraph that they stand in, and the label that they give. */
const APART: Readonly<Record<string, Hidden | 'seen'>> = {
  'text:deletion': 'deleted',
  'office:annotation': 'comment',
  'presentation:notes': 'note',
  'text:note-body': 'seen',
  'draw:text-box': 'seen',
};
/** Numbers of notes, names and days of changes and comments: no words of the text. */
const SKIPPED: ReadonlySet<string> = new Set([
  'text:note-citation',
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
  'text:page-number',
]);
const PARAGRAPHS: ReadonlySet<string> = new Set(['text:p', 'text:h']);

/** A paragraph in the making, and those that it was left for: a comment, a note, a box of text. */
interface Layer {
  words: Map<Hidden | 'seen', string>;
  /** Rows of tables that are open within it. */
  rows: number;
  /** A field says that the whole paragraph is hidden. */
  hides: boolean;
}

/**
 * The paragraphs of an OpenDocument text or presentation (ISO/IEC 26300), the cells of a row with
 * tabs between. What was deleted with changes tracked, comments, speaker's notes, pages that are
 * not shown and text that is marked as hidden stand apart and are labelled.
 */
export function odfParagraphs(xml: Uint8Array, hiding: HidingStyles): LaidOut[] {
  const writer = new OdfWriter(hiding);
  walkXml(xml, {
    open: (name, attributes) => writer.open(name, attributes),
    text: (words) => writer.text(words),
    close: () => writer.close(),
  });
  return writer.done;
}

class OdfWriter {
  readonly done: LaidOut[] = [];
  readonly #hiding: HidingStyles;
  readonly #names: string[] = [];
  /** For each open element the label of what is within. */
  readonly #labels: (Hidden | 'seen')[] = [];
  readonly #layers: Layer[] = [];
  #layer: Layer = emptyLayer();
  #skipped = 0;
  #paragraphs = 0;

  constructor(hiding: HidingStyles) {
    this.#hiding = hiding;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const apart = APART[name];
    const own = apart === undefined || apart === 'seen' ? this.#labelOf(name, attributes) : apart;
    this.#names.push(name);
    this.#labels.push(own ?? this.#labels.at(-1) ?? 'seen');
    if (apart !== undefined) this.#layers.push(this.#layer);
    if (apart !== undefined) this.#layer = emptyLayer();
    if (SKIPPED.has(name)) this.#skipped += 1;
    if (PARAGRAPHS.has(name)) this.#paragraphs += 1;
    if (name === 'table:table-row') this.#layer.rows += 1;
    if (name === 'text:hidden-paragraph') this.#layer.hides = attributes['text:is-hidden'] !== 'false';
    this.#write(wordsOf(name, attributes));
  }

  text(words: string): void {
    // White space between elements is layout; a hidden field's words were taken from its attribute.
    if (this.#paragraphs > 0 && this.#names.at(-1) !== 'text:hidden-text')
      this.#write(words.replace(/\s+/g, ' '));
  }

  close(): void {
    const name = this.#names.pop() ?? '';
    if (SKIPPED.has(name)) this.#skipped -= 1;
    if (PARAGRAPHS.has(name)) {
      this.#paragraphs -= 1;
      if (this.#layer.rows === 0) this.#end();
      else this.#write(' ');
    } else if (name === 'table:table-cell') this.#write('\t');
    else if (name === 'table:table-row') {
      this.#layer.rows -= 1;
      this.#end();
    }
    if (APART[name] !== undefined) {
      this.#end();
      this.#layer = this.#layers.pop() ?? emptyLayer();
    }
    this.#labels.pop();
  }

  #labelOf(name: string, attributes: Readonly<Record<string, string>>): Hidden | undefined {
    const style =
      attributes['text:style-name'] ?? attributes['draw:style-name'] ?? attributes['table:style-name'];
    if (name === 'draw:page') return this.#hides(style) ? 'hidden-slide' : undefined;
    const display = attributes['text:display'] ?? 'true';
    const hidden = name === 'text:hidden-text' || (name === 'text:section' && display !== 'true');
    return hidden || this.#hides(style) ? 'marked-hidden' : undefined;
  }

  #hides(style: string | undefined): boolean {
    return style !== undefined && this.#hiding.has(style);
  }

  #write(words: string): void {
    if (words === '' || this.#skipped > 0) return;
    const how = this.#labels.at(-1) ?? 'seen';
    this.#layer.words.set(how, (this.#layer.words.get(how) ?? '') + words);
  }

  #end(): void {
    const { words, hides, rows } = this.#layer;
    this.#layer = { ...emptyLayer(), rows };
    for (const [how, said] of words) {
      const text = said.replace(/[ \t]+(?=\n|$)/g, '').trim();
      const hidden = how !== 'seen' ? how : hides ? 'marked-hidden' : undefined;
      if (text !== '') this.done.push({ text, ...(hidden === undefined ? {} : { hidden }) });
    }
  }
}

function emptyLayer(): Layer {
  return { words: new Map(), rows: 0, hides: false };
}

/** Words that an element stands for. */
function wordsOf(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name === 'text:s') return ' '.repeat(spacesOf(attributes['text:c']));
  if (name === 'text:tab') return '\t';
  if (name === 'text:line-break') return '\n';
  return name === 'text:hidden-text' ? (attributes['text:string-value'] ?? '') : '';
}

function spacesOf(count: string | undefined): number {
  const spaces = Number(count ?? 1);
  return Number.isFinite(spaces) && spaces > 0 ? Math.min(Math.floor(spaces), MOST_SPACES) : 1;
}

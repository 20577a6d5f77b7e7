import type { Hidden } from '../../statement/source.ts';
import type { LaidOut } from '../laid-out-text.ts';
import { walkXml } from './walk-xml.ts';

/**
 * The paragraphs of a part of a Word document (WordprocessingML, ECMA-376): its text in order, the
 * cells of a row with tabs between. What was deleted with changes tracked and what is marked as
 * hidden stands apart from what is seen. `hidden` labels the whole part (comments).
 */
export function docxParagraphs(xml: Uint8Array, hidden?: Hidden): LaidOut[] {
  const writer = new ParagraphWriter(hidden);
  walkXml(xml, {
    open: (name, attributes) => writer.open(name, attributes),
    text: (words) => writer.text(words),
    close: (name) => writer.close(name),
  });
  return writer.paragraphs();
}

class ParagraphWriter {
  readonly #whole: Hidden | undefined;
  readonly #done: LaidOut[] = [];
  #seen = '';
  #hidden = new Map<Hidden, string>();
  #deleted = 0;
  #vanish = false;
  #inText = false;
  #rows = 0;

  constructor(whole: Hidden | undefined) {
    this.#whole = whole;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:t' || name === 'w:delText') this.#inText = true;
    else if (name === 'w:del' || name === 'w:moveFrom') this.#deleted += 1;
    else if (name === 'w:r') this.#vanish = false;
    else if (name === 'w:vanish' || name === 'w:webHidden') this.#vanish = isOn(attributes['w:val']);
    else if (name === 'w:tab') this.#write('\t');
    else if (name === 'w:br' || name === 'w:cr') this.#write('\n');
    else if (name === 'w:tr') this.#rows += 1;
  }

  text(words: string): void {
    if (this.#inText) this.#write(words);
  }

  close(name: string): void {
    if (name === 'w:t' || name === 'w:delText') this.#inText = false;
    else if (name === 'w:del' || name === 'w:moveFrom') this.#deleted -= 1;
    else if (name === 'w:tc') this.#write('\t');
    else if (name === 'w:tr') {
      this.#rows -= 1;
      this.#end();
    } else if (name === 'w:p') {
      if (this.#rows === 0) this.#end();
      else this.#write(' ');
    }
  }

  paragraphs(): LaidOut[] {
    this.#end();
    return this.#done;
  }

  #write(words: string): void {
    const how = this.#deleted > 0 ? 'deleted' : this.#vanish ? 'marked-hidden' : undefined;
    if (how === undefined) this.#seen += words;
    else this.#hidden.set(how, (this.#hidden.get(how) ?? '') + words);
  }

  #end(): void {
    this.#push(this.#seen, this.#whole);
    for (const [how, words] of this.#hidden) this.#push(words, how);
    this.#seen = '';
    this.#hidden = new Map();
  }

  #push(words: string, hidden: Hidden | undefined): void {
    const text = words.replace(/[ \t]+(?=\n|$)/g, '').trim();
    if (text !== '') this.#done.push({ text, ...(hidden === undefined ? {} : { hidden }) });
  }
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import words from './html-words.json' with { type: 'json' };

/** An element that is open, and what its start tag said. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isBlock: boolean;
}

/** What a walk over HTML tells, in document order. Text comes with its entities decoded. */
export interface HtmlHandler {
  open(element: HtmlElement): void;
  close(element: HtmlElement): void;
  text(text: string): void;
}

const VOID = new Set(words.void);
const BLOCK = new Set(words.block);
/** How far up an unclosed `p`, `li` or `td`, or the start of an inline element, is looked for. */
const IMPLIED_REACH = 32;
const IMPLIED: Readonly<Record<string, { closes: readonly string[]; within: readonly string[] }>> = {
  li: { closes: ['li'], within: ['ul', 'ol', 'menu'] },
  dt: { closes: ['dt', 'dd'], within: ['dl'] },
  dd: { closes: ['dt', 'dd'], within: ['dl'] },
  tr: { closes: ['tr', 'td', 'th'], within: ['table'] },
  td: { closes: ['td', 'th'], within: ['tr', 'table'] },
  th: { closes: ['td', 'th'], within: ['tr', 'table'] },
  option: { closes: ['option'], within: ['select'] },
};
const SHORT_ATTRIBUTE = 2_000;

/**
 * Walks HTML and tells its elements and text in order. Uses htmlparser2's tokenizer under
 * a stack of our own: its parser takes time with the square of the depth, and 100,000
 * nested elements are a thing that hostile or broken pages have. Linear; nothing is run or fetched.
 */
export function walkHtml(html: string, handler: HtmlHandler): void {
  const walker = new HtmlWalker(html, handler);
  const tokenizer = new Tokenizer({ decodeEntities: true }, walker);
  tokenizer.write(html);
  tokenizer.end();
  walker.finish();
}

class HtmlWalker implements TokenizerCallbacks {
  private readonly html: string;
  private readonly handler: HtmlHandler;
  private readonly stack: HtmlElement[] = [];
  private readonly openCounts = new Map<string, number>();
  private tag = '';
  private attribute = '';
  private value = '';
  private attributes = new Map<string, string>();

  constructor(html: string, handler: HtmlHandler) {
    this.html = html;
    this.handler = handler;
  }

  ontext(start: number, end: number): void {
    this.handler.text(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.handler.text(String.fromCodePoint(codepoint));
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, Math.min(end, start + 60)).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, Math.min(end, start + 60)).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < SHORT_ATTRIBUTE)
      this.value += this.html.slice(start, Math.min(end, start + SHORT_ATTRIBUTE));
  }

  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.openElement();
  }

  onselfclosingtag(): void {
    this.openElement();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html
      .slice(start, Math.min(end, start + 60))
      .toLowerCase()
      .trim();
    if (name === 'p' && !this.isOpen('p')) {
      this.handler.open(elementOf('p', new Map()));
      this.handler.close(elementOf('p', new Map()));
    } else this.closeNamed(name);
  }

  oncdata(start: number, end: number): void {
    this.handler.text(this.html.slice(start, end));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  finish(): void {
    for (let element = this.stack.pop(); element !== undefined; element = this.stack.pop())
      this.handler.close(element);
  }

  private openElement(): void {
    const element = elementOf(this.tag, this.attributes);
    this.closeImplied(element);
    this.handler.open(element);
    if (VOID.has(element.name)) {
      this.handler.close(element);
      return;
    }
    this.stack.push(element);
    this.openCounts.set(element.name, (this.openCounts.get(element.name) ?? 0) + 1);
  }

  private closeImplied(element: HtmlElement): void {
    if (element.isBlock && this.isOpen('p')) this.closeWithin(['p'], [], true);
    const implied = IMPLIED[element.name];
    if (implied === undefined) return;
    for (const _ of implied.closes) this.closeWithin(implied.closes, implied.within, false);
  }

  /** Closes the nearest element so named, unless one of `within` (or a block, where `inlineOnly`) stands before it. */
  private closeWithin(names: readonly string[], within: readonly string[], inlineOnly: boolean): void {
    const least = Math.max(0, this.stack.length - IMPLIED_REACH);
    for (let at = this.stack.length - 1; at >= least; at -= 1) {
      const element = this.stack[at];
      if (element === undefined || within.includes(element.name)) return;
      if (names.includes(element.name)) {
        this.closeTo(at);
        return;
      }
      if (inlineOnly && element.isBlock) return;
    }
  }

  /** An end tag closes the nearest element of its name; an inline one does not reach through a block. */
  private closeNamed(name: string): void {
    if (!this.isOpen(name)) return;
    const block = BLOCK.has(name);
    const least = block ? 0 : Math.max(0, this.stack.length - IMPLIED_REACH);
    for (let at = this.stack.length - 1; at >= least; at -= 1) {
      const element = this.stack[at];
      if (element === undefined) return;
      if (element.name === name) {
        this.closeTo(at);
        return;
      }
      if (!block && element.isBlock) return;
    }
  }

  private closeTo(at: number): void {
    while (this.stack.length > at) {
      const element = this.stack.pop();
      if (element === undefined) return;
      this.openCounts.set(element.name, (this.openCounts.get(element.name) ?? 1) - 1);
      this.handler.close(element);
    }
  }

  private isOpen(name: string): boolean {
    return (this.openCounts.get(name) ?? 0) > 0;
  }
}

function elementOf(name: string, attributes: ReadonlyMap<string, string>): HtmlElement {
  return { name, attributes, isBlock: BLOCK.has(name) };
}

import type { Hidden } from '../../statement/source.ts';
import type { LaidOut } from '../laid-out-text.ts';
import { walkXml } from './walk-xml.ts';

/** Elements that place one thing on a slide; what hides it is said within. */
const SHAPES: ReadonlySet<string> = new Set(['p:sp', 'p:graphicFrame', 'p:pic', 'p:cxnSp', 'p:grpSp']);
const TEXT: ReadonlySet<string> = new Set(['a:t', 'p:text']);

/** The paragraphs of a slide, of its notes or comments, and whether it is left out when the slides are shown. */
export interface Slide {
  readonly shown: boolean;
  readonly paragraphs: readonly LaidOut[];
}

/**
 * Reads one part of a presentation (PresentationML and DrawingML, ECMA-376): paragraphs in the
 * order of the file, the cells of a table's row with tabs between, shapes that are marked as hidden
 * labelled. `hidden` labels the whole part. The number that a program puts on a slide is left out.
 */
export function readSlide(xml: Uint8Array, hidden?: Hidden): Slide {
  const paragraphs: LaidOut[] = [];
  const shapes: boolean[] = [];
  let shown = true;
  let words = '';
  let rows = 0;
  let inText = false;
  let numbers = 0;
  const end = () => {
    const text = words.replace(/[ \t]+(?=\n|$)/g, '').trim();
    const how = hidden ?? (shapes.includes(true) ? 'marked-hidden' : undefined);
    if (text !== '') paragraphs.push({ text, ...(how === undefined ? {} : { hidden: how }) });
    words = '';
  };
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'p:sld') shown = attributes.show !== '0' && attributes.show !== 'false';
      else if (SHAPES.has(name)) shapes.push(false);
      else if (name === 'p:cNvPr' && isOn(attributes.hidden)) shapes[shapes.length - 1] = true;
      else if (name === 'a:fld') numbers += attributes.type === 'slidenum' ? 1 : 0;
      else if (name === 'a:tr') rows += 1;
      else if (name === 'a:br') words += '\n';
      else if (TEXT.has(name)) inText = numbers === 0;
    },
    text: (piece) => {
      if (inText) words += piece;
    },
    close: (name) => {
      if (TEXT.has(name)) inText = false;
      if (name === 'a:fld') numbers = 0;
      else if (name === 'a:tc') words += '\t';
      else if (name === 'a:tr') rows -= 1;
      if (name === 'a:p' && rows > 0) words += ' ';
      else if (name === 'a:p' || name === 'a:tr' || name === 'p:text') end();
      if (SHAPES.has(name)) shapes.pop();
    },
  });
  end();
  return { shown, paragraphs };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

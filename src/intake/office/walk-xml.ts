import { Parser } from 'htmlparser2';
import { HearsayError } from '../../errors.ts';
import { decodeText } from '../decode.ts';

/** Told of each element and text of an XML document, names with their prefix. */
export interface XmlWalker {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(words: string): void;
  close?(name: string): void;
}

/**
 * Walks an XML document without building it: no depth is too much, no entity is expanded but the
 * five of XML itself. Throws `intake/refused` at a document type, which office formats do not have
 * and attacks do (XXE, billion laughs).
 */
export function walkXml(bytes: Uint8Array, walker: XmlWalker): void {
  const { text } = decodeText(bytes);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => walker.open?.(name, attributes),
      ontext: (words) => walker.text?.(words),
      onclosetag: (name) => walker.close?.(name),
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') refuse();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
}

function refuse(): never {
  throw new HearsayError(
    'intake/refused',
    'The document holds a document type definition, which office programs do not write and attacks do. Nothing was read from it. If you trust it, open it and save it as text.',
  );
}

import { walkXml } from './walk-xml.ts';

/** Names of the styles of an OpenDocument file whose content is not seen. */
export type HidingStyles = ReadonlySet<string>;

/**
 * The styles that hide: text that is not displayed, tables that are not, pages that are left out
 * when slides are shown. A style takes after its parent where it does not say otherwise.
 */
export function hidingStyles(xmls: readonly (Uint8Array | undefined)[]): HidingStyles {
  const said = new Map<string, boolean>();
  const parents = new Map<string, string>();
  for (const xml of xmls) if (xml !== undefined) gather(xml, said, parents);
  return new Set(
    [...new Set([...said.keys(), ...parents.keys()])].filter((name) => hides(name, said, parents)),
  );
}

function gather(xml: Uint8Array, said: Map<string, boolean>, parents: Map<string, string>): void {
  let style = '';
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'style:style') {
        style = attributes['style:name'] ?? '';
        const parent = attributes['style:parent-style-name'];
        if (parent !== undefined) parents.set(style, parent);
      }
      const hiding = hidingOf(name, attributes);
      if (style !== '' && hiding !== null) said.set(style, hiding);
    },
    close: (name) => {
      if (name === 'style:style') style = '';
    },
  });
}

function hidingOf(name: string, attributes: Readonly<Record<string, string>>): boolean | null {
  if (name === 'style:text-properties' || name === 'style:section-properties')
    return isSaid(attributes['text:display'], 'none');
  if (name === 'style:table-properties') return isSaid(attributes['table:display'], 'false');
  if (name === 'style:drawing-page-properties')
    return isSaid(attributes['presentation:visibility'], 'hidden');
  return null;
}

function isSaid(value: string | undefined, hiding: string): boolean | null {
  return value === undefined ? null : value === hiding;
}

const MOST_PARENTS = 20;

function hides(
  name: string,
  said: ReadonlyMap<string, boolean>,
  parents: ReadonlyMap<string, string>,
): boolean {
  let style: string | undefined = name;
  for (let steps = 0; style !== undefined && steps < MOST_PARENTS; steps++) {
    const own = said.get(style);
    if (own !== undefined) return own;
    style = parents.get(style);
  }
  return false;
}

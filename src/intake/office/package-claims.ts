import type { Claim } from '../../statement/source.ts';
import { walkXml } from './walk-xml.ts';

/** What a file says of its author and dates, each element a claim. Anybody can write anything there. */
export function propertiesOf(xml: Uint8Array | undefined, format: string): Claim[] {
  const claims: Claim[] = [];
  let key = '';
  if (xml === undefined) return claims;
  walkXml(xml, {
    open: (name) => {
      key = name.includes(':') ? name.slice(name.indexOf(':') + 1) : '';
    },
    text: (words) => {
      if (key !== '' && words.trim() !== '')
        claims.push({ key: `${format} ${key}`, value: words.trim(), span: null });
    },
    close: () => {
      key = '';
    },
  });
  return claims;
}

/** Where the parts named by `links` point outside of the file. */
export function linksOf(parts: ReadonlyMap<string, Uint8Array>, links: RegExp): Claim[] {
  const claims: Claim[] = [];
  for (const [name, xml] of parts) {
    if (!links.test(name)) continue;
    walkXml(xml, {
      open: (element, attributes) => {
        if (element !== 'Relationship' || attributes.TargetMode !== 'External') return;
        claims.push({ key: 'link to outside, not followed', value: attributes.Target ?? '', span: null });
      },
    });
  }
  return claims;
}

/**
 * `npm run bench:names`: names that the whole reader finds in the label set (model/data), each
 * document on its own: exact span and kind (person, place, organisation), and any overlap of the
 * same kind, by language; apart for the held-out documents, which no trained reader has seen.
 */

import { type LabelDocument, readLabelSet } from '../model/read-label-set.ts';
import { readDocument } from '../src/intake/read-document.ts';
import { readSource } from '../src/reading/read-source.ts';
import type { Mention } from '../src/statement/statement.ts';

interface Name {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const KINDS: ReadonlySet<string> = new Set(['person', 'place', 'organization']);

async function compare(document: LabelDocument): Promise<{ gold: Name[]; found: Name[] }> {
  const { text, names, file } = document;
  const { source, sections, passages } = await readDocument(new TextEncoder().encode(text), {
    path: file,
    file,
  });
  if (source.text !== text) throw new Error(`${file}: the source's text is not the labelled one`);
  const { mentions } = readSource(source, sections, [...passages]);
  const gold = names.map((name) => ({
    ...name,
    kind: name.kind === 'organisation' ? 'organization' : name.kind,
  }));
  const known = ({ kind }: Name) => KINDS.has(kind);
  return { gold: gold.filter(known), found: mentions.map((each) => nameIn(each, text)).filter(known) };
}

/** A mention's span without the title. */
function nameIn({ span, name, kind }: Mention, text: string): Name {
  const at = text.indexOf(name, span.start);
  const start = at >= 0 && at < span.end ? at : span.start;
  return { kind, start, end: at === start ? start + name.length : span.end };
}

const same = (one: Name, other: Name) =>
  one.kind === other.kind && one.start === other.start && one.end === other.end;
const touches = (one: Name, other: Name) =>
  one.kind === other.kind && one.start < other.end && other.start < one.end;

const pairs = await Promise.all(
  readLabelSet().map(async (document) => ({ ...document, ...(await compare(document)) })),
);
for (const language of ['en', 'tr', 'ar']) {
  for (const part of ['train', 'held-out']) {
    const own = pairs.filter((each) => each.language === language && each.part === part);
    const count = (list: 'gold' | 'found', fits: (one: Name, other: Name) => boolean) =>
      own.reduce((sum, pair) => {
        const others = list === 'gold' ? pair.found : pair.gold;
        return sum + pair[list].filter((name) => others.some((other) => fits(name, other))).length;
      }, 0);
    const gold = own.reduce((sum, pair) => sum + pair.gold.length, 0);
    const found = own.reduce((sum, pair) => sum + pair.found.length, 0);
    const f1 = (fits: (one: Name, other: Name) => boolean) => {
      const precision = count('found', fits) / (found || 1);
      const recall = count('gold', fits) / (gold || 1);
      const f = (2 * precision * recall) / (precision + recall || 1);
      return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f.toFixed(3)}`;
    };
    console.log(
      `${language} ${part}: ${own.length} documents, ${gold} names; exact: ${f1(same)}; overlap: ${f1(touches)}`,
    );
  }
}

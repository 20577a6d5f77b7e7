import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelWords } from '../../src/language/model/model-words.ts';
import { splitSentences } from '../../src/language/split-sentences.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { readLabelSet } from '../read-label-set.ts';
import { readConllu } from './read-conllu.ts';

/** A sentence with the kind of name that each word is in, in BIO form: `B-person`, `I-person`, `O`. */
export interface NamedSentence {
  readonly words: readonly string[];
  readonly labels: readonly string[];
}

export interface NameData {
  readonly train: NamedSentence[];
  readonly tests: Readonly<Record<string, NamedSentence[]>>;
}

const KINDS: Readonly<Record<string, string>> = {
  per: 'person',
  person: 'person',
  loc: 'place',
  location: 'place',
  place: 'place',
  gpe: 'place',
  fac: 'place',
  org: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  corporation: 'organisation',
  group: 'organisation',
};

/** What may be trained on and shipped, by language, and what is measured on; held-out parts are whole blocks or documents. */
export function readNameData(data: string, language: string): NameData {
  const own = (part: 'train' | 'held-out') => readOwn(language, part);
  if (language === 'tr') {
    const wiki = (file: string) => readColumns(join(data, 'names/turkish-wiki-ner', file), 0, 1);
    return {
      train: [...wiki('train.conll'), ...own('train'), ...own('train')],
      tests: { 'turkish-wiki-ner dev': wiki('dev.conll'), 'own held out': own('held-out') },
    };
  }
  const names = (folder: string, file: string) => join(data, 'names', folder, file);
  const wikigold = readColumns(names('wikigold', 'wikigold.conll'), 0, 1);
  const cut = Math.floor(wikigold.length * 0.8);
  const re3d = readRe3d(join(data, 're3d'));
  const twice = [...own('train'), ...re3d.train, ...wikigold.slice(0, cut)];
  return {
    train: [
      ...twice,
      ...twice,
      ...readColumns(names('wnut17', 'wnut17train.conll'), 0, 1),
      ...readColumns(names('wnut17', 'emerging.dev.conll'), 0, 1),
      ...'abefgh'.split('').flatMap((part) => readColumns(names('btc', `${part}.conll`), 0, 1)),
      ...readColumns(names('uner-en-ewt', 'en_ewt-ud-dev.iob2'), 1, 2),
      ...readGum(join(data, 'gum/train/dep')),
    ],
    tests: {
      're3d held-out fifth': re3d.test,
      're3d BBC (never trained on)': re3d.apart,
      'WikiGold last fifth': wikigold.slice(cut),
      'UNER-EWT test': readColumns(names('uner-en-ewt', 'en_ewt-ud-test.iob2'), 1, 2),
      'WNUT17 test': readColumns(names('wnut17', 'emerging.test.annotated'), 0, 1),
      'GUM dev': readGum(join(data, 'gum/dev/dep')),
      'own held out': own('held-out'),
    },
  };
}

/** Columns of words and labels, a blank line between sentences; labels of other kinds are none. */
function readColumns(path: string, wordColumn: number, labelColumn: number): NamedSentence[] {
  const blocks = readFileSync(path, 'utf8')
    .replaceAll('\r', '')
    .split(/\n[ \t]*\n/);
  return blocks.flatMap((block) => {
    const rows = block
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('# ') && !line.startsWith('-DOCSTART-'));
    const cells = rows.map((row) => row.split(/\t| /));
    const kept = cells.filter((row) => (row[wordColumn] ?? '') !== '');
    if (kept.length === 0) return [];
    return [
      splitHyphens({
        words: kept.map((row) => row[wordColumn] ?? ''),
        labels: toBio(kept.map((row) => kindOf(row[labelColumn] ?? 'O'))),
      }),
    ];
  });
}

function kindOf(label: string): string {
  const kind = KINDS[label.slice(2).toLowerCase()];
  return kind === undefined ? 'O' : `${label.charAt(0)}-${kind}`;
}

/** IOB1, where a name begins with I unless it follows another of its kind, as BIO. */
function toBio(labels: readonly string[]): string[] {
  return labels.map((label, at) => {
    if (!label.startsWith('I')) return label;
    const before = labels[at - 1] ?? 'O';
    return before === 'O' || before.slice(2) !== label.slice(2) ? `B${label.slice(1)}` : label;
  });
}

/** Hyphenated words in parts, as models see them. */
function splitHyphens({ words, labels }: NamedSentence): NamedSentence {
  const parts = words.map((word) =>
    /^[\p{L}\p{N}'’.]+([-‑][\p{L}\p{N}'’.]+)+$/u.test(word)
      ? (word.match(/[-‑]|[^-‑]+/gu) ?? [word])
      : [word],
  );
  return {
    words: parts.flat(),
    labels: parts.flatMap((each, at) =>
      each.map((_, part) => (part === 0 ? (labels[at] ?? 'O') : (labels[at] ?? 'O').replace(/^B/, 'I'))),
    ),
  };
}

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** Sentences of a text with marked spans; a word is in a name where it lies within its span. */
function sentencesOf(text: string, marked: readonly Marked[], language: string): NamedSentence[] {
  const tokens = tokenize(text);
  return splitSentences(text, tokens).map((sentence) => {
    const words = modelWords(text, tokens.slice(sentence.firstToken, sentence.endToken), language);
    let last: Marked | undefined;
    const labels = words.map((word) => {
      const name = marked.find((each) => each.start < word.end && word.start < each.end);
      const label = name === undefined ? 'O' : `${name === last ? 'I' : 'B'}-${name.kind}`;
      last = name;
      return label;
    });
    return { words: words.map(({ word }) => word), labels };
  });
}

function readOwn(language: string, part: 'train' | 'held-out'): NamedSentence[] {
  return readLabelSet()
    .filter((document) => document.language === language && document.part === part)
    .flatMap(({ text, names }) =>
      sentencesOf(
        text,
        names.flatMap(({ kind, ...span }) =>
          kind === 'role' || kind === 'group' ? [] : [{ ...span, kind }],
        ),
        language,
      ),
    );
}

interface Re3dEntity {
  readonly documentId: string;
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
}

/** re3d by document: every fifth is held out; BBC Online, which may not be trained on, stands apart. */
function readRe3d(folder: string) {
  const lines = <Row>(path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Row);
  const train: NamedSentence[] = [];
  const test: NamedSentence[] = [];
  const apart: NamedSentence[] = [];
  for (const publisher of readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()) {
    const entities = Map.groupBy(
      lines<Re3dEntity>(join(folder, publisher, 'entities.json')),
      ({ documentId }) => documentId,
    );
    const documents = lines<{ _id: string; text: string }>(join(folder, publisher, 'documents.json')).sort(
      (a, b) => (a._id < b._id ? -1 : 1),
    );
    for (const [at, { _id, text }] of documents.entries()) {
      const marked = (entities.get(_id) ?? []).flatMap(({ begin, end, type }) =>
        markedAs(text, begin, end, type),
      );
      const sentences = sentencesOf(text, marked, 'en');
      (publisher === 'BBC Online' ? apart : at % 5 === 4 ? test : train).push(...sentences);
    }
  }
  return { train, test, apart };
}

// Spans of re3d take an article along, which ours and the other sets do not.
function markedAs(text: string, begin: number, end: number, type: string): Marked[] {
  const kind = KINDS[type.toLowerCase()];
  const article = /^(?:the|an?)\s+/i.exec(text.slice(begin, end))?.[0].length ?? 0;
  return kind === undefined ? [] : [{ start: begin + article, end, kind }];
}

/** Names of GUM: entities of our kinds whose head is a proper noun, cut to the proper nouns around it. */
function readGum(folder: string): NamedSentence[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readConllu(join(folder, file)).map(({ words, tags, heads, misc }) => {
        const labels = words.map(() => 'O');
        for (const { first, end, kind } of entitiesOf(misc)) {
          const head = [...Array(end - first).keys()]
            .map((at) => first + at)
            .find((at) => (heads[at] ?? 0) - 1 < first || (heads[at] ?? 0) - 1 >= end);
          if (head === undefined || tags[head] !== 'PROPN') continue;
          let from = head;
          let to = head + 1;
          while (from > first && tags[from - 1] === 'PROPN') from--;
          while (to < end && tags[to] === 'PROPN') to++;
          if (labels.slice(from, to).some((label) => label !== 'O')) continue;
          for (let at = from; at < to; at++) labels[at] = `${at === from ? 'B' : 'I'}-${kind}`;
        }
        return { words, labels };
      }),
    );
}

function entitiesOf(misc: readonly string[]): { first: number; end: number; kind: string }[] {
  const open: { id: string; first: number; kind: string | undefined }[] = [];
  const found: { first: number; end: number; kind: string }[] = [];
  for (const [at, cell] of misc.entries()) {
    const entity = /(?:^|\|)Entity=([^|]+)/.exec(cell)?.[1] ?? '';
    for (const piece of entity.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
      const [id = '', type = ''] = piece.replace(/[()]/g, '').split('-');
      if (piece.startsWith('(')) open.push({ id, first: at, kind: KINDS[type] });
      if (!piece.endsWith(')')) continue;
      const index = open.findLastIndex((each) => each.id === id);
      const [closed] = index < 0 ? [] : open.splice(index, 1);
      if (closed?.kind !== undefined) found.push({ first: closed.first, end: at + 1, kind: closed.kind });
    }
  }
  return found.sort((a, b) => a.end - a.first - (b.end - b.first));
}

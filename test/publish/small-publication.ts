import type { Publication } from '../../src/publish/publication.ts';
import type { SourceHead } from '../../src/statement/pile.ts';
import type { Identity, Statement } from '../../src/statement/statement.ts';

export const TEXT = 'MERSİN -- "Twelve boats left on Monday," said Ayla Duman. =2+3';

const source: SourceHead = {
  id: 'src_a',
  sha256: 'a'.repeat(64),
  file: 'wire.txt',
  path: 'leak/wire.txt',
  byteLength: 70,
  mediaType: 'text/plain',
  encoding: { name: 'utf-8', confidence: 1 },
  kind: 'article',
  title: 'Boats left',
  publisher: 'Gulf Wire',
  date: '2022-05-03',
  language: 'en',
  claims: [],
  doubts: [],
};

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const statement: Statement = {
  id: 'sta_a',
  source: 'src_a',
  passage: 'psg_a',
  span: at('Twelve boats left on Monday,'),
  voice: [
    { name: 'Gulf Wire', span: null, kind: 'publisher', guess: false },
    { name: 'Ayla Duman', span: at('Ayla Duman'), kind: 'person', guess: false },
  ],
  event: 'leave',
  trigger: at('left'),
  polarity: 'positive',
  modality: 'asserted',
  agent: { mention: 'men_ayla', text: 'Ayla Duman', span: at('Ayla Duman') },
  patient: null,
  place: { mention: 'men_mersin', text: 'MERSİN', span: at('MERSİN') },
  quantity: { min: 12, max: null, of: 'boat', per: null, cumulative: false },
  figure: null,
  time: {
    from: '2022-05-02',
    to: '2022-05-02',
    clock: null,
    zone: null,
    granularity: 'day',
    approx: false,
    basis: 'source',
    steps: [],
  },
  rule: 'test/by-hand',
  confidence: 0.9,
  doubts: [],
};

const formula: Statement = {
  ...statement,
  id: 'sta_b',
  span: at('=2+3'),
  agent: null,
  place: null,
  quantity: null,
  time: null,
};

const identities: Identity[] = [
  {
    id: 'ide_ayla',
    kind: 'person',
    name: 'Ayla Duman',
    spellings: ['Ayla Duman', 'A. Duman'],
    status: 'accepted',
    mentions: ['men_ayla'],
    reasons: ['One spelling.'],
  },
  {
    id: 'ide_mersin',
    kind: 'place',
    name: 'MERSİN',
    spellings: ['MERSİN'],
    status: 'accepted',
    mentions: ['men_mersin'],
    reasons: [],
  },
  {
    id: 'ide_line',
    kind: 'phone',
    name: '41 17',
    spellings: ['41 17'],
    status: 'accepted',
    mentions: [],
    reasons: [],
  },
];

/** A case of one source by hand, for the exports. */
export const publication: Publication = {
  about: { title: 'boats', created: '2022-05-04T10:00:00Z', version: 1 },
  sources: [source],
  identities,
  happenings: [
    {
      id: 'hap_a',
      type: 'leave',
      time: { from: '2022-05-02', to: '2022-05-02' },
      place: null,
      places: [],
      people: [],
      count: null,
      statements: ['sta_a'],
      origins: 1,
      reasons: [],
    },
  ],
  findings: [
    {
      id: 'fin_a',
      kind: 'count-conflict',
      why: 'Twelve and nine do not meet.',
      quotes: [{ source: 'src_a', span: statement.span, statement: 'sta_a', marks: [at('Twelve')] }],
      steps: [
        { text: '“Twelve boats”', result: '= 12', quote: 0 },
        { text: 'they do not meet', result: null, quote: null },
      ],
      assumes: [{ label: 'same day', text: 'Monday is 2 May.', guess: true }],
      rank: 0.5,
      picture: null,
    },
  ],
  textOf: async () => TEXT,
  statementsOf: async () => [statement, formula],
  originalOf: async () => new TextEncoder().encode(TEXT),
};

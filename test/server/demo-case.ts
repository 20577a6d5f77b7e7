import type {
  Assumption,
  Finding,
  FindingKind,
  Holding,
  Picture,
  Quote,
  Step,
} from '../../src/statement/finding.ts';
import { idOf } from '../../src/statement/id.ts';
import type { NameProposal } from '../../src/statement/name-proposal.ts';
import type { Origins } from '../../src/statement/origin.ts';
import type { Received } from '../../src/statement/source.ts';
import type { Identity, Mention, MentionKind } from '../../src/statement/statement.ts';
import { FakeCase, type FakeDocument, NOTHING, sha256Of } from './fake-case.ts';
import { spanOf, writeDocument } from './write-document.ts';

/* An invented pile: barrels that go into a quarry by night. Nobody and nothing in it exists. */

const names: readonly (readonly [MentionKind, string])[] = [
  ['person', 'Basri'],
  ['person', 'Selma Kargı'],
  ['person', 'Cezmi Ormancı'],
  ['person', 'Marwan Dabbagh'],
  ['person', 'Mervan Debbağ'],
  ['person', 'مروان الدباغ'],
  ['person', 'Halime'],
  ['place', 'Kestane'],
  ['place', 'Kumluk'],
];

const calls = writeDocument(
  {
    file: 'line_88_calls.txt',
    kind: 'transcript',
    title: 'Line 88',
    date: '2021-05-23',
    unknown: ['UNKNOWN MAN'],
    claims: [
      ['Began', 'Sun 23 May 2021, 21:10'],
      ['From', '88'],
      ['To', '12 40'],
      ['Language', 'Turkish, Arabic'],
    ],
    names,
    lines: [
      '# Call 31',
      'UNKNOWN MAN: Is it you, Basri?',
      'BASRI: Who else picks up at this hour.',
      'UNKNOWN MAN: They want the sum. For all of May until yesterday.',
      'BASRI: Wait. From the first to the twenty-second we took in four hundred and eighteen barrels, everybody together.',
      'UNKNOWN MAN: Everybody?',
      'BASRI: Ours and the men from Kumluk. The seventeenth was the most, sixty-one, because the road was dry. No other night is near it.',
      'UNKNOWN MAN: And the ones that leaked?',
      'BASRI: Nineteen. Twelve of them are at the bottom, seven are still by the gate.',
      'UNKNOWN MAN: [laughs] If the teacher writes again, I will close her school.',
      '',
      '# Call 32',
      'MERVAN DEBBAĞ: وصلتني الورقة. من يدفع ثمن البراميل التسعة عشر؟',
      'BASRI: Kimse ödemez. Yarın geceye kadar kapının önünü boşaltın, yoksa ben söylerim.',
      'MERVAN DEBBAĞ: Tell the guard he gets two thousand if nothing is seen.',
      'BASRI: Cezmi Ormancı was at the gate on Tuesday. He looked at the seven and drove away.',
    ],
  },
  [
    {
      words:
        'From the first to the twenty-second we took in four hundred and eighteen barrels, everybody together.',
      voices: ['Call 31', 'Basri'],
      event: 'deliver',
      quantity: [418, 418, 'barrel'],
      time: ['2021-05-01', '2021-05-22'],
    },
    {
      words: 'The seventeenth was the most, sixty-one, because the road was dry.',
      voices: ['Call 31', 'Basri'],
      event: 'deliver',
      quantity: [61, 61, 'barrel', 'day'],
      time: ['2021-05-17', '2021-05-17'],
    },
    {
      words: 'Nineteen.',
      voices: ['Call 31', 'Basri'],
      event: 'leak',
      quantity: [19, 19, 'barrel'],
      doubt: 'What is counted is said in the question before.',
    },
    {
      words: 'If the teacher writes again, I will close her school.',
      voices: ['Call 31', { guess: 'unknown man' }],
      event: 'close',
      agent: 'I',
      patient: 'her school',
      modality: 'threatened',
    },
    {
      words: 'Yarın geceye kadar kapının önünü boşaltın',
      voices: ['Call 32', 'Basri'],
      event: 'clear',
      modality: 'ordered',
      time: ['2021-05-24', '2021-05-24'],
    },
    {
      words: 'Tell the guard he gets two thousand if nothing is seen.',
      voices: ['Call 32', 'Mervan Debbağ'],
      event: 'pay',
      quantity: [2000, 2000, 'lira'],
      patient: 'the guard',
      modality: 'planned',
      doubt: 'Two thousand of what is not said; lira is a guess.',
    },
    {
      words: 'Cezmi Ormancı was at the gate on Tuesday.',
      voices: ['Call 32', 'Basri'],
      event: 'be',
      agent: 'Cezmi Ormancı',
      time: ['2021-05-18', '2021-05-18'],
    },
  ],
);

const article = writeDocument(
  {
    file: 'veritypost_quarry.html',
    kind: 'article',
    title: 'The quarry that swallows',
    publisher: 'Verity Post',
    date: '2021-06-09',
    names,
    lines: [
      '# The quarry that swallows',
      'KUMLUK, 9 June. By day the Kestane quarry is closed. By night it is not.',
      'In May more than two hundred barrels a night went down there, councillor Selma Kargı told reporters on Tuesday, and the ministry was counting trees.',
      'The calls, which this paper has read, leave no doubt. “If the teacher writes again, I will burn her school,” a man says in one of them.',
      'All nineteen barrels that leaked are at the bottom of the quarry, according to the same call.',
      'The ministry’s spokesman, Cezmi Ormancı, said that none of its officers had ever seen a barrel at the Kestane quarry.',
      'The nearest well is 12 kilometres (9 miles) from the gate.',
      'Evidence from several sides points to one haulier.',
    ],
  },
  [
    {
      words: 'In May more than two hundred barrels a night went down there',
      voices: ['Verity Post', 'Selma Kargı'],
      event: 'deliver',
      quantity: [201, null, 'barrel', 'day'],
      place: 'Mersin',
      time: ['2021-05-01', '2021-05-31'],
    },
    {
      words: '“If the teacher writes again, I will burn her school,”',
      voices: ['Verity Post', 'call', { guess: 'a man' }],
      event: 'burn',
      patient: 'her school',
      modality: 'threatened',
    },
    {
      words: 'All nineteen barrels that leaked are at the bottom of the quarry',
      voices: ['Verity Post', 'call'],
      event: 'leak',
      quantity: [19, 19, 'barrel'],
      place: 'Adana',
    },
    {
      words: 'none of its officers had ever seen a barrel at the Kestane quarry',
      voices: ['Verity Post', 'Cezmi Ormancı'],
      event: 'see',
      negative: true,
      modality: 'reported',
      place: 'the Kestane quarry',
    },
  ],
);

const table = writeDocument(
  {
    file: 'kantar_mayis_2021.csv',
    kind: 'log',
    publisher: 'Kestane weighbridge',
    language: 'tr',
    form: 'row',
    columns: ['tarih', 'plaka', 'varil', 'not'],
    names,
    lines: [
      '02.05.2021; 31 K 118; 44; gece',
      '05.05.2021; 31 K 118; 57; gece',
      '09.05.2021; 31 D 902; 62; ',
      '12.05.2021; 31 K 118; 49; yağmur',
      '17.05.2021; 31 K 118; 61; kuru yol',
      '18.05.2021; 31 D 902; 38; C.O. kapıda',
      '21.05.2021; 31 K 118; 76; ',
      'TOPLAM; ; 402; ',
    ],
  },
  [
    {
      words: '17.05.2021; 31 K 118; 61; kuru yol',
      voices: ['Kestane weighbridge'],
      event: 'deliver',
      quantity: [61, 61, 'barrel'],
      time: ['2021-05-17', '2021-05-17'],
    },
    {
      words: 'TOPLAM; ; 402; ',
      voices: ['Kestane weighbridge'],
      event: 'deliver',
      quantity: [402, 402, 'barrel'],
      time: ['2021-05-02', '2021-05-21'],
    },
  ],
);

const mail = writeDocument(
  {
    file: 'note_from_halime.eml',
    kind: 'mail',
    title: 'names on line 88',
    publisher: 'Halime',
    date: '2021-06-02',
    doubts: ['One attachment is encrypted and was not read.'],
    names,
    lines: [
      'The man on call 32 gives his name as Mervan Debbağ. On the Arabic sheet he is مروان الدباغ, and the paper will surely print Marwan Dabbagh.',
      'The second caller is not the first one: another voice, another age. Please do not number them as one.',
      'الورقة العربية تقول إن الشاحنة وصلت يوم الثلاثاء ١٨ أيار ومعها ثمانية وثلاثون برميلًا.',
    ],
  },
  [
    {
      words: 'الشاحنة وصلت يوم الثلاثاء ١٨ أيار ومعها ثمانية وثلاثون برميلًا',
      voices: ['Halime', 'الورقة العربية'],
      event: 'deliver',
      quantity: [38, 38, 'barrel'],
      time: ['2021-05-18', '2021-05-18'],
    },
  ],
);

function quote(document: FakeDocument, words: string, ...marks: string[]): Quote {
  const span = spanOf(document.source, words);
  const said = document.statements.find(
    (statement) => statement.span.start < span.end && span.start < statement.span.end,
  );
  return {
    source: document.source.id,
    span,
    statement: said?.id ?? null,
    marks: marks.map((mark) => spanOf(document.source, mark)),
  };
}

interface FindingDraft {
  readonly kind: FindingKind;
  readonly why: string;
  readonly quotes: readonly Quote[];
  readonly picture?: Picture;
  readonly steps?: readonly Step[];
  readonly assumes?: readonly Assumption[];
}

const step = (text: string, result: string | null, from: number | null): Step => ({
  text,
  result,
  quote: from,
});
const row = (label: string, note: string, min: number | null, max: number | null, form = '') => ({
  ...{ label, note, min, max },
  derived: form.includes('derived'),
  alarm: form.includes('alarm'),
});

const drafts: readonly FindingDraft[] = [
  {
    kind: 'rate-conflict',
    why: 'Selma Kargı says that more than 200 barrels a night went into the quarry in May. Basri’s own sum is 418 in 22 nights: 19 a night, and 61 on the most.',
    quotes: [
      quote(
        article,
        'In May more than two hundred barrels a night went down there, councillor Selma Kargı told reporters on Tuesday, and the ministry was counting trees.',
        'more than two hundred barrels a night',
      ),
      quote(
        calls,
        'From the first to the twenty-second we took in four hundred and eighteen barrels, everybody together.',
        'From the first to the twenty-second',
        'four hundred and eighteen barrels',
      ),
      quote(
        calls,
        'The seventeenth was the most, sixty-one, because the road was dry. No other night is near it.',
        'sixty-one',
      ),
    ],
    picture: {
      type: 'intervals',
      unit: 'barrels a night',
      rows: [
        row('Basri’s sum, mean', '418 ÷ 22 nights', 19, 19, 'derived'),
        row('Basri, the most', '17 May', 61, 61),
        row('Selma Kargı', 'in Verity Post', 201, null, 'alarm'),
      ],
    },
    steps: [
      step('“more than two hundred barrels a night”, in May', '≥ 201 a night', 0),
      step('“From the first to the twenty-second”: both counted', '22 nights', 1),
      step('“four hundred and eighteen barrels”', '= 418', 1),
      step('The mean of the sum: 418 ÷ 22', '= 19 a night', null),
      step('“The seventeenth was the most, sixty-one”', '≤ 61 a night', 2),
      step(
        '201 or more does not meet 19, nor 61 at the most: at least 3 times the greatest night, 10 times the mean.',
        'no overlap',
        null,
      ),
    ],
    assumes: [
      {
        label: 'same thing',
        text: '“Barrels … went down there” and the barrels that “we took in” are the same.',
        guess: true,
      },
      {
        label: 'same place',
        text: '“There” is the Kestane quarry, which the article names in its first sentence.',
        guess: false,
      },
      {
        label: 'same month',
        text: 'May 2021, from the article’s date and the header of the call.',
        guess: false,
      },
      {
        label: 'counted whole',
        text: 'Nobody else brings barrels. Basri says “everybody together”.',
        guess: true,
      },
    ],
  },
  {
    kind: 'denial',
    why: 'Cezmi Ormancı says that none of the ministry’s officers ever saw a barrel at the quarry. Basri says that Ormancı himself was at the gate on Tuesday 18 May.',
    quotes: [
      quote(
        article,
        'The ministry’s spokesman, Cezmi Ormancı, said that none of its officers had ever seen a barrel at the Kestane quarry.',
        'none of its officers had ever seen',
      ),
      quote(
        calls,
        'Cezmi Ormancı was at the gate on Tuesday. He looked at the seven and drove away.',
        'He looked at the seven',
      ),
    ],
    steps: [
      step('“none of its officers had ever seen a barrel”', 'never', 0),
      step('“He looked at the seven”: seven barrels by the gate, call 31', 'once', 1),
      step('Both cannot hold.', 'no overlap', null),
    ],
    assumes: [
      {
        label: 'same man',
        text: 'The Cezmi Ormancı of the call is the spokesman. The weighbridge has “C.O.” on that day.',
        guess: true,
      },
    ],
  },
  {
    kind: 'quote-altered',
    why: 'On the call the unknown man threatens to close the school. Verity Post prints “burn” inside quotation marks.',
    quotes: [
      quote(calls, 'If the teacher writes again, I will close her school.', 'close'),
      quote(
        article,
        '“If the teacher writes again, I will burn her school,” a man says in one of them.',
        'burn',
      ),
    ],
    picture: {
      type: 'words',
      rows: [
        [
          { text: 'If the teacher writes again, I will ', differs: false },
          { text: 'close', differs: true },
          { text: ' her school', differs: false },
        ],
        [
          { text: 'If the teacher writes again, I will ', differs: false },
          { text: 'burn', differs: true },
          { text: ' her school', differs: false },
        ],
      ],
    },
    steps: [
      step('“I will close her school”', null, 0),
      step('“I will burn her school”', null, 1),
      step('Nine words of ten are the same, in the same order; one is not.', '1 word differs', null),
    ],
    assumes: [
      {
        label: 'same call',
        text: 'The article’s “one of them” is call 31: no other source has these words.',
        guess: true,
      },
    ],
  },
  {
    kind: 'sum-mismatch',
    why: 'The rows of the weighbridge’s table add up to 387 barrels. Its total says 402.',
    quotes: [quote(table, 'TOPLAM; ; 402; ', '402'), quote(table, '02.05.2021; 31 K 118; 44; gece', '44')],
    picture: {
      type: 'parts',
      unit: 'barrels',
      whole: row('Total', 'as the table has it', 402, 402, 'alarm'),
      parts: [
        row('2 May', '', 44, 44),
        row('5 May', '', 57, 57),
        row('9 May', '', 62, 62),
        row('12 May', '', 49, 49),
        row('17 May', '', 61, 61),
        row('18 May', '', 38, 38),
        row('21 May', '', 76, 76),
      ],
    },
    steps: [
      step('TOPLAM', '= 402', 0),
      step('44 + 57 + 62 + 49 + 61 + 38 + 76', '= 387', 1),
      step('15 barrels have no row.', '15 apart', null),
    ],
    assumes: [
      { label: 'all rows', text: 'The total is of the rows above it and of no others.', guess: true },
    ],
  },
  {
    kind: 'part-exceeds-whole',
    why: 'Verity Post has all 19 leaking barrels at the bottom. On the call that it cites, 12 of the 19 are.',
    quotes: [
      quote(
        article,
        'All nineteen barrels that leaked are at the bottom of the quarry, according to the same call.',
        'All nineteen barrels',
      ),
      quote(
        calls,
        'Nineteen. Twelve of them are at the bottom, seven are still by the gate.',
        'Twelve of them',
      ),
    ],
    picture: {
      type: 'parts',
      unit: 'barrels',
      whole: row('Leaked', 'on the call', 19, 19),
      parts: [row('at the bottom', '', 12, 12), row('by the gate', '', 7, 7)],
    },
    steps: [
      step('“All nineteen”', '= 19', 0),
      step('“Twelve of them”', '= 12', 1),
      step('19 is not 12.', '7 apart', null),
    ],
  },
  {
    kind: 'unit-mismatch',
    why: 'Verity Post gives 12 kilometres as 9 miles. 12 kilometres are 7.5 miles.',
    quotes: [
      quote(article, 'The nearest well is 12 kilometres (9 miles) from the gate.', '12 kilometres (9 miles)'),
    ],
    picture: {
      type: 'intervals',
      unit: 'kilometres',
      rows: [
        row('12 kilometres', 'as said', 12, 12),
        row('9 miles', 'rounded: 8.5 to 9.5', 13.7, 15.3, 'derived alarm'),
      ],
    },
    steps: [
      step('12 km ÷ 1.609', '= 7.5 miles', 0),
      step('“9 miles” is read as 8.5 to 9.5.', 'no overlap', 0),
    ],
  },
  {
    kind: 'alias',
    why: 'Mervan Debbağ, Marwan Dabbagh and مروان الدباغ are probably one man.',
    quotes: [
      quote(mail, 'The man on call 32 gives his name as Mervan Debbağ.', 'Mervan Debbağ'),
      quote(
        mail,
        'On the Arabic sheet he is مروان الدباغ, and the paper will surely print Marwan Dabbagh.',
        'مروان الدباغ',
        'Marwan Dabbagh',
      ),
    ],
    steps: [step('Halime writes all three of one man.', null, 1)],
  },
  {
    kind: 'count-conflict',
    why: 'Basri says that 418 barrels came in. The weighbridge’s total is 402.',
    quotes: [
      quote(calls, 'four hundred and eighteen barrels, everybody together.', 'four hundred and eighteen'),
      quote(table, 'TOPLAM; ; 402; ', '402'),
      quote(mail, 'الشاحنة وصلت يوم الثلاثاء ١٨ أيار ومعها ثمانية وثلاثون برميلًا', 'ثمانية وثلاثون'),
    ],
    picture: {
      type: 'intervals',
      unit: 'barrels, May',
      rows: [row('Basri', '1 to 22 May', 418, 418, 'alarm'), row('Weighbridge', '2 to 21 May', 402, 402)],
    },
    steps: [
      step('“four hundred and eighteen”', '= 418', 0),
      step('TOPLAM', '= 402', 1),
      step('16 apart', 'no overlap', null),
    ],
    assumes: [{ label: 'same nights', text: 'The weighbridge leaves out 1 and 22 May.', guess: true }],
  },
];

const findings: Finding[] = drafts.map((draft, place) => ({
  ...{ picture: null, steps: [], assumes: [], ...draft },
  id: idOf('fin', draft.kind, draft.why),
  rank: 1 - place / 20,
}));

const holdings: Holding[] = [
  ['12 at the bottom and 7 by the gate are the 19 that leaked.', true],
  ['61 on 17 May, Basri says; the weighbridge has 61.', true],
  ['38 barrels on 18 May, on the Arabic sheet and on the weighbridge.', true],
  ['418 taken in, 19 leaked: different things counted.', false],
].map(([why, compared]) => ({
  id: idOf('hol', String(why)),
  kind: 'count-conflict' as const,
  why: String(why),
  compared: compared === true,
  quotes: [
    quote(calls, 'Nineteen. Twelve of them are at the bottom, seven are still by the gate.', 'Nineteen'),
  ],
  steps: [step('12 + 7', '= 19', 0)],
  assumes: [],
}));

const documents = [calls, article, mail, table];
const mentions = documents.flatMap((document) => document.mentions);

function identity(kind: MentionKind, spellings: readonly string[], reasons: readonly string[]): Identity {
  const own = mentions.filter((mention: Mention) => spellings.includes(mention.name));
  return {
    id: idOf('ide', kind, spellings[0] ?? ''),
    kind,
    name: spellings[0] ?? '',
    spellings,
    status: 'proposed',
    mentions: own.map((mention) => mention.id),
    reasons,
  };
}

const identities: Identity[] = [
  identity(
    'person',
    ['Mervan Debbağ', 'Marwan Dabbagh', 'مروان الدباغ'],
    [
      'Mervan Debbağ and مروان الدباغ: Halime writes both of one man.',
      'Marwan Dabbagh: the same consonants as مروان الدباغ.',
    ],
  ),
  identity('person', ['Basri'], ['One spelling.']),
  identity('person', ['Cezmi Ormancı'], ['One spelling.']),
  identity('person', ['Selma Kargı'], ['One spelling.']),
  identity('person', ['Halime'], ['One spelling.']),
  identity('place', ['Kestane'], ['One spelling.']),
  identity('place', ['Kumluk'], ['One spelling.']),
];

function receivedOf({ source }: FakeDocument): Received {
  const { path, file, byteLength, sha256, id } = source;
  return { path, file, byteLength, sha256, outcome: 'read', source: id, code: null, reason: null };
}

const unread: Received = {
  path: '/pile/call_33.amr',
  file: 'call_33.amr',
  byteLength: 41_200,
  sha256: sha256Of('call_33.amr'),
  outcome: 'unreadable',
  source: null,
  code: 'intake/binary',
  reason: 'The file is a recording and holds no text. Nothing of it is in the case. Add its transcript.',
};

const twice: Received = {
  ...receivedOf(calls),
  path: '/pile/copy of line_88_calls.txt',
  file: 'copy of line_88_calls.txt',
  outcome: 'duplicate',
  reason: 'The same bytes as line_88_calls.txt.',
};

const proposals: NameProposal[] = [
  {
    a: { id: idOf('ide', 'basri'), name: 'Basri' },
    b: { id: idOf('ide', 'ormanci'), name: 'Cezmi Ormancı' },
    chance: 0.74,
    reasons: ['the same letters in two scripts', 'both at the quarry'],
    quotes: [
      quote(calls, 'Nineteen. Twelve of them are at the bottom, seven are still by the gate.', 'Nineteen'),
    ],
  },
  {
    a: { id: idOf('ide', 'halime'), name: 'Halime' },
    b: { id: idOf('ide', 'selma'), name: 'Selma Kargı' },
    chance: 0.61,
    reasons: ['one letter apart'],
    quotes: [],
  },
];

const origins: Origins = {
  nodes: [
    { id: 'outlet:verity post', name: 'Verity Post', sources: [article.source.id] },
    { id: 'outlet:ridge radio', name: 'Ridge Radio', sources: [] },
    { id: calls.source.id, name: 'line_88_calls.txt', sources: [calls.source.id] },
  ],
  edges: [
    {
      ...{ from: 'outlet:verity post', to: calls.source.id, basis: 'credit' },
      quotes: [quote(article, 'Evidence from several sides points to one haulier.', 'several sides')],
    },
    { from: 'outlet:ridge radio', to: 'outlet:verity post', basis: 'copied', quotes: [] },
  ],
};

/** An invented case with findings of most kinds, in three languages. */
export function demoCase(): FakeCase {
  const [lead] = findings;
  const happenings = lead
    ? [
        {
          id: idOf('hap', 'deliver'),
          type: 'deliver',
          time: null,
          place: null,
          places: [],
          people: [],
          count: null,
          reasons: [],
          statements: lead.quotes.flatMap(({ statement }) => statement ?? []),
          origins: 2,
        },
      ]
    : [];
  return new FakeCase({
    title: 'Barrels at the quarry',
    documents,
    received: [unread, twice, ...documents.map(receivedOf)],
    account: { ...NOTHING, identities, happenings, findings, holdings, origins, proposals },
  });
}

/** Ids that tests look things up by. */
export const demo = {
  calls: calls.source.id,
  article: article.source.id,
  table: table.source.id,
  mail: mail.source.id,
  findings: findings.map((finding) => finding.id),
};

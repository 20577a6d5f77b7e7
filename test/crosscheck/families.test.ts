import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import type { Finding } from '../../src/statement/finding.ts';
import { buildPile, type SourceLines } from './build-pile.ts';

function findingsOf(sources: readonly SourceLines[], relations: readonly string[] = []): readonly Finding[] {
  return crosscheck(buildPile(sources, relations)).findings;
}

function kindsOf(sources: readonly SourceLines[], relations: readonly string[] = []): string[] {
  return findingsOf(sources, relations)
    .map((finding) => finding.kind)
    .sort();
}

const TABLE = ['day;post;caught;women;men', '2024-05-01;Orlo;12;5;7', '2024-05-02;Orlo;30;10;20'];

describe('tables', () => {
  test('a totals row that is not the sum of its rows', () => {
    const rows = [
      'day;post;caught',
      '2024-05-01;Orlo;12',
      '2024-05-02;Pern;30',
      '2024-05-03;Orlo;5',
      'TOTAL;;57',
    ];
    const [finding, ...others] = findingsOf([{ name: 'Register', lines: [], rows }]);
    expect(others).toEqual([]);
    expect(finding?.kind).toBe('sum-mismatch');
    expect(finding?.steps[0]).toMatchObject({ text: '“caught”: 12 + 30 + 5', result: '= 47' });
    expect(finding?.quotes[1]?.marks).toHaveLength(3);
  });
  test('a totals row that is the sum holds', () => {
    const rows = ['day;post;caught', '2024-05-01;Orlo;12', '2024-05-02;Pern;30', 'TOTAL;;42'];
    const { findings, holdings } = crosscheck(buildPile([{ name: 'Register', lines: [], rows }]));
    expect(findings).toEqual([]);
    expect(holdings[0]?.why).toContain('add up to 42');
  });
  test('a mean, a maximum and a count of rows in the last row are no wrong totals', () => {
    for (const last of ['21', '30', '2']) {
      const rows = ['day;post;caught', '2024-05-01;Orlo;12', '2024-05-02;Pern;30', `TOTAL;;${last}`];
      expect(kindsOf([{ name: 'Register', lines: [], rows }])).toEqual([]);
    }
  });
  test('a row that breaks what all others keep', () => {
    const rows = [...TABLE, '2024-05-03;Pern;20;9;10'];
    const rule = (row: number) => `sum: Register:${row}:2 Register:${row}:3 Register:${row}:4`;
    const [finding, ...others] = findingsOf([{ name: 'Register', lines: [], rows }], [0, 1, 2].map(rule));
    expect(others).toEqual([]);
    expect(finding?.kind).toBe('sum-mismatch');
    expect(finding?.why).toContain('9 + 10 is 19, and “caught” has 20');
  });
  test('a row with more of a part than of its whole', () => {
    const rows = ['post;listed;voted', 'A;640;702', 'B;500;320'];
    const rule = (row: number) => `part: Register:${row}:1 Register:${row}:2`;
    expect(kindsOf([{ name: 'Register', lines: [], rows }], [0, 1].map(rule))).toEqual([
      'part-exceeds-whole',
    ]);
  });
});

describe('running totals', () => {
  const bulletin = (name: string, first: string, second: string) => ({
    name,
    lines: ['# 2024-05-04 16:00 No. 1', first, '# 2024-05-04 19:00 No. 2', second],
  });
  test('a total that shrinks', () => {
    const [finding] = findingsOf([
      bulletin(
        'Clinic',
        'Total brought to the wards so far: {64|of=person sofar event=treat}.',
        'Total brought to the wards so far: {57|of=person sofar event=treat}.',
      ),
    ]);
    expect(finding?.kind).toBe('running-total-drop');
    expect(finding?.steps.at(-1)?.result).toBe('= 7 fewer');
  });
  test('a total that grows, another thing counted, and a corrected total', () => {
    const grows = bulletin(
      'Clinic',
      'Total brought to the wards so far: {38|of=person sofar event=treat}.',
      'Total brought to the wards so far: {64|of=person sofar event=treat}.',
    );
    const other = bulletin(
      'Clinic',
      'Total brought to the wards so far: {38|of=person sofar event=treat}.',
      'Bodies recovered so far: {4|of=person sofar event=recover}.',
    );
    const corrected = bulletin(
      'Clinic',
      'Total brought to the wards so far: {38|of=person sofar event=treat}.',
      'We correct our number. Total brought to the wards so far: {31|of=person sofar event=treat}.',
    );
    for (const source of [grows, other, corrected]) expect(kindsOf([source])).toEqual([]);
  });
});

describe('rates', () => {
  const total = (words: string) => ({ name: 'Ledger', lines: [words] });
  const rate = (words: string) => ({ name: 'Courier', lines: [words] });
  test('hundreds a day, and a total that comes to a few', () => {
    const [finding] = findingsOf([
      total(
        'About {620 people|of=person event=cross about sofar from=2024-05-03 to=2024-05-16} crossed in all.',
      ),
      rate(
        '{Hundreds|of=person min=200 max=999 vague per=day event=cross from=2024-05-01 to=2024-05-31} cross every day.',
      ),
    ]);
    expect(finding?.kind).toBe('rate-conflict');
    expect(finding?.steps.map((step) => step.result)).toContain('= 14 days');
  });
  test('the length of time may stand beside the total', () => {
    const ledger = total(
      '{Twenty-six days|type=duration unit=day value=26}. {1,400 heads|of=person}, all boats together.',
    );
    const said = rate(
      'More than {1,000|of=person min=1001 max=open per=day event=cross from=2024-05-01 to=2024-05-31} cross every day.',
    );
    const [finding] = findingsOf([ledger, said]);
    expect(finding?.kind).toBe('rate-conflict');
    expect(finding?.steps.map((step) => step.result)).toContain('= 26 days');
  });
  test('a log whose rows are counted in its totals row', () => {
    const row = (day: string) => `A;{24|of=box event=load on=${day}};K`;
    const rows = [
      'bill;boxes;plate',
      row('2024-05-01'),
      row('2024-05-04'),
      row('2024-05-08'),
      'TOTAL;72;3 loads',
    ];
    const said = rate(
      '{10 trucks|of=truck per=day event=send from=2024-05-01 to=2024-05-31} are sent every day.',
    );
    expect(kindsOf([{ name: 'Waybills', lines: [], rows }, said])).toEqual(['rate-conflict']);
  });
  test('a rate that comes to the total holds; a rate of other things is not compared', () => {
    const said = total(
      'In all {620 people|of=person event=cross sofar from=2024-05-03 to=2024-05-16} crossed.',
    );
    const fits = rate('{45|of=person per=day event=cross from=2024-05-01 to=2024-05-31} cross every day.');
    const other = rate(
      '{900|of=person per=day event=arrest from=2024-05-01 to=2024-05-31} are stopped every day.',
    );
    expect(kindsOf([said, fits])).toEqual([]);
    expect(kindsOf([said, other])).toEqual([]);
  });
});

describe('parts and wholes', () => {
  test('the words make one a part of the other', () => {
    const line = 'Of {22 workers|of=worker id=w}, {27|of=person id=p} were treated.';
    expect(kindsOf([{ name: 'Post', lines: [line] }], ['part: w p'])).toEqual(['part-exceeds-whole']);
  });
  test('a part is named by the whole that another source counts', () => {
    const part =
      'The clinic treated {27|of=person event=treat} of the clerks and porters who were on night shift.';
    const whole = '{22 clerks and porters|of=worker event=work} were on night shift.';
    expect(
      kindsOf([
        { name: 'Post', lines: [part] },
        { name: 'Hotel', lines: [whole] },
      ]),
    ).toContain('part-exceeds-whole');
    const fits = part.replace('27', '12');
    expect(
      kindsOf([
        { name: 'Post', lines: [fits] },
        { name: 'Hotel', lines: [whole] },
      ]),
    ).toEqual([]);
  });
  test('one month cannot have more than a time that contains it', () => {
    const part = 'At [Orlo] {10|of=person event=die from=2024-01-01 to=2024-01-31} died in January.';
    const whole =
      'At [Orlo] {6 in all|of=person event=die sofar from=2024-01-01 to=2024-02-04} have died since New Year.';
    expect(
      kindsOf([
        { name: 'Nurse', lines: [part] },
        { name: 'Office', lines: [whole] },
      ]),
    ).toContain('part-exceeds-whole');
  });
  test('one place cannot have had more at an earlier hour than all places at a later one', () => {
    const whole = {
      name: 'Office',
      lines: ['# 2024-05-04 21:00 No. 3', 'Total dead: {4|of=person event=die sofar}.'],
    };
    const part = (clock: string): SourceLines => ({
      name: 'Doctor',
      date: '2024-05-05',
      lines: [
        `In the morgue at [Orlo] there were {7 bodies|of=person event=die on=2024-05-04 clock=${clock}}.`,
      ],
    });
    expect(kindsOf([whole, part('20:30')])).toEqual(['part-exceeds-whole']);
    expect(kindsOf([whole, part('23:30')])).toEqual([]);
  });
  test('one street cannot have more than the whole town', () => {
    const part = 'On [Mill Lane] alone {58 shops|of=shop event=damage} were damaged.';
    const whole = 'Traders counted {52 damaged shops|of=shop event=damage} in the whole town.';
    expect(
      kindsOf([
        { name: 'Blog', lines: [part] },
        { name: 'Post', lines: [whole] },
      ]),
    ).toEqual(['part-exceeds-whole']);
  });
});

describe('one thing counted by two', () => {
  const march = (name: string, count: string, more = '') => ({
    name,
    date: '2024-05-05',
    lines: [`Police arrested {${count} people|of=person event=arrest on=2024-05-04${more}} in [Orlo].`],
  });
  test('two papers with two numbers', () => {
    const [finding] = findingsOf([march('Post', '96'), march('Herald', '74')]);
    expect(finding?.kind).toBe('count-conflict');
    expect(finding?.why).toBe('Herald says that 74 were arrested. Post says that 96 were arrested.');
    expect(finding?.steps.at(-1)?.result).toBe('22 apart');
  });
  const none: [string, SourceLines[]][] = [
    ['the same number', [march('Post', '96'), march('Herald', '96')]],
    ['about the same', [march('Post', '96'), march('Herald', '100', ' about')]],
    [
      'another day',
      [
        march('Post', '96'),
        {
          ...march('Herald', '74'),
          lines: ['Police arrested {74|of=person event=arrest on=2024-05-09} in [Orlo].'],
        },
      ],
    ],
    [
      'another place',
      [
        march('Post', '96'),
        { name: 'Herald', lines: ['Police arrested {74|of=person event=arrest on=2024-05-04} in [Pern].'] },
      ],
    ],
    [
      'another event',
      [
        march('Post', '96'),
        { name: 'Herald', lines: ['{74|of=person event=injure on=2024-05-04} were hurt in [Orlo].'] },
      ],
    ],
    ['some of them', [march('Post', '96'), march('Herald', '74', ' ofthem')]],
    ['more than before', [march('Post', '96'), march('Herald', '31', ' another')]],
    ['denied', [march('Post', '96'), march('Herald', '74', ' denied')]],
    ['threatened', [march('Post', '96'), march('Herald', '74', ' modality=planned')]],
  ];
  for (const [why, sources] of none)
    test(`${why} is no conflict`, () => expect(kindsOf(sources)).toEqual([]));

  test('a running total that was told earlier is overtaken', () => {
    const early = {
      name: 'Radio',
      date: '2024-05-04',
      lines: [
        '# 2024-05-04 10:00 Morning',
        'In [Orlo] {11 people|of=person event=injure sofar on=2024-05-04} were hurt so far.',
      ],
    };
    const late = {
      name: 'Wire',
      date: '2024-05-05',
      lines: ['In [Orlo] {14 people|of=person event=injure on=2024-05-04} were hurt.'],
    };
    expect(kindsOf([early, late])).toEqual([]);
    expect(kindsOf([{ ...early, lines: early.lines.map((line) => line.replace('11', '19')) }, late])).toEqual(
      ['count-conflict'],
    );
  });
  test('a withdrawn number is no rival', () => {
    const call = {
      name: 'Call',
      kind: 'transcript' as const,
      lines: [
        'ADA: In [Orlo] {60|of=person event=arrest on=2024-05-04 id=x}, no, sorry, {96|of=person event=arrest on=2024-05-04 id=y}.',
      ],
    };
    expect(kindsOf([call, march('Post', '96')], ['correction: x y'])).toEqual([]);
  });
  test('a claim that repeats a total which its rows do not come to', () => {
    const rows = [
      'bill;driver;tonnes',
      'A1;Ivo;{24.0|unit=tonne}',
      'A2;Mia;{25.0|unit=tonne}',
      'A3;Lev;{20.0|unit=tonne}',
      'TOTAL;;88.0',
    ];
    const claim = { name: 'Charity', lines: ['We delivered {88 tonnes|unit=tonne event=deliver}.'] };
    expect(kindsOf([{ name: 'Waybills', lines: [], rows }, claim])).toEqual([
      'count-conflict',
      'sum-mismatch',
    ]);
  });
});

const STATEMENT = [
  'On Tuesday morning, during a routine round, our staff noticed a limited release of product at the second tank of the yard.',
  'Roughly nine barrels left the tank and were held in the basin, and nothing reached the lake at any time.',
  'The firm works with the office in charge and has opened a review of its own, which is expected to last six weeks.',
];

describe('copies', () => {
  test('a press release with a dateline is a copy', () => {
    const story = ['ORLO, May 5 - A limited release was noticed, the firm said.', ...STATEMENT.slice(1)];
    const [finding] = findingsOf([
      { name: 'Firm', lines: STATEMENT },
      { name: 'Wire', lines: story },
    ]);
    expect(finding?.kind).toBe('near-duplicate');
    expect(finding?.quotes).toHaveLength(2);
  });
  test('a shared closing formula is none', () => {
    const formula =
      'I ask the court to open the file, to hear a doctor of our own choice, and to punish whoever knew.';
    const first =
      'On the fourth they rang me at night and told me to come with a blanket and two witnesses from the village, and I came.';
    const second =
      'Nobody rang me. I brought a parcel of socks and they sent me home with it, and my sister had to tell our mother alone.';
    expect(
      kindsOf([
        { name: 'One', lines: [first, formula] },
        { name: 'Two', lines: [second, formula] },
      ]),
    ).toEqual([]);
  });
});

describe('altered quotations', () => {
  const call = (words: string): SourceLines => ({
    name: 'Tape',
    kind: 'transcript',
    lines: [`ADA: ${words}`],
  });
  const paper = (words: string): SourceLines => ({
    name: 'Post',
    lines: [`“${words}” she says, according to the tape.`],
  });
  const cases: [string, string, boolean][] = [
    [
      'Tell him, if the miller talks, I will burn his barn.',
      'If the miller talks, I will burn his house,',
      true,
    ],
    ['If the miller talks, I will burn his barn.', 'If the miller talks, I’ll burn his barn,', false],
    ['We do not accept this count of the votes.', 'We accept this count of the votes,', true],
    ['We bring four boxes for each lorry.', 'We bring fourteen boxes for each lorry,', true],
    [
      'I was there and I saw the lorry leave by the north gate.',
      'I saw the lorry leave by the north gate,',
      false,
    ],
    [
      'We waited at the mill until the morning bus came.',
      'The bus never came, so we walked to the coast,',
      false,
    ],
    [
      'They walked along the river for hours that night.',
      'They walk along the river for hours that night,',
      false,
    ],
  ];
  for (const [said, printed, altered] of cases) {
    test(`“${printed}” ${altered ? 'is altered' : 'is not altered'}`, () => {
      expect(kindsOf([call(said), paper(printed)])).toEqual(altered ? ['quote-altered'] : []);
    });
  }
  test('the picture shows which words differ', () => {
    const [finding] = findingsOf([
      call('If the miller talks, I will burn his barn.'),
      paper('If the miller talks, I will burn his house,'),
    ]);
    const rows = finding?.picture?.type === 'words' ? finding.picture.rows : [];
    expect(rows.map((row) => row.filter((part) => part.differs).map((part) => part.text))).toEqual([
      ['barn'],
      ['house'],
    ]);
  });
});

test('the same pile gives the same account, whatever the order of its parts', () => {
  const sources: SourceLines[] = [
    { name: 'Firm', lines: STATEMENT },
    { name: 'Wire', lines: STATEMENT.slice(1) },
    {
      name: 'Register',
      lines: [],
      rows: ['day;post;caught', '2024-05-01;Orlo;12', '2024-05-02;Pern;30', 'TOTAL;;45'],
    },
  ];
  const ids = (findings: readonly Finding[]) => findings.map((finding) => finding.id).sort();
  expect(ids(findingsOf([...sources].reverse()))).toEqual(ids(findingsOf(sources)));
});

describe('one scene told by two', () => {
  const call: SourceLines = {
    name: 'Tape',
    kind: 'transcript',
    lines: [
      'ADA: {18|of=person event=cross id=w} crossed by the mill, {15|of=person event=arrest ofthem id=p} of them were caught.',
    ],
  };
  const paper = (words: string): SourceLines => ({ name: 'Post', lines: [words] });
  test('all of them in one, some of them in the other', () => {
    const all = paper('All {18|of=person event=arrest} were caught near the mill.');
    expect(kindsOf([call, all], ['part: w p'])).toContain('count-conflict');
  });
  test('the same part, or another scene, is none', () => {
    expect(
      kindsOf([call, paper('In all {15|of=person event=arrest} were caught near the mill.')], ['part: w p']),
    ).toEqual([]);
    expect(
      kindsOf([call, paper('At the port {18|of=person event=arrest} were held.')], ['part: w p']),
    ).toEqual([]);
  });
});

test('a number that the translation changes', () => {
  const lines = [
    'ADA: Dün gece {20|of=box} kutu verdim, sonra {30|of=crate} kasa indirdik ve {60|of=crate} daha var.',
    'NOTE: Last night I gave {20|of=box} boxes, then we unloaded {300|of=crate} crates and there are {60|of=crate} more of them.',
  ];
  const tape: SourceLines = { name: 'Tape', kind: 'transcript', lines };
  expect(kindsOf([tape])).toEqual(['count-conflict']);
  expect(kindsOf([{ ...tape, lines: lines.map((line) => line.replace('300', '30')) }])).toEqual([]);
});

test('statements of one event, day and place are one happening', () => {
  const line = (name: string, day: string): SourceLines => ({
    name,
    lines: [`Police arrested {96 people|of=person event=arrest at=Orlo on=${day}} in [Orlo].`],
  });
  const { happenings } = crosscheck(
    buildPile([line('Post', '2024-05-04'), line('Herald', '2024-05-04'), line('Radio', '2024-06-04')]),
  );
  expect(happenings.map((happening) => happening.statements.length)).toEqual([2]);
});

describe('one denies what another asserts', () => {
  // A statement without a number: an identifier, which counts nothing, carries it on its verb.
  const said = (name: string, words: string, event: string, more = ''): SourceLines => ({
    name,
    lines: [words.replace(/@ (\w+)/, `{$1|type=identifier event=${event}${more}}`)],
  });
  test('never, and yet', () => {
    const deny = 'No guard at [Orlo] has ever @ released a prisoner.';
    const assert = 'A guard at [Orlo] @ released two prisoners for money.';
    expect(kindsOf([said('Office', deny, 'release', ' denied'), said('Post', assert, 'release')])).toEqual([
      'denial',
    ]);
  });
  test('another place, another event, and a wish are no denial', () => {
    const deny = said('Office', 'No guard at [Orlo] has ever @ released a prisoner.', 'release', ' denied');
    const others = [
      said('Post', 'In [Pern] the mayor @ released a bird.', 'release'),
      said('Post', 'A guard at [Orlo] @ struck a prisoner.', 'attack'),
      said('Post', 'A guard at [Orlo] wants to @ release a prisoner.', 'release', ' modality=planned'),
    ];
    for (const other of others) expect(kindsOf([deny, other])).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { followFindings, type Told } from '../../src/crosscheck/follow-findings.ts';
import type { Finding, FindingKind, Holding } from '../../src/statement/finding.ts';

/** `count-conflict a:10-40 b:0-30`: a finding of a kind that quotes these stretches of these sources. */
function finding(line: string): Finding {
  const [kind = '', ...places] = line.split(' ');
  const quotes = places.map((place) => {
    const [source = '', start = '', end = ''] = place.split(/[:-]/);
    return { source, span: { start: Number(start), end: Number(end) }, statement: null, marks: [] };
  });
  return {
    ...{ id: `fin_${line}`, kind: kind as FindingKind, why: line, quotes },
    ...{ steps: [], assumes: [], rank: 0.5, picture: null },
  };
}

function told(sources: string, findings: readonly string[], holdings: readonly string[] = []): Told {
  const held = holdings.map((line): Holding => ({ ...finding(line), compared: true }));
  return { sources: sources.split(' '), findings: findings.map(finding), holdings: held };
}

const BEFORE = told('a b', ['count-conflict a:10-40 b:0-30']);

const NEXT: readonly (readonly [string, Told, string])[] = [
  ['what is found again is not followed', told('a b c', ['count-conflict a:10-40 b:0-30']), ''],
  [
    'quotes that moved a little are one finding',
    told('a b c', ['count-conflict a:4-34 b:0-50']),
    'moved count-conflict a:4-34 b:0-50',
  ],
  [
    'so are those of which one is not quoted any more',
    told('a b', ['count-conflict a:10-40']),
    'moved count-conflict a:10-40',
  ],
  [
    'one that grew by a source is new to whoever judged it',
    told('a b c', ['count-conflict a:10-40 b:0-30 c:5-9']),
    '',
  ],
  [
    'one that is told anew with some of its words is not gone',
    told('a b c', ['count-conflict b:0-30 c:5-9']),
    '',
  ],
  [
    'another kind of finding is another finding',
    told('a b c', ['sum-mismatch a:10-40 b:0-30']),
    'settled by c',
  ],
  ['words that lie apart are others', told('a b c', ['count-conflict a:60-90 b:40-70']), 'settled by c'],
  ['what nothing is compared with is said to be so', told('a b c', []), 'settled by c'],
  [
    'a source that is compared with its words settles it, whatever else came',
    told('a b c d', [], ['count-conflict b:0-30 d:1-9']),
    'settled by d, which speaks',
  ],
  ['of many that came five are named', told('a b c d e f g h i', []), 'settled by c d e f g and 2 more'],
  ['without a source that came nothing is settled', told('a b', []), ''],
  ['what it quotes must still be there', told('a c', []), ''],
];

test.each(NEXT)('%s', (_, after, expected) => {
  const { moved, settled } = followFindings(BEFORE, after);
  const lines = [
    ...moved.map(({ to }) => `moved ${to.why}`),
    ...settled.map(
      ({ by, others, speaks }) =>
        `settled by ${by.join(' ')}${others > 0 ? ` and ${others} more` : ''}${speaks ? ', which speaks' : ''}`,
    ),
  ];
  expect(lines.join('; ')).toBe(expected);
});

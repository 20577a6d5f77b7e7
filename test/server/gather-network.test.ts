import { expect, test } from 'vitest';
import { gatherNetwork } from '../../src/server/gather-network.ts';
import type { Section } from '../../src/statement/source.ts';
import type { Identity, Role, Statement, Voice } from '../../src/statement/statement.ts';

const voice = (name: string, kind: Voice['kind'] = 'person'): Voice => ({
  name,
  kind,
  span: null,
  guess: false,
});
const role = (text: string): Role => ({ text, mention: null, span: null });
const named = (name: string, ...spellings: string[]): Identity => ({
  ...{ id: `ide_${name}`, kind: 'person', name, spellings: [name, ...spellings] },
  ...{ status: 'accepted', mentions: [], reasons: [] },
});

let count = 0;
function says(source: string, start: number, chain: Voice[], roles: Partial<Statement> = {}): Statement {
  count += 1;
  return {
    ...{
      id: `sta_${count}`,
      source,
      passage: '',
      span: { start, end: start + 5 },
      voice: chain,
      event: 'see',
    },
    ...{ agent: null, patient: null, place: null, time: null, ...roles },
  } as Statement;
}

function call(source: string): Section {
  return { source, kind: 'call', span: { start: 0, end: 100 } } as Section;
}

function tiesOf(
  statements: Statement[],
  sections: Section[] = [],
  identities = [named('Orla', 'ORLA'), named('Pavo')],
) {
  const { nodes, ties } = gatherNetwork({ statements, sections, identities, mentions: [] });
  const name = (id: string) => nodes.get(id)?.name;
  return ties.map(({ type, from, to, shown }) => `${name(from)} ${type} ${name(to)} ${shown.length}`).sort();
}

test('a voice that passes on another, who is said to act on whom, and of whom it speaks', () => {
  const statement = says('s', 0, [voice('The Gazette', 'publisher'), voice('ORLA')], {
    ...{ agent: role('Pavo'), patient: role('Orla') },
  });
  expect(tiesOf([statement])).toEqual(['Orla of Pavo 1', 'Pavo acts Orla 1', 'The Gazette passes Orla 1']);
});

test('two who speak in one call speak with each other; a sheet does not', () => {
  const spoken = [
    says('s', 0, [voice('Orla')]),
    says('s', 10, [voice('Pavo')]),
    says('s', 20, [voice('sheet 4', 'document')]),
    says('s', 200, [voice('Quill')]),
  ];
  expect(tiesOf(spoken, [call('s')])).toEqual(['Orla speaks Pavo 2']);
  expect(tiesOf(spoken, [{ ...call('s'), kind: 'text' }])).toEqual([]);
});

test('unknown speakers of two sources are never one', () => {
  const calls = ['s', 't'].flatMap((source) => [
    says(source, 0, [voice('UNKNOWN MALE', 'unknown')]),
    says(source, 10, [voice('Orla')]),
  ]);
  const { ties, nodes } = gatherNetwork({
    ...{ statements: calls, sections: [call('s'), call('t')], identities: [named('Orla')], mentions: [] },
  });
  expect([ties.length, nodes.size]).toEqual([2, 3]);
});

import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/intake/read-table.ts';

const CONTEXT = { sourceId: 'src_test', file: 'tape-7.csv' };

function turnsOf(text: string) {
  const reading = readTable(text, CONTEXT);
  const turns = [...reading.passages].map((passage) => ({
    kind: passage.kind,
    speaker: passage.speaker?.name ?? null,
    said: text.slice(passage.body.start, passage.body.end),
  }));
  return { reading, turns };
}

describe('a table of speakers and their words is a transcript', () => {
  test.each([
    ['speaker,speech\nOLGUIN,Paid forty lorries.\n', 'Olguin', 'Paid forty lorries.'],
    ['Konuşan;Metin\nSEVİM;Kırk kamyon geldi.\n', 'Sevim', 'Kırk kamyon geldi.'],
    ['Hablante\tTexto\nEl señor OLGUIN.—\tPagué cuarenta.\n', 'El señor Olguin', 'Pagué cuarenta.'],
    ['المتحدث,النص\nسامي,وصلت أربعون شاحنة\n', 'سامي', 'وصلت أربعون شاحنة'],
    ['n,start,Speaker Name,Text\n1,00:00:03,Dr Vane,"Two, maybe three."\n', 'Dr Vane', 'Two, maybe three.'],
  ])('%j', (text, speaker, said) => {
    const { reading, turns } = turnsOf(text);
    expect(reading.kind).toBe('transcript');
    expect(reading.sections[0]?.table).toBeNull();
    expect(turns.at(-1)).toEqual({ kind: 'utterance', speaker, said });
  });

  test.each([
    ['speaker,speech\nBACKGROUND,Two men enter a hall.\n', 'Two men enter a hall.'],
    ['speaker,speech\nOLGUIN,[A door shuts.]\n', '[A door shuts.]'],
    ['speaker,speech\n,Voices far off.\n', 'Voices far off.'],
  ])('nobody speaks in %j', (text, said) => {
    expect(turnsOf(text).turns.at(-1)).toEqual({ kind: 'note', speaker: null, said });
  });

  test('whom nobody knows is unknown', () => {
    const [, turn] = [...readTable('speaker,speech\nDESCONOCIDO,No sé.\n', CONTEXT).passages];
    expect(turn?.speaker).toMatchObject({ label: 'DESCONOCIDO', unknown: true, guess: false });
  });

  test.each([
    ['post,people\nNorth,12\nSouth,9\n'],
    ['speaker,votes\nVane,12\nOlguin,9\n'],
    ['speaker,turn\nVane,12\nOlguin,9\n'],
    ['date,text\n01.05.2021,Fog over the harbour.\n'],
  ])('%j stays a log', (text) => {
    expect(turnsOf(text).reading.kind).toBe('log');
  });
});

import { describe, expect, test } from 'vitest';
import { readTexts } from '../../crosscheck/read-texts.ts';

async function read(text: string, file = 'a.txt') {
  const pile = await readTexts({ [file]: text });
  return pile.statements.map((statement) => ({
    words: pile.textOf(statement.source).slice(statement.span.start, statement.span.end),
    voice: statement.voice.at(-1)?.name,
    polarity: statement.polarity,
    from: statement.time?.from ?? null,
  }));
}

describe('who speaks', () => {
  test('a name and a colon before quoted words, as minutes have it', async () => {
    const read1 = await read(
      'UNION OF DECKHANDS\nMinutes of 4 May 2022\n\nItem 2. Seaman R. Solva: "Gorm paid me the whole advance before we sailed". The same R. Solva, asked again: "I never saw a coin of it".\n',
    );
    expect(read1.find(({ words }) => words.includes('paid me'))?.voice).toMatch(/Solva/);
    expect(read1.find(({ words }) => words.includes('never saw'))?.voice).toMatch(/Solva/);
  });

  test('the lines that the head of an intercept explains', async () => {
    const lines = await read(
      '=== DESK / sheet 12 ===\nline A: mayor\'s office, Orlen (male, "the clerk")   line B: checkpoint Tarn, Lt. Oda\n09.02.17  14h10\n\nB - I have six trucks for the clinic, sir.\nA - Turn them back at once.\nB - All of them?\nA - Not one box goes in.\n',
    );
    expect(lines.find(({ words }) => words.includes('six trucks'))?.voice).toMatch(/Oda/);
    expect(lines.find(({ words }) => words.includes('Turn them back'))?.voice).toMatch(/clerk/);
  });
});

test('what is denied in a clause of its own is its contrary; what is refused is not', async () => {
  const en = await read('HARBOUR POST\n\n14 May 2022\n\nThe owner denied that the doors were locked.\n');
  expect(en.find(({ words }) => words.includes('were locked'))?.polarity).toBe('negative');
  const es = await read('EL FARO\n\n14 de mayo de 2022\n\nLa tripulación se negó a embarcar.\n');
  expect(es.find(({ words }) => words.includes('embarcar'))?.polarity).toBe('positive');
});

test('days without a year in a table are of the year of its other rows', async () => {
  const rows = await read(
    'haul,date,zone,tonnes\n1,10/01/2023,north,14\n2,11/01/2023,north,18\n3,12-Jan,south,21\n4,13/01/2023,south,24\n',
    'a.csv',
  );
  expect(rows.find(({ words }) => words.startsWith('3,'))?.from).toBe('2023-01-12');
});

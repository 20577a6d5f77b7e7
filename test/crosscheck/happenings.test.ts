import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import type { Happening } from '../../src/statement/event.ts';
import { readTexts } from './read-texts.ts';

async function happeningsIn(files: Readonly<Record<string, string>>): Promise<readonly Happening[]> {
  return crosscheck(await readTexts(files), openGazetteer()).happenings;
}

const POST = 'HARBOUR POST\n\n14 May 2022\n\nOrhan Kesten was arrested on 6 May near Sivas.\n';
const CROW = 'LAGOON CROW\n\n15 May 2022\n\nOrhan Kesten was arrested on Friday 6 May, a neighbour said.\n';
const NOTE =
  'DIARIO DEL VALLE\n\n16 de mayo de 2022\n\nOrhan Kesten fue detenido el 6 de mayo, dijo su abogado.\n\nLa familia espera en la puerta de la cárcel.\n';

describe('statements of one happening', () => {
  test('stand side by side, with why, who, when and how many origins', async () => {
    const [happening, ...others] = await happeningsIn({
      'post.txt': POST,
      'crow.txt': CROW,
      'nota.txt': NOTE,
    });
    expect(others).toEqual([]);
    expect(happening?.statements).toHaveLength(3);
    expect(happening?.time).toEqual({ from: '2022-05-06', to: '2022-05-06' });
    expect(happening?.people).toHaveLength(1);
    expect(happening?.origins).toBe(3);
    expect(happening?.reasons.join(' ')).toContain('Orhan Kesten');
  });
  test('another person or another month is another happening', async () => {
    const other = CROW.replace('Orhan Kesten', 'Janis Brod');
    expect(await happeningsIn({ 'post.txt': POST, 'crow.txt': other })).toEqual([]);
    const later = CROW.replace('Friday 6 May', '9 April');
    expect(await happeningsIn({ 'post.txt': POST, 'crow.txt': later })).toEqual([]);
  });
  test('one voice in two papers is one origin', async () => {
    const says = (paper: string) =>
      `${paper}\n\n15 May 2022\n\nOrhan Kesten was arrested on 6 May, Colonel Ramo Quell said.\n`;
    const [happening] = await happeningsIn({ 'a.txt': says('HARBOUR POST'), 'b.txt': says('LAGOON CROW') });
    expect(happening?.statements).toHaveLength(2);
    expect(happening?.origins).toBe(1);
  });
  test('the count of a happening runs from the least to the greatest telling', async () => {
    const told = (paper: string, count: number) =>
      `${paper}\n\n15 May 2022\n\nPolice arrested ${count} people in Sivas on 6 May.\n`;
    const [happening] = await happeningsIn({
      'a.txt': told('HARBOUR POST', 40),
      'b.txt': told('LAGOON CROW', 62),
    });
    expect(happening?.count).toEqual({ min: 40, max: 62 });
  });
});

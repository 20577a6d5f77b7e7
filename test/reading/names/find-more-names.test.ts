import { expect, test } from 'vitest';
import { readDocument } from '../../../src/intake/read-document.ts';
import { readSource } from '../../../src/reading/read-source.ts';

async function namesIn(text: string, file: string): Promise<string[]> {
  const { source, sections, passages } = await readDocument(new TextEncoder().encode(text), {
    path: file,
    file,
  });
  return readSource(source, sections, [...passages]).mentions.map(({ kind, name }) => `${kind} ${name}`);
}

test('the publisher is named where the page prints its name', async () => {
  const page = `<!doctype html><html><head><title>Ferry late again | harbour.example</title>
<meta property="og:site_name" content="The Quay Courier"></head>
<body><header>THE QUAY COURIER</header><article><h1>Ferry late again</h1>
<p>The ferry was late on Monday for the third time, passengers said at the pier in the evening.</p>
<p>It left an hour after its time, and nobody told them why it had to wait for so long.</p></article></body></html>`;
  expect((await namesIn(page, 'page.html')).map((name) => name.toLowerCase())).toContain(
    'organization the quay courier',
  );
});

test('a header tells by whom a call was taken', async () => {
  const call = `Line 4 | 12.03.2021 | 19:20 | taken by: Noor

A: Good evening. The bridge is closed.
B: Since when?
A: Since noon.
B: I will tell them.
`;
  expect(await namesIn(call, 'call.txt')).toContain('person Noor');
});

test('cells of a register name places by a word of theirs, and people as registers write them', async () => {
  const table = `zone;held;destination;note
Z-1;4;Hosp. San Telmo;incl. LOBOS M., Rosa, 44, stall
Z-2;3;Hosp. San Telmo;K.V., torch, two phones
Z-3;2;none;nothing found
`;
  const names = await namesIn(table, 'register.csv');
  expect(names).toContain('place Hosp. San Telmo');
  expect(names).toContain('person LOBOS M., Rosa');
  expect(names).toContain('person K.V.');
  expect(names.filter((name) => name.includes('nothing'))).toEqual([]);
});

test('a title in a name cell is no part of the name', async () => {
  const table = 'name;age\nSgt. Peter Orlen;31\nMara Lindo;44\nRosa Quiroga;29\n';
  expect(await namesIn(table, 'list.csv')).toContain('person Peter Orlen');
});

import { expect, test } from 'vitest';
import { readDocument } from '../../../src/intake/read-document.ts';
import { readSource } from '../../../src/reading/read-source.ts';

const namesIn = async (text: string) => {
  const file = 'call.txt';
  const { source, sections, passages } = await readDocument(new TextEncoder().encode(text), {
    path: file,
    file,
  });
  const { mentions } = readSource({ ...source, language: 'en' }, sections, [...passages]);
  return mentions
    .filter(({ kind }) => kind === 'person' || kind === 'place')
    .map(({ name, kind }) => `${name} ${kind}`);
};

test('speech that a machine wrote down without capitals has its names', async () => {
  expect(await namesIn('so marta olsen went to geneva on monday and she met the driver there')).toEqual(
    expect.arrayContaining(['marta olsen person', 'geneva place']),
  );
});

import { expect, test } from 'vitest';
import { readDocument } from '../../src/intake/read-document.ts';
import { preparePassages } from '../../src/reading/prepare-passages.ts';

const languagesOf = async (text: string) => {
  const file = 'nota.txt';
  const { source, sections, passages } = await readDocument(new TextEncoder().encode(text), {
    path: file,
    file,
  });
  return preparePassages(source, sections, [...passages]).map(({ language }) => language);
};

const LONG =
  'La policía informó que nueve personas fueron detenidas durante la noche en el puerto, según el parte que firmó el comisario de la zona.';

test('a short line keeps the language of its document where a close relative looks likelier', async () => {
  expect(new Set(await languagesOf(`${LONG}\n\nHeridos acumulados: 14.\n\n${LONG}`))).toEqual(
    new Set(['es']),
  );
});

test('a line in a language that is no relative has its own', async () => {
  const languages = await languagesOf(
    `${LONG}\n\nThe minister said that nobody was arrested during the night.\n\n${LONG}`,
  );
  expect(languages).toContain('en');
});

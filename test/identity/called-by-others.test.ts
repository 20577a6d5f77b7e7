import { expect, test } from 'vitest';
import { readTexts } from '../crosscheck/read-texts.ts';

test.each([
  ['The skipper is Ivo Marek. The lads call him the Basque.', /Basque/],
  ['Director Ziad Orban, whom patients call Abu Karim, spoke by telephone.', /Abu Karim/],
  ['El patrón es Ivo Marek. Los muchachos le dicen el Vasco.', /Vasco/],
])('%s', async (line, name) => {
  const { identities } = await readTexts({ 'a.txt': `HARBOUR POST\n\n14 May 2022\n\n${line}\n` });
  const found = identities.find(({ spellings }) => spellings.some((one) => /Marek|Orban/.test(one)));
  expect(found?.spellings.join(' | ')).toMatch(name);
});

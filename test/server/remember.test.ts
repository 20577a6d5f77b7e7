import { expect, test } from 'vitest';
import { rememberRecent, rememberWhile } from '../../src/server/remember.ts';

test('what is asked for at once is loaded once', async () => {
  let loads = 0;
  const remembered = rememberWhile(
    async () => 'same',
    async () => {
      loads += 1;
      return loads;
    },
  );
  expect(await Promise.all([remembered.get(), remembered.get()])).toEqual([1, 1]);
  remembered.forget();
  expect(await remembered.get()).toBe(2);
});

test('a load that fails is tried again', async () => {
  let loads = 0;
  const load = async (): Promise<string> => {
    loads += 1;
    if (loads === 1) throw new Error('first');
    return 'second';
  };
  const remembered = rememberWhile(async () => 'same', load);
  await expect(remembered.get()).rejects.toThrow('first');
  expect(await remembered.get()).toBe('second');
});

test('what is kept is loaded anew as soon as the stamp is another', async () => {
  let [stamp, loads] = ['first', 0];
  const remembered = rememberWhile(
    async () => stamp,
    async () => {
      loads += 1;
      return loads;
    },
  );
  expect([await remembered.get(), await remembered.get()]).toEqual([1, 1]);
  stamp = 'second';
  expect([await remembered.get(), await remembered.get()]).toEqual([2, 2]);
});

test('the oldest go when the whole is too heavy', async () => {
  const loaded: string[] = [];
  const load = rememberRecent(
    10,
    async (key) => {
      loaded.push(key);
      return key;
    },
    () => 4,
  );
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await load(key);
  expect(loaded).toEqual(['a', 'b', 'c', 'b']);
});

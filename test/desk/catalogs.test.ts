import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import ar from '../../desk/src/language/ar.json' with { type: 'json' };
import en from '../../desk/src/language/en.json' with { type: 'json' };
import { isolate, LANGUAGES, type Language, t, turnLanguage } from '../../desk/src/language/language.ts';
import tr from '../../desk/src/language/tr.json' with { type: 'json' };

const CATALOGS: Record<Language, Record<string, Record<string, string>>> = { en, tr, ar };
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Sentences by their whole keys. */
function sentencesOf(language: Language): Map<string, string> {
  return new Map(
    Object.entries(CATALOGS[language]).flatMap(([room, sentences]) =>
      Object.entries(sentences).map(([key, sentence]) => [`${room}.${key}`, sentence] as const),
    ),
  );
}

const ENGLISH = sentencesOf('en');
const namesIn = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe.each(LANGUAGES)('%s', (language) => {
  const sentences = sentencesOf(language);

  test('has every sentence that English has, and no other', () => {
    const bare = (keys: Iterable<string>) =>
      [...new Set([...keys].map((key) => key.replace(PLURAL, '')))].sort();
    expect(bare(sentences.keys())).toEqual(bare(ENGLISH.keys()));
  });

  test('leaves no sentence empty', () => {
    expect([...sentences].filter(([, sentence]) => sentence.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('has each counted noun in every number that the language has', () => {
    const numbers = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const counted = Map.groupBy(
      [...sentences.keys()].filter((key) => PLURAL.test(key)),
      (key) => key.replace(PLURAL, ''),
    );
    expect(counted.size).toBeGreaterThan(20);
    for (const [noun, keys] of counted)
      expect(keys.map((key) => PLURAL.exec(key)?.[1]).sort(), noun).toEqual(numbers);
  });

  test('fills the same gaps as English; a dual or a one may say its number in words', () => {
    for (const [key, sentence] of sentences) {
      const english = ENGLISH.get(key) ?? ENGLISH.get(key.replace(PLURAL, '_other')) ?? '';
      const [has, may] = [namesIn(sentence), namesIn(english)];
      if (PLURAL.test(key) && !key.endsWith('_other')) expect(may, key).toEqual(expect.arrayContaining(has));
      else expect(has, key).toEqual(may);
    }
  });
});

const DESK = fileURLToPath(new URL('../../desk/src', import.meta.url));
/** Attributes that people read or hear. */
const READ = new Set(['aria-label', 'placeholder', 'title', 'label', 'alt', 'about']);
/** Names, commands and signs, which are the same in every language. */
const NAMES = /^(?:‘Hearsay’|hearsay read(?: FOLDER)?|SHA-256|Esc)?$/;

/** What an expression between tags may come to, as far as it is written there. */
function literalsIn(expression: ts.Expression | undefined): string[] {
  if (!expression) return [];
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression))
    return [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(expression))
    return [...literalsIn(expression.whenTrue), ...literalsIn(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) return literalsIn(expression.right);
  return ts.isParenthesizedExpression(expression) ? literalsIn(expression.expression) : [];
}

/** Words that stand in a component itself and not in the catalogs. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const keep = (text: string): void => {
    const words = text.trim();
    if (/\p{L}{2}/u.test(words) && !NAMES.test(words)) found.push(words);
  };
  const walk = (node: ts.Node): void => {
    const attribute = ts.isJsxAttribute(node) ? node : null;
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      literalsIn(node.expression).forEach(keep);
    if (
      attribute?.initializer &&
      READ.has(attribute.name.getText()) &&
      ts.isStringLiteral(attribute.initializer)
    )
      keep(attribute.initializer.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

test('no component holds words of its own', () => {
  const files = globSync(`${DESK}/**/*.tsx`);
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((file) => wordsIn(file).map((words) => `${file.slice(DESK.length)}: ${words}`));
  expect(found).toEqual([]);
});

test('in Arabic what is put into a sentence stays apart from it; what the desk put together runs as the desk does', async () => {
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  vi.stubGlobal('document', { documentElement: {} });
  await turnLanguage('ar');
  expect(isolate('Mersin')).toBe('\u2068Mersin\u2069');
  expect(isolate(isolate('Mersin'))).toBe('\u2067\u2068Mersin\u2069\u2069');
  expect(t('statement.at', { place: 'Mersin' })).toBe('المكان: \u2068Mersin\u2069');
  expect(t('count.voice', { count: 2, n: '2' })).toBe('صوتان');
  expect(t('count.voice', { count: 11, n: '11' })).toBe('\u206811\u2069 صوتًا');
  await turnLanguage('en');
  expect(isolate('Mersin')).toBe('Mersin');
});

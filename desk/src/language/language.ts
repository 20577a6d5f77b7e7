import { createInstance } from 'i18next';
import en from './en.json' with { type: 'json' };

/* The language of the interface. What sources say is never translated, and what findings say is in English. */

export const LANGUAGES = ['en', 'tr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As each calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', tr: 'Türkçe', ar: 'العربية' };

/** Every sentence of the interface by its key. */
export type Catalog = typeof en;

const SETTING = 'hearsay.language';
/** Figures stand beside quotes and findings that have them in these digits, in Arabic too. */
const LOCALES: Record<Language, string> = { en: 'en', tr: 'tr', ar: 'ar-u-nu-latn' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk';
    resources: { desk: Catalog };
  }
}

const sentences = createInstance();
void sentences.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: 'desk',
  defaultNS: 'desk',
  resources: { en: { desk: en } },
  interpolation: { escape: isolate },
  initAsync: false,
});

/**
 * Keeps what is put into a sentence apart from it, so that a Latin name or a date does not turn an
 * Arabic sentence about. Nothing else is escaped: sentences become text nodes.
 */
export function isolate(words: string): string {
  if (direction() === 'ltr') return words;
  // What the desk put together itself runs as the desk does; all else by its first letter.
  const open = words.includes(END) ? '\u2067' : '\u2068';
  return open + words + END;
}

const END = '\u2069';

/** A sentence of the interface by its key, in the language that is chosen. Call it while drawing, never before. */
export const t = sentences.t;

export function language(): Language {
  return LANGUAGES.find((one) => one === sentences.language) ?? 'en';
}

/** For numbers, days and lists. */
export function locale(): string {
  return LOCALES[language()];
}

export function direction(of: Language = language()): 'ltr' | 'rtl' {
  return of === 'ar' ? 'rtl' : 'ltr';
}

/** Turns the desk to a language, and keeps the choice for the next time. */
export async function turnLanguage(wanted: Language): Promise<void> {
  localStorage.setItem(SETTING, wanted);
  await speak(wanted);
}

/** Sets the desk to the language it was last left in; without a choice to the first of the browser's that it has. */
export async function restoreLanguage(): Promise<void> {
  const kept = localStorage.getItem(SETTING);
  const wishes = kept ? [kept] : navigator.languages.map((tag) => tag.slice(0, 2));
  await speak(wishes.flatMap((wish) => LANGUAGES.find((one) => one === wish) ?? [])[0] ?? 'en');
}

async function speak(wanted: Language): Promise<void> {
  if (!sentences.hasResourceBundle(wanted, 'desk'))
    sentences.addResourceBundle(wanted, 'desk', await catalogOf(wanted));
  await sentences.changeLanguage(wanted);
  document.documentElement.lang = wanted;
  document.documentElement.dir = direction(wanted);
}

/** Calls `listener` whenever another language is chosen; gives the way to stop. */
export function onLanguage(listener: () => void): () => void {
  sentences.on('languageChanged', listener);
  return () => sentences.off('languageChanged', listener);
}

async function catalogOf(wanted: Language): Promise<object> {
  if (wanted === 'tr') return (await import('./tr.json', { with: { type: 'json' } })).default;
  if (wanted === 'ar') return (await import('./ar.json', { with: { type: 'json' } })).default;
  return en;
}

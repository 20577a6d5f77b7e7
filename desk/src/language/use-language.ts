import { useSyncExternalStore } from 'react';
import { type Language, language, onLanguage } from './language.ts';

/** The language that the desk is in; whoever asks is drawn anew when it turns. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/**
 * The form under which two spellings count as one and the same: lower case, accents off,
 * Turkish i's as one, Arabic alef and ya forms as one, marks and possessives dropped, white
 * space single. Sound across scripts is not folded here: "Yusuf" and "Yousef" keep two keys.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .replace(/['’‘`´ʼ]s\b/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ـ', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

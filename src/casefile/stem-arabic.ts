const PREFIXES = ['وبال', 'فبال', 'وكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'ال', 'لل'];
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
const FEWEST_LETTERS = 2;

/**
 * A light stem of a folded Arabic word: conjunction, one-letter preposition and article off
 * the front, then dual, plural and pronoun endings off the back, leaving two letters at
 * least. The word lists are those of "Light10" (Larkey, Ballesteros and Connell, 2007) with
 * its joined prefixes written out. `stemArabic('والمعلمين')` is `'معلم'`.
 */
export function stemArabic(word: string): string {
  return withoutSuffixes(withoutPrefix(word));
}

function withoutPrefix(word: string): string {
  const prefix = PREFIXES.find((each) => word.startsWith(each) && leaves(word, each));
  if (prefix !== undefined) return word.slice(prefix.length);
  return word.startsWith('و') && word.length > 3 ? word.slice(1) : word;
}

// Each ending is tried once, in this order, as Light10 does: "ها" before "ات".
function withoutSuffixes(word: string): string {
  let stem = word;
  for (const suffix of SUFFIXES) {
    if (stem.endsWith(suffix) && leaves(stem, suffix)) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

function leaves(word: string, affix: string): boolean {
  return word.length - affix.length >= FEWEST_LETTERS;
}

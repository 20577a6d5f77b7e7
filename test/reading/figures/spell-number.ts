/** A whole number 0..9,999,999 in words, as a writer of the language would have it. */
export function spellNumber(value: number, language: 'en' | 'tr' | 'es' | 'ar'): string {
  if (language === 'en') return spellEnglish(value);
  if (language === 'tr') return spellTurkish(value);
  return language === 'es' ? spellSpanish(value) : spellArabic(value);
}

const EN_ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function spellEnglish(value: number): string {
  if (value < 20) return EN_ONES[value] ?? '';
  if (value < 100)
    return (EN_TENS[Math.floor(value / 10)] ?? '') + (value % 10 === 0 ? '' : `-${EN_ONES[value % 10]}`);
  if (value < 1000)
    return `${EN_ONES[Math.floor(value / 100)]} hundred${value % 100 === 0 ? '' : ` and ${spellEnglish(value % 100)}`}`;
  const [scale, word] = value < 1_000_000 ? [1000, 'thousand'] : [1_000_000, 'million'];
  const rest = value % scale;
  const tail = rest === 0 ? '' : rest < 100 ? ` and ${spellEnglish(rest)}` : ` ${spellEnglish(rest)}`;
  return `${spellEnglish(Math.floor(value / scale))} ${word}${tail}`;
}

const TR_ONES = '- bir iki üç dört beş altı yedi sekiz dokuz'.split(' ');
const TR_TENS = '- on yirmi otuz kırk elli altmış yetmiş seksen doksan'.split(' ');

function spellTurkish(value: number): string {
  if (value === 0) return 'sıfır';
  const words: string[] = [];
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor(value / 1000) % 1000;
  if (millions > 0) words.push(turkishGroup(millions), 'milyon');
  if (thousands === 1) words.push('bin');
  else if (thousands > 1) words.push(turkishGroup(thousands), 'bin');
  words.push(turkishGroup(value % 1000));
  return words.filter((word) => word !== '').join(' ');
}

function turkishGroup(value: number): string {
  const hundreds = Math.floor(value / 100);
  const hundred = hundreds === 0 ? '' : hundreds === 1 ? 'yüz' : `${TR_ONES[hundreds]} yüz`;
  const tens = Math.floor(value / 10) % 10;
  return [hundred, tens === 0 ? '' : TR_TENS[tens], value % 10 === 0 ? '' : TR_ONES[value % 10]]
    .filter((word) => word !== '')
    .join(' ');
}

const ES_SMALL =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const ES_TENS = '- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const ES_HUNDREDS =
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );

function spellSpanish(value: number): string {
  if (value < 30) return ES_SMALL[value] ?? '';
  if (value < 100)
    return (ES_TENS[Math.floor(value / 10)] ?? '') + (value % 10 === 0 ? '' : ` y ${ES_SMALL[value % 10]}`);
  if (value === 100) return 'cien';
  if (value < 1000) return joined(ES_HUNDREDS[Math.floor(value / 100)] ?? '', value % 100);
  if (value < 1_000_000) {
    const thousands = Math.floor(value / 1000);
    return joined(thousands === 1 ? 'mil' : `${before(thousands)} mil`, value % 1000);
  }
  const millions = Math.floor(value / 1_000_000);
  return joined(millions === 1 ? 'un millón' : `${before(millions)} millones`, value % 1_000_000);
}

// "veintiún mil", "treinta y un mil".
function before(value: number): string {
  return spellSpanish(value)
    .replace(/veintiuno$/, 'veintiún')
    .replace(/uno$/, 'un');
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${spellSpanish(rest)}`;
}

const AR_ONES = '- واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'.split(' ');
const AR_TENS = '- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون'.split(' ');
const AR_HUNDREDS = '- مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة'.split(' ');

function spellArabic(value: number): string {
  if (value === 0) return 'صفر';
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor(value / 1000) % 1000;
  const parts = [
    arabicScale(millions, ['مليون', 'مليونان', 'ملايين']),
    arabicScale(thousands, ['ألف', 'ألفان', 'آلاف']),
    arabicGroup(value % 1000),
  ];
  return parts.filter((part) => part !== '').join(' و');
}

function arabicScale(value: number, [one, two, many]: readonly [string, string, string]): string {
  if (value === 0) return '';
  if (value === 1) return one;
  if (value === 2) return two;
  return `${arabicGroup(value)} ${value % 100 >= 3 && value % 100 <= 10 ? many : one}`;
}

function arabicGroup(value: number): string {
  const hundreds = Math.floor(value / 100);
  return [hundreds === 0 ? '' : (AR_HUNDREDS[hundreds] ?? ''), arabicSmall(value % 100)]
    .filter((part) => part !== '')
    .join(' و');
}

function arabicSmall(value: number): string {
  if (value === 0) return '';
  if (value <= 10) return AR_ONES[value] ?? '';
  if (value === 11) return 'أحد عشر';
  if (value === 12) return 'اثنا عشر';
  if (value < 20) return `${AR_ONES[value - 10]} عشر`;
  const tens = AR_TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? tens : `${AR_ONES[value % 10]} و${tens}`;
}

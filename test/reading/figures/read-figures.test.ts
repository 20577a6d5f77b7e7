import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../src/reading/figures/read-figures.ts';
import type { Figure } from '../../../src/statement/quantity.ts';
import { passageOf } from '../passage-of.ts';

function shownFigure(figure: Figure): string {
  const { min, max, of, per, cumulative } = figure.quantity;
  const amount = min === max ? String(min) : `${min ?? ''}..${max ?? ''}`;
  const marks = [cumulative ? 'total' : '', figure.increment ? 'more' : '', figure.ofThem ? 'of them' : ''];
  return [amount, of ?? '-', per === null ? '' : `a ${per}`, ...marks]
    .filter((word) => word !== '')
    .join(' ');
}

function shown(text: string, language: string): string {
  return readFigures(passageOf(text, language)).figures.map(shownFigure).join(' | ');
}

function related(text: string, language: string): string {
  const { figures, relations } = readFigures(passageOf(text, language));
  const words = new Map(
    figures.map((figure) => [figure.id, text.slice(figure.numberSpan.start, figure.numberSpan.end)]),
  );
  return relations
    .map((relation) => `${relation.kind}: ${relation.figures.map((id) => words.get(id)).join(', ')}`)
    .join(' | ');
}

describe('readFigures', () => {
  test.each([
    ['en', 'Seventeen men crossed', '17 person'],
    ['es', 'la gente de la clase media compró en el año 93 dos mulas', '2 animal'],
    ['en', 'some 600 people', '540..660 person'],
    ['en', 'more than 40 trucks and over 12 boats', '41.. truck | 13.. boat'],
    ['en', 'at least seven people dead and 12 missing', '7.. person | 12 person'],
    ['en', 'up to 40 men; fewer than 40 men; no more than 12 cars', '..40 person | ..39 person | ..12 car'],
    [
      'en',
      'between 30 and 40 goats, 30-40 men, 3 to 4 boats, two or three shops',
      '30..40 goat | 30..40 person | 3..4 boat | 2..3 shop',
    ],
    [
      'en',
      'a couple of men, several houses, dozens of women, hundreds of bags',
      '2..3 person | 3..9 house | 24..99 person | 200..999 bag',
    ],
    ['en', 'another 15 people, 15 more', '15 person more | 15 - more'],
    ['en', 'A total of 64 crates; 12 in all; so far 31', '64 crate total | 12 - total | 31 - total'],
    ['en', 'Since 1 March six miners have drowned', '6 person total'],
    ['en', 'twelve carts a day', '12 cart a day'],
    ['en', 'Hundreds are fed every day', '200..999 - a day'],
    ['en', '120 litres per week and 5,000 euros a month', '120 litre a week | 5000 euro a month'],
    ['en', '40 per cent, a third of the men, 12.5 %', '40 percent | 0.3333333333333333 - | 12.5 percent'],
    ['en', '2,000 lira ($265)', '2000 lira | 265 dollar'],
    [
      'en',
      '1,700 micrograms of lead per litre, -5 degrees Celsius, 80 km/h',
      '1700 microgram per litre | -5 celsius | 80 kilometre per hour',
    ],
    ['en', 'nine of them, 240 of those', '9 - of them | 240 - of them'],
    ['en', 'nineteen of the drivers were late', '19 person'],
    ['en', 'Fifty-two (52) seamen', '52 person'],
    ['en', 'Dead so far: 2.', '2 person total'],
    ['en', '1.400 people', '1400 person'],
    ['en', 'two police officers and 40 dead gulls', '2 person | 40 gull'],
    ['en', 'a budget of $3.4T and 3.4 t', '3400000000000 dollar | 3.4 tonne'],
    ['en', 'a loss of ($-12)', '-12 dollar'],
    ['en', '6- to 9-metre boats', '6..9 metre'],
    ['en', '7 km^2, 6 metres cubed', '7 square kilometre | 6 cubic metre'],
    ['en', '40 MWh and 3 mSv', '40 megawatt hour | 3 millisievert'],
    ['en', '6 ft 4 in, 3 in thick, 3 in town', '6 foot | 4 inch | 3 inch | 3 -'],
    ['en', '30 (kg)', '30 kilogram'],
    ['en', 'a gallon of milk', '1 gallon'],
    ['en', 'less than 70 or equal; more than 70 or equal', '..70 - | 70.. -'],
    ['en', 'exactly 90 or more than 80', '90 - | 81.. -'],
    ['en', '4k-9k boats', '4000..9000 boat'],
    ['es', 'al menos 35 cajas, por lo menos 6, menos 3 grados', '35.. box | 6.. - | -3 degree'],
    ['es', 'más de 70 o igual', '70.. -'],
    ['ar', 'أكثر من ٦٠ وأقل من ٩٠', '61.. - | ..89 -'],
    ['ar', 'ثلثان من الحقل', '0.6666666666666666 -'],
    ['ar', 'أقل من ٦٠ أو يساوي', '..60 -'],
    ['ar', 'وصل ال14 مهاجرا', '14 person'],
    ['en', '175 torn or wet papers', '175 paper'],
    ['tr', 'yaklaşık 600 kişi', '540..660 person'],
    [
      'tr',
      "500'den fazla kişi, bin kişiden fazla, en az 12 kamyon",
      '501.. person | 1001.. person | 12.. truck',
    ],
    ['tr', 'günde on kamyon, 15 daha, onlarca kadın', '10 truck a day | 15 - more | 20..99 person'],
    ['tr', '20 ile 30 kişi arasında', '20..30 person'],
    ['tr', 'toplam 45.000 avro', '45000 euro total'],
    ['ar', 'نحو 600 شخص يوميا', '540..660 person a day'],
    ['ar', 'رجلان وثلاثة أطفال', '2 person | 3 person'],
    ['ar', 'أكثر من أربعين قتيلا', '41.. person'],
    ['ar', 'على الأقل ٢٠ شاحنة', '20.. truck'],
    ['es', 'unos 600 heridos al día', '540..660 person a day'],
    ['es', 'más de 40 personas, entre 30 y 40 camiones', '41.. person | 30..40 truck'],
    ['es', 'un total de 12 casas, otros 15 hombres', '12 house total | 15 person more'],
    ['es', 'cientos de familias', '200..999 family'],
  ])('%s: %s', (language, text, expected) => {
    expect(shown(text, language)).toBe(expected);
  });

  test.each([
    ['en', 'tape 88, page 3, No. 2, in 2019, on 3 May 2020 at 21:14'],
    ['en', 'phone 0532 111 22 33 or +90 532 111 2233'],
    ['en', 'No one was there; one said so.'],
    ['en', 'the 2nd of the tapes'],
    ['en', '19th-century boats and the twenty-third man'],
    ['en', '1. The convoy left.'],
    ['tr', 'Bir adam geldi, onun yanında durdu.'],
    ['es', 'Un hombre llegó.'],
    ['en', '> The line was quoted'],
  ])('%s: nothing is counted in: %s', (language, text) => {
    expect(shown(text, language)).toBe('');
  });

  test('an age is a measure', () => {
    const [figure] = readFigures(passageOf('a 40-year-old driver', 'en')).figures;
    expect([figure?.type, figure?.unit, figure?.value]).toEqual(['measure', 'year', 40]);
  });

  test.each([
    ['en', 'The 40-kilometre (25-mile) road', 'same-measure: 40, 25'],
    ['en', '12,000 litres, or 3,200 gallons', 'same-measure: 12,000, 3,200'],
    ['en', '2,000 lira ($265)', ''],
    ['en', 'We have five: one uncle, three cousins and a baby.', 'sum: five, one, three, a'],
    ['en', '70 wounded (40 in the north, 20 in the south and 10 at sea)', 'sum: 70, 40, 20, 10'],
    ['en', '500 tonnes (180 at Ulu, 195 at Kara and 140 at Dere)', 'sum: 500, 180, 195, 140'],
    [
      'en',
      'It bought 900 litres of oil: 400 from the farm, 300 from the mill and 100 from us.',
      'sum: 900, 400, 300, 100',
    ],
    ['en', 'It bought 900 litres of oil: 4 from the farm, 3 from the mill and 1 from us.', ''],
    ['en', 'Channel 7. There are thousands of them.', ''],
    ['en', 'They had 22 goats. Thousands of them died.', 'part: 22, Thousands'],
    ['en', 'List 4: 38,658, 40 and 31,373.', ''],
    ['en', '50 persons, of whom 30 men, 15 women and 5 children', 'part: 50, 30 | sum: 50, 30, 15, 5'],
    ['en', 'Eight in the morning and five at noon. Thirteen.', 'sum: Thirteen, Eight, five'],
    ['en', 'eleven of the twenty', 'part: twenty, eleven'],
    ['en', 'Thirty swam, seven of them at night', 'part: Thirty, seven'],
    ['en', 'With 1,200 of 3,000 votes, or 40 per cent', 'part: 3,000, 1,200 | share: 3,000, 1,200, 40'],
    ['en', 'Of the 80 stranded, 20, or a quarter, were moved', 'part: 80, 20 | share: 80, 20, a quarter'],
    ['en', 'who looked at 80 of them, said 20, or 25 per cent, were dry', 'share: 80, 20, 25'],
    [
      'en',
      'They stranded 50 men. Twelve of the stranded, or 24 percent, were sailors',
      'part: 50, Twelve | share: 50, Twelve, 24',
    ],
    [
      'en',
      'three hundred and fifteen, no sorry, three hundred and fifty',
      'correction: three hundred and fifteen, three hundred and fifty',
    ],
    ['en', 'Forty men came. No, twenty stayed away.', ''],
    ['tr', 'Yirmi kişi geldi, on ikisi kaldı', 'part: Yirmi, on ikisi'],
    ['tr', "20'sinden 12'si yakalandı", 'part: 20, 12'],
    ['tr', '2.000, 3.000 ve 4.000 avro olmak üzere toplam 9.000 avro', 'sum: 9.000, 2.000, 3.000, 4.000'],
    ['es', 'once de los veinte', 'part: veinte, once'],
  ])('%s relations: %s', (language, text, expected) => {
    expect(related(text, language)).toBe(expected);
  });

  test('a withdrawn figure is marked', () => {
    const [first] = readFigures(passageOf('fifty, no, sorry, ninety', 'en')).figures;
    expect(first?.qualifiers).toContain('withdrawn');
  });

  test('an unclear decimal mark is a doubt', () => {
    const { doubts } = readFigures(passageOf('1.400 kg', 'en'));
    expect(doubts.map((doubt) => doubt.code)).toEqual(['reading/unclear-number']);
  });

  test('long chains are read to their end', () => {
    for (const link of ['one over ', 'one hundred and ', '1, ', 'half of ', 'no, sorry, two ', 'bir bölü '])
      expect(() =>
        readFigures(passageOf(link.repeat(5000), link.startsWith('bir') ? 'tr' : 'en')),
      ).not.toThrow();
  });

  test('any text gives figures whose spans hold words and whose ends are in order', () => {
    const piece = fc.constantFrom(
      '12',
      '1,400',
      'two',
      ' ',
      ' and ',
      'hundred',
      ' of ',
      'them',
      '%',
      '$',
      '(',
      ')',
      ', or ',
      'no, sorry, ',
      'bin',
      '-',
      '/',
      'km',
      'every day',
      '½',
      '.',
      '\n',
      'ألف',
      'و',
      ' to ',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'tr', 'ar', 'es', null), (text, language) => {
        let last = 0;
        for (const { span, numberSpan, quantity } of readFigures(passageOf(text, language)).figures) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(span.start, span.end).trim()).not.toBe('');
          expect(numberSpan.start >= span.start && numberSpan.end <= span.end).toBe(true);
          if (quantity.min !== null && quantity.max !== null)
            expect(quantity.min).toBeLessThanOrEqual(quantity.max);
          last = span.start;
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ResolvedNames, resolveNames } from '../../src/identity/resolve-names.ts';
import type { Passage, Section } from '../../src/statement/source.ts';
import type { Mention, MentionKind } from '../../src/statement/statement.ts';

interface Marked {
  readonly text: string;
  readonly mentions: Mention[];
  readonly passages: Passage[];
}

/** A source a line: `{Mira Tolan}` names a person, `{place: Orlen}` a place, `BERO: ...` is a turn, `| ...` a table's row. */
function mark(source: string, lines: readonly string[]): Marked {
  const mentions: Mention[] = [];
  const passages: Passage[] = [];
  let text = '';
  const name = (start: number, kind: MentionKind, words: string) =>
    mentions.push({
      ...{ id: `men_${source}_${start}`, source, passage: `psg_${source}`, kind, name: words, title: null },
      span: { start, end: start + words.length },
    });
  for (const line of lines) {
    const from = text.length;
    const speaker = /^([A-Z]+): /.exec(line)?.[1];
    if (speaker !== undefined) name(from, 'person', speaker);
    let at = 0;
    for (const match of line.matchAll(/\{(?:(\w+): )?([^}]+)\}/g)) {
      text += line.slice(at, match.index);
      name(text.length, (match[1] ?? 'person') as MentionKind, match[2] ?? '');
      text += match[2];
      at = match.index + match[0].length;
    }
    text += `${line.slice(at)}\n`;
    const body = { start: from + (speaker === undefined ? 0 : speaker.length + 2), end: text.length - 1 };
    passages.push({
      ...{
        id: `psg_${source}_${from}`,
        source,
        index: passages.length,
        section: 0,
        time: null,
        cells: null,
        line: 1,
      },
      ...{
        kind: speaker !== undefined ? 'utterance' : line.startsWith('|') ? 'row' : 'paragraph',
        span: { start: from, end: text.length },
        body,
      },
      speaker:
        speaker === undefined
          ? null
          : {
              label: speaker,
              name: speaker,
              span: { start: from, end: from + speaker.length },
              unknown: false,
              guess: false,
            },
    });
  }
  return { text, mentions, passages };
}

function resolve(pile: Record<string, string[]>, sections: Section[] = []): ResolvedNames {
  const marked = new Map(Object.entries(pile).map(([source, lines]) => [source, mark(source, lines)]));
  return resolveNames(
    [...marked.values()].flatMap(({ mentions }) => mentions),
    {
      sections,
      textOf: (source) => marked.get(source)?.text ?? '',
      passagesOf: (source) => marked.get(source)?.passages ?? [],
    },
  );
}

/** Whether some identity has both spellings. */
function joined({ identities }: ResolvedNames, a: string, b: string): boolean {
  return identities.some(({ spellings }) => spellings.includes(a) && spellings.includes(b));
}

const kinds = ({ findings }: ResolvedNames) => findings.map(({ kind }) => kind);

describe('joined by itself', () => {
  test.each<[string, Record<string, string[]>, string, string]>([
    [
      'one sound in two scripts',
      { a: ['{Yûsif Hadad} left.'], b: ['{يوسف حداد}'] },
      'Yûsif Hadad',
      'يوسف حداد',
    ],
    ['a text that says so', { a: ['{Jonas Marlo}, known as {Finch}, ran.'] }, 'Jonas Marlo', 'Finch'],
    ['a note that says so', { a: ['{Finch} = {Jonas Marlo}'] }, 'Jonas Marlo', 'Finch'],
    ['a Turkish text that says so', { a: ['{Kara} lakaplı {Selim Orak} kaçtı.'] }, 'Kara', 'Selim Orak'],
    [
      'a nickname that is no mention',
      { a: ['{Jonas Marlo}, nicknamed "Le Grand", ran.'] },
      'Jonas Marlo',
      'Le Grand',
    ],
    [
      'an acronym',
      { a: ['{organization: World Relief Board} ({organization: WRB}) paid.'] },
      'World Relief Board',
      'WRB',
    ],
    [
      'an article',
      { a: ['{organization: HARBOUR GAZETTE}'], b: ['{organization: The Harbour Gazette}'] },
      'HARBOUR GAZETTE',
      'The Harbour Gazette',
    ],
    [
      'a role beside the name',
      { a: ['{role: The spokesman}, {Ali Kaya}, denied it.'] },
      'Ali Kaya',
      'The spokesman',
    ],
    ['family name first', { a: ['{LOBOV Sergei}'], b: ['{Sergei Lobov}'] }, 'LOBOV Sergei', 'Sergei Lobov'],
    [
      'a surname-first name with a second surname, and the same without it',
      { a: ['{Quiroga Paz Rosa}', '{Selim Orak}'], b: ['{Rosa Quiroga} and {Selim Orak}'] },
      'Quiroga Paz Rosa',
      'Rosa Quiroga',
    ],
    [
      'a rare given name beside the same others',
      { a: ['{Wenzel Marlo} met {Selim Orak}.'], b: ['{Wenzel} met {Selim Orak}.'] },
      'Wenzel Marlo',
      'Wenzel',
    ],
    [
      'a letter that says who it is',
      { a: ['D: Good evening, this is {Wenzel Marlo}.', 'K: Yes?', 'D: It is done.'] },
      'D',
      'Wenzel Marlo',
    ],
    [
      'a letter that is called by one name',
      { a: ['D: Come in.', 'K: Where is it, {Wenzel}?', 'D: Nothing.'] },
      'D',
      'Wenzel',
    ],
    [
      'a rank by which only one is called',
      { a: ['BERO: Yes?', 'FINCH: Understood, {role: Comrade Major}.', 'BERO: Good.'] },
      'BERO',
      'Comrade Major',
    ],
    [
      'a glossary whose left side stands elsewhere',
      { a: ['{Finch} ran.', 'Finch = {Jonas Marlo}'] },
      'Finch',
      'Jonas Marlo',
    ],
    [
      'a rare kunya by two ears beside the same others',
      { a: ['{Ebu Zerdal} met {Selim Orak}.'], b: ['{أبو زردال} met {Selim Orak}.'] },
      'Ebu Zerdal',
      'أبو زردال',
    ],
    [
      'an office of one story, in another source and language',
      {
        a: ['{role: The director}, {Ali Kaya}, met {Selim Orak}.'],
        b: ['{role: El director} met {Selim Orak}.'],
      },
      'Ali Kaya',
      'El director',
    ],
    [
      'a title after the name, without its article',
      { a: ['{Ali Kaya}, director of the mine, met {Selim Orak}. {role: The director} left.'] },
      'Ali Kaya',
      'The director',
    ],
    [
      'one ministry in two languages beside the same others',
      {
        a: ['{organization: T.C. İÇİŞLERİ BAKANLIĞI} and {Selim Orak}'],
        b: ['{organization: Interior Ministry} and {Selim Orak}'],
      },
      'T.C. İÇİŞLERİ BAKANLIĞI',
      'Interior Ministry',
    ],
    [
      'a square by its own word',
      { a: ['{place: Plaza Solano} and {Selim Orak}'], b: ['At {place: Solano}, {Selim Orak}'] },
      'Plaza Solano',
      'Solano',
    ],
    [
      'a street that was taken for a person',
      { a: ['{place: Calle Andrade} and {Selim Orak}'], b: ['At {Andrade}, {Selim Orak}'] },
      'Calle Andrade',
      'Andrade',
    ],
    [
      'a place with a name more',
      {
        a: ['At the {place: San Telmo} prison was {Selim Orak}'],
        b: ['{place: San Telmo de Orlen}, {Selim Orak}'],
      },
      'San Telmo de Orlen',
      'the San Telmo prison',
    ],
    ...[
      ['what she did', 'Rosa Lind, the inspector who took it, spoke.', 'the inspector who took it'],
      ['an office in brackets', 'Present: Rosa Lind (chief of warehouse, Orlen).', 'chief of warehouse'],
      ['the name of her mailbox', 'From: Rosa Lind <r.lind@example.org>', 'r.lind'],
      ['a title under a signature', 'Rosa Lind\nCountry Director\n', 'Country Director'],
    ].map(([what, text, form]): [string, Record<string, string[]>, string, string] => [
      what ?? '',
      { a: [(text ?? '').replace('Rosa Lind', '{Rosa Lind}')] },
      'Rosa Lind',
      form ?? '',
    ]),
    [
      'a second nickname after the first',
      { a: ['{Rosa Lind}, nicknamed la Grulla, the Crane, ran.'] },
      'Rosa Lind',
      'the Crane',
    ],
    [
      'three initials of one story',
      { a: ['{R.A.L.} met {Selim Orak}.'], b: ['{Rosa Ana Lind} met {Selim Orak}.'] },
      'R.A.L.',
      'Rosa Ana Lind',
    ],
    [
      'a newspaper in two scripts',
      { a: ['{organization: موقع المرصد الإخباري}'], b: ['{organization: Al-Marsad}'] },
      'المرصد',
      'Al-Marsad',
    ],
    [
      'a directorate by what it is, in another language',
      { a: ['{organization: Dirección de Aduanas} spoke. Then {organization: the directorate} left.'] },
      'Dirección de Aduanas',
      'the directorate',
    ],
    [
      'a company by its legal form',
      { a: ['{organization: Noorvik S.R.L.} spoke. Then {organization: The company} left.'] },
      'Noorvik S.R.L.',
      'The company',
    ],
    ['an initial in one source', { a: ['{Jonas Marlo} spoke. {J. Marlo} left.'] }, 'Jonas Marlo', 'J. Marlo'],
  ])('%s', (_, pile, a, b) => {
    expect(joined(resolve(pile), a, b)).toBe(true);
  });
});

describe('never joined', () => {
  test.each<[string, Record<string, string[]>, string, string]>([
    ['kunyas that only sound alike', { a: ['{Ebu Salim}'], b: ['{Abu Saleem}'] }, 'Ebu Salim', 'Abu Saleem'],
    [
      'a common given name in another source',
      { a: ['{Mehmet Marlo} met {Selim Orak}.'], b: ['{Mehmet} met {Selim Orak}.'] },
      'Mehmet Marlo',
      'Mehmet',
    ],
    [
      'a letter that is called by two names',
      { a: ['D: Come in.', 'K: Where is it, {Wenzel}?', 'D: No.', 'K: Who is it, {Orlik}?', 'D: No.'] },
      'D',
      'Wenzel',
    ],
    [
      'a longer name that two hold',
      {
        a: ['{Quiroga Paz Rosa} and {Quiroga Lima Rosa}', '{Selim Orak}'],
        b: ['{Rosa Quiroga} and {Selim Orak}'],
      },
      'Quiroga Paz Rosa',
      'Rosa Quiroga',
    ],
    [
      'a name and a longer one of one register',
      { a: ['| {Rosa Quiroga}', '| {Rosa Elena Quiroga}'] },
      'Rosa Quiroga',
      'Rosa Elena Quiroga',
    ],
    [
      'a mother by the family name alone',
      { a: ['| {ORLEN P., Matthias}', '{Selim Orak}'], b: ['{Señora Orlen} and {Selim Orak}'] },
      'ORLEN P., Matthias',
      'Señora Orlen',
    ],
    [
      'a common kunya by two ears',
      { a: ['{Ebu Hasan} met {Selim Orak}.'], b: ['{Abu Hassan} met {Selim Orak}.'] },
      'Ebu Hasan',
      'Abu Hassan',
    ],
    [
      'an office that two hold',
      {
        a: ['{role: The director}, {Ali Kaya}, met {Selim Orak}.'],
        b: ['{role: The director}, {Rana Odeh}, met {Selim Orak}.'],
        c: ['{role: The director} met {Selim Orak}.', '{Ali Kaya} and {Rana Odeh} came.'],
      },
      'Ali Kaya',
      'Rana Odeh',
    ],
    [
      'a driver of another source',
      {
        a: ['{role: The driver}, {Ali Kaya}, met {Selim Orak}.'],
        b: ['{role: the old driver} met {Selim Orak}.'],
      },
      'Ali Kaya',
      'the old driver',
    ],
    ['two orders in one source', { a: ['{Omar Salih} and {Salih Omar}'] }, 'Omar Salih', 'Salih Omar'],
    [
      'what a text tells apart',
      { a: ['{Rana Odeh} is not the same as {Rana Oudeh}.'] },
      'Rana Odeh',
      'Rana Oudeh',
    ],
    ['two voices of one call', { a: ['MARLO: Yes.', 'BERO: {Bero} = {Marlo}'] }, 'MARLO', 'BERO'],
    ['a person and a place', { a: ['{Peter Orlen}'], b: ['{place: Orlen}'] }, 'Peter Orlen', 'Orlen'],
    [
      'a gang and the man it is gathered around',
      { a: ['{organization: The gang} around a man who is called {Marlo} fled.'] },
      'The gang',
      'Marlo',
    ],
    [
      'a mother and her son',
      { a: ['{Jonas Marlo} and his mother, {Mrs Marlo}'] },
      'Jonas Marlo',
      'Mrs Marlo',
    ],
    [
      'an initial that two fit',
      { a: ['{Jonas Marlo}, {Julia Marlo}, {J. Marlo}'] },
      'Jonas Marlo',
      'J. Marlo',
    ],
  ])('%s', (_, pile, a, b) => {
    expect(joined(resolve(pile), a, b)).toBe(false);
  });

  test('unknown voices of two sources', () => {
    const { identities } = resolve({ a: ['{Unknown man} spoke.'], b: ['{Unknown man} spoke.'] });
    expect(identities.length).toBe(2);
  });
});

describe('findings', () => {
  test('names that sound alike are proposed, with a quote each', () => {
    const { findings } = resolve({ a: ['Then {Ebu Salim} came.'], b: ['It was {أبو سليم}.'] });
    expect(findings.map(({ kind, quotes }) => [kind, quotes.length])).toEqual([['alias', 2]]);
    expect(findings[0]?.why).toContain('the same sound in two scripts');
  });

  test('in a large pile a like sound in one script is two people', () => {
    const others = Array.from({ length: 20 }, (_, n) => [
      `other${n}`,
      [`{Speaker${String.fromCharCode(65 + n)}x Unlike} spoke.`],
    ]);
    const pair = { a: ['{Patrik} left.'], b: ['{Patrick} came.'] };
    expect(kinds(resolve(pair))).toEqual(['alias']);
    expect(kinds(resolve({ ...pair, ...Object.fromEntries(others) }))).toEqual([]);
  });

  test.each([
    ['{Jonas Marlo}, 31, left. {Jonas Marlo} (58) stayed.', ['name-clash']],
    ['{Jonas Marlo} 31 years old, left. {Jonas Marlo} 58 years old, stayed.', ['name-clash']],
    ['{Jonas Marlo} 4, left. {Jonas Marlo} 58, stayed.', []],
  ])('ages of a name: %s', (line, expected) => {
    expect(kinds(resolve({ a: [line] }))).toEqual(expected);
  });

  test('a speaker who is called by a name', () => {
    const { findings } = resolve({
      a: ['BERO: Who sent you?', 'FINCH: Hello, {Jonas}, it is me.', 'BERO: Good.'],
    });
    expect(findings.map(({ kind }) => kind)).toEqual(['alias']);
  });

  test('a voice that was joined to what it is called is told all the same', () => {
    const { findings } = resolve({ a: ['D: Come in.', 'K: Where is it, {Wenzel}?', 'D: Nothing.'] });
    expect(findings.map(({ kind }) => kind)).toEqual(['alias']);
    expect(findings[0]?.why).toContain('are held to be one');
  });

  test.each([
    ['side by side', { a: ['The man called "{Finch}" / "{Marlo}" was there.'] }],
    ['a ship in two scripts', { a: ['{vehicle: Zumra K} sailed.'], b: ['{vehicle: زمرة كي}'] }],
  ])('proposed: %s', (_, pile) => {
    expect(kinds(resolve(pile))).toEqual(['alias']);
  });

  test('a name alone is an answer', () => {
    expect(kinds(resolve({ a: ['BERO: Who was it?', 'FINCH: {Jonas}.', 'BERO: Good.'] }))).toEqual([]);
  });

  test.each([
    ['There were two of us called {Rana Odeh}.'],
    ['There is another {Rana Odeh}, a nurse.'],
    ['{Rana Odeh}, 34, spoke. {Rana Odeh}, 61, was silent.'],
  ])('one name, two bearers: %s', (line) => {
    expect(kinds(resolve({ a: [line], b: ['{Rana Odeh} was seen.'] }))).toEqual(['name-clash']);
  });

  test('nothing is found where nothing is said', () => {
    expect(
      kinds(resolve({ a: ['{Rana Odeh} met {Jonas Marlo}.'], b: ['{Samir Odeh} met {Samira Odeh}.'] })),
    ).toEqual([]);
  });
});

describe('laws', () => {
  const lines = fc.uniqueArray(
    fc.constantFrom(
      '{Mira Tolan} spoke.',
      '{Tolan} left.',
      '{Joos Tolan} = {Finch}',
      '{Ebu Salim} and {أبو سليم}',
      'another {Mira Tolan}',
      '{M. Tolan}, {role: the clerk}',
      '{role: the clerk}',
      '{place: Tolan}',
      '{--}',
      'BERO: Hello, {Mira}.',
      'FINCH: Yes, {Bero}.',
      'D: It is {Mira}.',
      'K: Who, {Joos}?',
    ),
    { minLength: 1 },
  );

  test('the order of arrival changes nothing, and every mention is in one identity', () => {
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (a, b, flip) => {
        const marked = new Map(
          [mark('a', a), mark('b', b)].map((source, at) => [at === 0 ? 'a' : 'b', source]),
        );
        const scene = {
          sections: [],
          textOf: (source: string) => marked.get(source)?.text ?? '',
          passagesOf: (source: string) => marked.get(source)?.passages ?? [],
        };
        const mentions = [...marked.values()].flatMap((source) => source.mentions);
        const result = resolveNames(mentions, scene);
        const shuffled = flip ? [...mentions].reverse() : [...mentions.slice(1), ...mentions.slice(0, 1)];
        expect(resolveNames(shuffled, scene)).toEqual(result);
        const held = result.identities.flatMap((identity) => identity.mentions);
        expect([...held].sort()).toEqual(mentions.map(({ id }) => id).sort());
      }),
    );
  });

  test('a document whose names share no block with the others leaves their identities as they were', () => {
    const strangers = [
      '{Zurab Kvirike} left.',
      '{Kvirike} and {organization: Gvirila} came.',
      '{place: Zestafir}',
    ];
    fc.assert(
      fc.property(lines, lines, fc.subarray(strangers, { minLength: 1 }), (a, b, c) => {
        const before = resolve({ a, b }).identities;
        const after = resolve({ a, b, c }).identities;
        const known = new Set(before.map(({ id }) => id));
        expect(after.filter(({ id }) => known.has(id))).toEqual(before);
      }),
    );
  });
});

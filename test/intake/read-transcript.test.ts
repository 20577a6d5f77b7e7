import { describe, expect, test } from 'vitest';
import { readText } from '../../src/intake/read-text.ts';

const context = { sourceId: 'src_0123456789abcdef0123', file: 'x.txt' };

/** The passages of a text, one line each: `kind | speaker | words`, unknown speakers with `!`, worked out ones with `?`. */
function cut(text: string): string[] {
  return [...readText(text, context).passages].map(({ kind, speaker, body }) => {
    const name =
      speaker === null ? '-' : `${speaker.name}${speaker.unknown ? '!' : ''}${speaker.guess ? '?' : ''}`;
    return `${kind} | ${name} | ${text.slice(body.start, body.end).replace(/\s+/g, ' ')}`;
  });
}

/** The turns alone: `speaker: words`. */
function turns(text: string): string[] {
  return cut(text)
    .filter((line) => /^(?:utterance|message)/.test(line))
    .map((line) => line.replace(/^\w+ \| /, '').replace(' | ', ': '));
}

const layouts: [string, string, string[]][] = [
  [
    'a deposition names the one who answers',
    'DEPOSITION OF Mark Elden\nTaken 3 February 2020\n\n1  Q  How many drums?\n2  A  Sixty drums.\n3  Q  Who moved them?\n4  A  The night shift.\n',
    [
      'Q: How many drums?',
      'Mark Elden?: Sixty drums.',
      'Q: Who moved them?',
      'Mark Elden?: The night shift.',
    ],
  ],
  [
    'a chat with the hours of an Arabic clock',
    '[١٢/٣/٢٠٢١، ٩:١٤:٠٢ م] أبو نزار: وصل عشرون\n[١٢/٣/٢٠٢١، ٩:١٥:١٠ م] سلمى: مات ثلاثة\n[١٢/٣/٢٠٢١، ٩:١٦:٤٤ م] أبو نزار: لا\n',
    ['أبو نزار: وصل عشرون', 'سلمى: مات ثلاثة', 'أبو نزار: لا'],
  ],
  [
    'emergency calls by abbreviations, callers named by themselves or by none',
    '#### INCIDENT 40-11 #### in 04:10:02\nop>  Emergency, what is it?\nll>  The bridge shook, at four.\nop>  Your name?\nll>  No, no name.\nNote op.: old voice.\n\n#### INCIDENT 40-12 #### in 04:20:02\nop>  Emergency.\nll>  Habla la alcaldesa, Mara Lindo. Somos cuatro aquí.\n\n#### INCIDENT 40-13 #### in 04:31:00\nop>  Who is calling?\nll>  Pete Olsen, from Block C. We are nine.\n',
    [
      'op: Emergency, what is it?',
      'll (incident 40-11)!: The bridge shook, at four.',
      'op: Your name?',
      'll (incident 40-11)!: No, no name.',
      'op: Emergency.',
      'Mara Lindo?: Habla la alcaldesa, Mara Lindo. Somos cuatro aquí.',
      'op: Who is calling?',
      'Pete Olsen?: Pete Olsen, from Block C. We are nine.',
    ],
  ],
  [
    'letters before a bar that begin the names of the parties, one explained below',
    '=== ÜRÜN 3/44 ===== Bolu =====\nHAT       0500 111 22 33  (abone: Kemal TORUN)\nKARŞI HAT 0500 444 55 66  ("SAMİ USTA")\nTARİH  06.09.2020  21:14\n=====\n00:02  K | Alo, geldiniz mi?\n00:04  S | Geldik, sekiz kişiyiz.\n00:09  K | Tamam.\n00:12  X-2 (kadın) | Çay?\n00:15  Y | مرحبا\n00:20  Y | نعم\n-----\nTERCÜMAN NOTU: Y = an older man, addressed as "Abu Nasr"\n',
    [
      'Kemal Torun?: Alo, geldiniz mi?',
      'Sami Usta?: Geldik, sekiz kişiyiz.',
      'Kemal Torun?: Tamam.',
      'X-2 (kadın)!: Çay?',
      'Abu Nasr?: مرحبا',
      'Abu Nasr?: نعم',
    ],
  ],
  [
    'letters and a colon',
    'A: Is it done?\nB: Not yet.\nA: When?\nB: Sunday.\n',
    ['A: Is it done?', 'B: Not yet.', 'A: When?', 'B: Sunday.'],
  ],
  [
    'aligned columns under a sheet with parties',
    'INTERCEPT NO : 88\nCALLER       : 0700 111 22 33 (user: HASAN ÖREN)\nCALLED       : 0700 444 55 66 (user: UNKNOWN WOMAN)\nDATE         : 04.05.2019 - 20:10\n----------\nHASAN ÖREN    : Good evening.\nUNKNOWN WOMAN : Who are you?\nHASAN ÖREN    : A friend.\n[line drops]\n',
    ['Hasan Ören: Good evening.', 'UNKNOWN WOMAN!: Who are you?', 'Hasan Ören: A friend.'],
  ],
  [
    'labels that stand for parties',
    'Session 12 | 3 March 2020 10:15\nARAYAN : 0500 111 22 33 (Selim Kaya)\nARANAN : 0500 222 33 44 (X ŞAHIS)\n\nARAYAN : Alo, geldiniz mi?\nARANAN : Geldik.\nARAYAN : Kaç kişisiniz?\nARANAN : Dokuz.\n',
    ['Selim Kaya: Alo, geldiniz mi?', 'X ŞAHIS!: Geldik.', 'Selim Kaya: Kaç kişisiniz?', 'X ŞAHIS!: Dokuz.'],
  ],
  [
    'time and label in brackets, words wrapped',
    '[00:12] SPEAKER 1: We went down to the river and\n        then came back.\n[00:20] SPEAKER 2: How many?\n[00:22] SPEAKER 1: Forty.\n',
    [
      'SPEAKER 1!: We went down to the river and then came back.',
      'SPEAKER 2!: How many?',
      'SPEAKER 1!: Forty.',
    ],
  ],
  [
    'label on a line of its own, after a time',
    '00:00:02 Mira Voss\nGood morning to you.\n\n00:00:07 Otto Brandl\nGood morning.\nShall we begin?\n\n00:00:15 Mira Voss\nWe shall.\n\n00:00:19 Otto Brandl\nFine.\n',
    [
      'Mira Voss: Good morning to you.',
      'Otto Brandl: Good morning. Shall we begin?',
      'Mira Voss: We shall.',
      'Otto Brandl: Fine.',
    ],
  ],
  [
    'label first, time after, words below',
    'Speaker 1  0:03\nSo it was you.\n\nSpeaker 2  0:09\nIt was not.\n\nSpeaker 1  0:12\nWho then?\n\nSpeaker 2  0:15\nAsk the guard.\n',
    [
      'Speaker 1!: So it was you.',
      'Speaker 2!: It was not.',
      'Speaker 1!: Who then?',
      'Speaker 2!: Ask the guard.',
    ],
  ],
  [
    'a deposition with numbered lines',
    '12  Q.  Were you at the depot?\n13  A.  I was.\n14  Q.  With whom?\n15  A.  With my cousin.\n16  THE COURT:  Speak up.\n17  A.  My cousin.\n18  THE COURT:  Thank you.\n19  Q.  And then?\n20  THE COURT:  One moment.\n',
    [
      'Q: Were you at the depot?',
      'A: I was.',
      'Q: With whom?',
      'A: With my cousin.',
      'The Court: Speak up.',
      'A: My cousin.',
      'The Court: Thank you.',
      'Q: And then?',
      'The Court: One moment.',
    ],
  ],
  [
    'parliamentary dots and dashes',
    'El señor PAZ RUIZ.- Buenas noches.\nEl señor DESCONOCIDO.- (?) no se oye.\nEl señor PAZ RUIZ.- ¿Cuántos son?\nEl señor DESCONOCIDO.- Quince.\n',
    [
      'El señor Paz Ruiz: Buenas noches.',
      'El señor DESCONOCIDO!: (?) no se oye.',
      'El señor Paz Ruiz: ¿Cuántos son?',
      'El señor DESCONOCIDO!: Quince.',
    ],
  ],
  [
    'call signs with arrows',
    '17:13 PATROL 4 > BASE: Two vans at the gate.\n17:14 BASE > PATROL 4: Colour?\n17:14 PATROL 4 > BASE: White.\n17:20 BASE > ALL: Close the gate.\n',
    ['Patrol 4: Two vans at the gate.', 'Base: Colour?', 'Patrol 4: White.', 'Base: Close the gate.'],
  ],
  [
    'call signs that the header explains, hours and bars',
    'Radio log\nCall signs  WOLF-1 = chief of security S. Arden\n            WOLF-2 (Cmdr. Ilse Brandt, second)\n\n0618 | WOLF-1 | All in place.\n0631 | WOLF-2 | The gate is open.\n0640 | WOLF-1 | Received.\n0648 | WOLF-2 | We are going in.\n',
    [
      'S. Arden?: All in place.',
      'Ilse Brandt?: The gate is open.',
      'S. Arden?: Received.',
      'Ilse Brandt?: We are going in.',
    ],
  ],
  [
    'two arrowheads after a station',
    '03:10 | NORTH MOLE >> Who is there?\n03:11 | KESTREL    >> Kestrel, good evening.\n03:13 | NORTH MOLE >> How many aboard?\n03:14 | KESTREL    >> Twelve.\n',
    [
      'North Mole: Who is there?',
      'Kestrel: Kestrel, good evening.',
      'North Mole: How many aboard?',
      'Kestrel: Twelve.',
    ],
  ],
  [
    'hours of four figures and a station',
    '1405 UTC  KESTREL: We see smoke.\n1407 UTC  HARBOUR: Where?\n1408 UTC  KESTREL: North of the mole.\n1412 UTC  HARBOUR: Understood.\n',
    ['Kestrel: We see smoke.', 'Harbour: Where?', 'Kestrel: North of the mole.', 'Harbour: Understood.'],
  ],
  [
    'German, initials given by the header',
    'Teilnehmer: Jörg Meier (Fahrer), Karin Wolf (Zentrale)\n\nMEIER: Ich stehe am Tor.\nWOLF: Wie viele?\nMEIER: Drei Wagen.\nWOLF: Gut.\n',
    [
      'Jörg Meier?: Ich stehe am Tor.',
      'Karin Wolf?: Wie viele?',
      'Jörg Meier?: Drei Wagen.',
      'Karin Wolf?: Gut.',
    ],
  ],
  [
    'Russian question and answer',
    'В. Сколько вас было?\nО. Двенадцать.\nВ. Кто вёл?\nО. Не знаю.\n',
    ['В: Сколько вас было?', 'О: Двенадцать.', 'В: Кто вёл?', 'О: Не знаю.'],
  ],
  [
    'Arabic with an unknown caller',
    'تسجيل رقم ٣\nالتاريخ: ٢ مارس ٢٠٢٠\n\nمتصل مجهول: أين أنتم؟\nسالم: في الطريق.\nمتصل مجهول: كم بقي؟\nسالم: ساعة.\n',
    ['متصل مجهول!: أين أنتم؟', 'سالم: في الطريق.', 'متصل مجهول!: كم بقي؟', 'سالم: ساعة.'],
  ],
  [
    'French dashes and a stage direction',
    'M. VIDAL — Combien ?\nMme ROUX — Onze.\n(silence)\nM. VIDAL — Et hier ?\nMme ROUX — Neuf.\n',
    ['M. Vidal: Combien ?', 'Mme Roux: Onze.', 'M. Vidal: Et hier ?', 'Mme Roux: Neuf.'],
  ],
  [
    'Markdown labels',
    '**Interviewer:** Where was it?\n\n**Dana:** At the mill.\n\n**Interviewer:** When?\n\n**Dana:** In May.\n',
    ['Interviewer: Where was it?', 'Dana: At the mill.', 'Interviewer: When?', 'Dana: In May.'],
  ],
  [
    'tab between label and words',
    'OPERATOR\tGo ahead.\nCALLER\tThere is a fire.\nOPERATOR\tWhere?\nCALLER\tMill Lane.\nOPERATOR\tStay there.\n',
    [
      'Operator: Go ahead.',
      'Caller: There is a fire.',
      'Operator: Where?',
      'Caller: Mill Lane.',
      'Operator: Stay there.',
    ],
  ],
  [
    'participants with the letters that turns use for them, and words about a line',
    'CALL PRODUCT 0770\nFrom number  : +591 7 000 00 00   (handset believed to be in Block F)\nParticipants : EL ZURDO (EZ), DOÑA MELBA (DM)\n\nEZ: Listen.\nDM: I do.\nEZ: Good.\n',
    ['EL Zurdo: Listen.', 'Doña Melba: I do.', 'EL Zurdo: Good.'],
  ],
  [
    'a legend and numbered voice notes',
    'Voice notes. T = Tarek (driver). N = Nour.\n\n#4  02/03/2020 08:10  T>  I am at the bridge.\n#5  02/03/2020 08:12  N>  Wait there.\n#6  02/03/2020 08:40  T>  Still waiting.\n',
    ['Tarek: I am at the bridge.', 'Nour: Wait there.', 'Tarek: Still waiting.'],
  ],
  [
    'WhatsApp with brackets, a system line and a message of two lines',
    '[03/02/2021, 10:15:01] Ayşe: geldim\n[03/02/2021, 10:15:40] +90 500 000 00 00: kaç kişi?\n[13/02/2021, 10:16:00] Ayşe: on iki\nbelki on üç\n[13/02/2021, 10:17:00] Ayşe: <Media omitted>\n',
    ['Ayşe: geldim', '+90 500 000 00 00: kaç kişi?', 'Ayşe: on iki belki on üç', 'Ayşe: <Media omitted>'],
  ],
  [
    'WhatsApp with dashes, American hours',
    '3/4/21, 9:15 PM - Messages and calls are end-to-end encrypted.\n3/4/21, 9:16 PM - Lina: are you in\n3/4/21, 9:17 PM - Omar T.: yes\n3/25/21, 9:18 PM - Lina: good\n',
    ['Lina: are you in', 'Omar T.: yes', 'Lina: good'],
  ],
  [
    'Telegram as copied',
    'Lina, [04.03.21 10:12]\nare you there\n\nOmar, [04.03.21 10:13]\nyes\n\nLina, [04.03.21 10:15]\ncome down\n\nOmar, [04.03.21 10:16]\nno\n',
    ['Lina: are you there', 'Omar: yes', 'Lina: come down', 'Omar: no'],
  ],
  [
    'nicks in angle brackets',
    '[12:01] <fox> who is on\n[12:02] <owl> me\n[12:02] <fox> good\n[12:05] <owl> three of us\n',
    ['fox: who is on', 'owl: me', 'fox: good', 'owl: three of us'],
  ],
  [
    'an original turn and its translation in a bracket below',
    'MEHMET : Kaç kişi geldi?\n         [How many came?]\nALİ    : On beş.\n         [Fifteen.]\nMEHMET : Hepsi mi?\n         [All of them?]\nALİ    : Hepsi.\n         [All.]\n',
    [
      'Mehmet: Kaç kişi geldi? [How many came?]',
      'ALİ: On beş. [Fifteen.]',
      'Mehmet: Hepsi mi? [All of them?]',
      'ALİ: Hepsi. [All.]',
    ],
  ],
];

describe('layouts', () => {
  test.each(layouts)('%s', (_name, text, expected) => {
    expect(turns(text)).toEqual(expected);
  });
});

describe('parts', () => {
  const sheet =
    'LINE 3 | PRODUCT 51 | 09-MAR-2020 19:42:10 | OUT 0500 111 2222 | IN 0500 333 4444\n\nOUT: Selma?\nIN:  Yes?\nOUT: It is late.\n-----\nLINE 3 | PRODUCT 52 | 10-MAR-2020 08:00:00 | OUT 0500 111 2222 | IN 0500 555 6666\n\nOUT: Up?\nIN:  Up.\n[op. 4: voice of IN matches the man called "Sarp" on earlier products]\n';

  test('a telephone line in a header does not name the call', () => {
    const text =
      'CALL NO : 7\nLINE    : 0500 111 22 33\nDATE    : 04.05.2020   TIME: 08:10\n\nSELMA  : Yes?\nORHUN  : It is late.\nSELMA  : It is.\nORHUN  : Good night.\n';
    expect(readText(text, context).sections.map((section) => section.title)).toEqual(['call 7']);
  });

  test('a call sheet with its header again for each call', () => {
    const { sections } = readText(sheet, context);
    expect(sections.map(({ title, time }) => [title, time?.from, time?.clock])).toEqual([
      ['product 51', '2020-03-09', '19:42'],
      ['product 52', '2020-03-10', '08:00'],
    ]);
    expect(sections[1]?.parties.map((party) => [party.label, party.number])).toEqual([
      ['OUT', '0500 111 2222'],
      ['IN', '0500 555 6666'],
    ]);
  });

  test('a note says whose voice a label is', () => {
    expect(turns(sheet)).toEqual([
      'OUT: Selma?',
      'Selma?: Yes?',
      'OUT: It is late.',
      'OUT: Up?',
      'Sarp?: Up.',
    ]);
  });

  test('interviews under ruled numbers', () => {
    const text =
      'INTERVIEWS, 3 May 2020\nInterviewer: L. Stern\n\n--- 1 ---\nWoman, 40. Gives her name as Hana Dvorak.\nQ. Where?\nA. Here.\nQ. When?\nA. Today.\n\n--- 2 ---\nMan, 20.\nQ. Where?\nA. There.\n';
    expect(
      readText(text, context).sections.map(({ title, kind, time }) => [title, kind, time?.from]),
    ).toEqual([
      ['interview 1', 'interview', '2020-05-03'],
      ['interview 2', 'interview', '2020-05-03'],
    ]);
    expect(turns(text)[1]).toBe('Hana Dvorak?: Here.');
    expect(turns(text)[5]).toBe('A: There.');
  });

  test('offsets are added to the hour at which the call began', () => {
    const text =
      'call no. 7   3 March 2020   06:52\n\n[00:03] R.T.  Desk.\n[09:10] K.L.  Smoke.\n[09:20] R.T.  Where?\n[09:31] K.L.  West.\n';
    expect([...readText(text, context).passages].map(({ time }) => time?.clock ?? null)).toEqual([
      null,
      '06:52',
      '07:01',
      '07:01',
      '07:01',
    ]);
  });

  test('a watch that runs past midnight has two days', () => {
    const text =
      'RADIO NORTH - 3 March 2020\n23:50:00  BASE > FOX   Go.\n23:58:00  FOX > BASE   Gone.\n00:10:00  BASE > FOX   Back?\n00:12:00  FOX > BASE   Back.\n';
    expect([...readText(text, context).passages].slice(1).map(({ time }) => time?.from)).toEqual([
      '2020-03-03',
      '2020-03-03',
      '2020-03-04',
      '2020-03-04',
    ]);
  });
});

describe('what is no speech', () => {
  test.each([
    [
      'T.N. line',
      'A: yes\nB: no\nA: yes\n[T.N.: "yes" is a guess.]\n',
      'note | - | [T.N.: "yes" is a guess.]',
    ],
    ['end mark', 'A: yes\nB: no\nA: yes\n-- END OF RECORD --\n', 'note | - | -- END OF RECORD --'],
    [
      'stamp and end mark',
      '[00:01] A: yes\n[00:02] B: no\n[00:03] A: yes\n[00:09] -- ends --\n',
      'note | - | -- ends --',
    ],
    ['keyed note', 'A: yes\nB: no\nA: yes\nملاحظة: صوت بعيد.\n', 'note | - | ملاحظة: صوت بعيد.'],
    [
      'bracket over two lines',
      'A: yes\nB: no\nA: yes\n[the line is open\nfor a minute]\n',
      'note | - | [the line is open for a minute]',
    ],
  ])('%s', (_name, text, expected) => {
    expect(cut(text).at(-1)).toBe(expected);
  });

  test('prose with a few names and colons stays prose', () => {
    const text =
      'The day began badly.\n\nWitness: the gate was open, he said later to the paper.\n\nNobody came for an hour, and the dog slept in the yard behind the mill.\n\nGuard: it was shut, the company wrote in its answer to us.\n\nThe court will decide in May. The mill has been closed since then and the dog is gone.\n';
    expect(readText(text, context).kind).not.toBe('transcript');
    expect(turns(text)).toEqual([]);
  });

  test("labels that figures follow are a bulletin's, not speakers", () => {
    const text =
      'BULLETIN 1 - 09/03/2025, 17:00\nInjured so far: 14. Dead: 2.\n\nBULLETIN 2 - 09/03/2025, 21:30\nInjured so far: 31. Dead: 5.\n\nBULLETIN 3 - 10/03/2025, 08:00\nInjured so far: 27. Dead: 5.\n';
    expect(turns(text)).toEqual([]);
  });

  test('a form filled in again and again is no transcript', () => {
    const text =
      'Vessel: Ana\nPort: Kiel\nCrew: 4\nCargo: salt\n\nVessel: Bo\nPort: Kiel\nCrew: 5\nCargo: coal\n\nVessel: Cy\nPort: Rome\nCrew: 3\nCargo: salt\n';
    expect(turns(text)).toEqual([]);
  });
});

describe('logs', () => {
  test('entries have their time; who is quoted is the speaker', () => {
    const text =
      'M/V GREY HERON      VHF LOG\n\n03 MAY 2020\n0147   VHF 16    Distress call, weak.\n0152   VHF 06    Coast to us: "Stand by."\n0156   -         Dark.\n0200   VHF 06    We: understood.\n';
    const { kind, publisher, passages } = readText(text, context);
    expect([kind, publisher]).toEqual(['log', 'M/V GREY HERON']);
    expect(cut(text).slice(2)).toEqual([
      'paragraph | - | Distress call, weak.',
      'utterance | Coast | "Stand by."',
      'paragraph | - | Dark.',
      'paragraph | - | We: understood.',
    ]);
    expect([...passages][2]?.time).toMatchObject({ from: '2020-05-03', clock: '01:47' });
  });
});

test('the notice before the first message of a chat is the program’s own and no title', () => {
  const stamped = (clock: string, words: string) => `[3/2/20, ${clock}] ${words}\n`;
  const text = [
    stamped('19:02:11', 'Messages and calls are encrypted.'),
    stamped('19:04:37', 'Aunt Vela: has anyone seen the ferry?'),
    stamped('19:05:02', 'Dov: it left at six'),
    stamped('19:06:40', 'Aunt Vela: without the boys'),
  ].join('');
  const { title, passages } = readText(text, context);
  expect(title ?? '').not.toContain('encrypted');
  expect([...passages].map(({ kind }) => kind)).toEqual(['note', 'message', 'message', 'message']);
});

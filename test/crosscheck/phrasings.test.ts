import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import { resolveNames } from '../../src/identity/resolve-names.ts';
import type { FindingKind } from '../../src/statement/finding.ts';
import type { Pile } from '../../src/statement/pile.ts';
import { readTexts } from './read-texts.ts';

// Each kind of finding said in many ways, in four languages, beside papers that write of other things.

type Files = Readonly<Record<string, string>>;
type Case = readonly [kind: FindingKind, files: Files];

function art(publisher: string, date: string, ...lines: readonly string[]): string {
  return `${publisher.toUpperCase()}\n\n${date}\n\n${lines.join('\n\n')}\n`;
}

function call(date: string, caller: string, called: string, ...turns: readonly string[]): string {
  return `CALL SHEET\nDate/time: ${date}\nCaller: ${caller}\nCalled: ${called}\n\n${turns.join('\n')}\n`;
}

function mail(from: string, date: string, subject: string, ...lines: readonly string[]): string {
  return `From: ${from}\nTo: desk@paper.example\nDate: ${date}\nSubject: ${subject}\n\n${lines.join('\n\n')}\n`;
}

const wa = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

const P = (text: string) => art('Harbour Post', '14 May 2022', text);
const C = (text: string) => art('Lagoon Crow', '15 May 2022', text);
const Mtr = (text: string) => art('Kıyı Haber', '14 Mayıs 2022', text);
const Ntr = (text: string) => art('Ova Gazetesi', '15 Mayıs 2022', text);
const Mes = (text: string) => art('Diario del Puerto', '14 de mayo de 2022', text);
const Nes = (text: string) => art('La Tribuna', '15 de mayo de 2022', text);
const Mar = (text: string) => art('صحيفة المرفأ', '14 مايو 2022', text);
const Nar = (text: string) => art('موقع الساحل', '15 مايو 2022', text);

const BESIDE: Files = {
  'zz1.txt': art(
    'North Mail',
    '2 May 2022',
    'The council of Brenk approved a new bus line on Monday. Some 1,200 residents had asked for it.',
    'The line will run every 20 minutes and cost 3 million euros, said the councillor, Edda Holm.',
    'A school in Brenk was closed for two days after a pipe burst.',
  ),
  'zz2.txt': art(
    'Brenk Times',
    '20 May 2022',
    'The theatre of Brenk sold 4,300 tickets in April, its manager Tove Lind said.',
    'The river rose by 40 centimetres after the rain and fell again on Thursday.',
    'Two dogs were found near the mill and taken to a shelter.',
  ),
};

async function kindsIn(files: Files): Promise<{ kinds: Set<FindingKind>; pile: Pile }> {
  const named = Object.entries(files).map(([name, text]) => [
    name.includes('.') ? name : text.startsWith('From:') ? `${name}.eml` : `${name}.txt`,
    text,
  ]);
  const pile = await readTexts({ ...Object.fromEntries(named), ...BESIDE });
  const { findings } = crosscheck(pile, openGazetteer());
  const names = resolveNames(pile.mentions, pile, [], openGazetteer());
  return { kinds: new Set([...findings, ...names.findings].map(({ kind }) => kind)), pile };
}

/** Two names joined over two files are as good as an alias that is told. */
function joinsNames({ identities }: Pile, files: Files): boolean {
  return identities.some(
    ({ kind, spellings }) =>
      kind === 'person' &&
      new Set(spellings.map((name) => name.toLowerCase().replace(/^the /, ''))).size > 1 &&
      Object.values(files).filter((text) => spellings.some((name) => name.length > 2 && text.includes(name)))
        .length > 1,
  );
}

const FOUND: readonly Case[] = [
  [
    'count-conflict',
    {
      a: P('Twelve people were killed in the blast at the flour mill in Orlen, the mayor said.'),
      b: C('Nineteen people died in the explosion at the Orlen flour mill, according to the fire service.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('Police said 340 people attended the rally in Orlen on Friday.'),
      b: C('Organisers put turnout at the Orlen rally on Friday at 2,000.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('Coastguards seized 14 tonnes of tuna from the trawler Estrella on 10 May.'),
      b: C('The trawler Estrella had 22 tonnes of tuna aboard when it was seized on 10 May, its owner said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('The hospital in Vadim has 80 beds, the ministry said.'),
      b: call(
        '15.05.2022 21:10',
        'NURSE',
        'DESK',
        'NURSE: We have fifty beds in Vadim hospital, not one more.',
        'DESK: Fifty?',
        'NURSE: Fifty.',
      ),
    },
  ],
  [
    'count-conflict',
    {
      a: Mes(
        'El patrón declaró que llevaba a bordo 35 tripulantes cuando el Santa Inés naufragó el 10 de mayo.',
      ),
      b: Nes('El Santa Inés naufragó el 10 de mayo con 48 tripulantes, según la capitanía.'),
    },
  ],
  [
    'count-conflict',
    {
      a: Mtr("Orlen'deki yangında 6 işçi hayatını kaybetti, valilik açıkladı."),
      b: Ntr("Orlen'deki yangında on bir işçi öldü, sendika söyledi."),
    },
  ],
  [
    'count-conflict',
    {
      a: Mar('قتل سبعة أشخاص في انفجار المطحنة في أورلين، قال المحافظ.'),
      b: Nar('أسفر انفجار المطحنة في أورلين عن مقتل 15 شخصا، بحسب الدفاع المدني.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('Eleven guards are being held hostage in the chapel, an inmate told us by phone.'),
      b: C('Nine guards were taken hostage in the chapel, the prison service said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('The ship carried 210 crates of rifles, the customs note says.'),
      b: C('There were 120 crates of rifles on the ship, two dockers said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('The union says 45 women were on the third floor when the fire started at the Kadri factory.'),
      b: C(
        'At the inquiry, the manager of the Kadri factory said that 18 women were on the third floor when the fire started.',
      ),
    },
  ],
  [
    'count-conflict',
    {
      a: call(
        '12.05.2022 20:00',
        'A',
        'B',
        'A: How many boats?',
        'B: Sixteen. Sixteen boats went out of Port Vell that night.',
      ),
      b: C('Only seven boats left Port Vell on the night of 12 May, the harbour master said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('In Orlen district 4,120 ballots were cast, the commission announced.'),
      b: C('Observers counted 3,380 ballots cast in Orlen district.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('Doctors operated on 31 wounded in Vadim on 11 May, the director of the hospital said.'),
      b: mail(
        'Ana Kol <ana@clinic.example>',
        'Thu, 12 May 2022 09:00 +0200',
        'Vadim',
        'On 11 May we operated on twelve wounded in Vadim. Twelve.',
      ),
    },
  ],
  [
    'part-exceeds-whole',
    { a: P('The ward has 20 patients. Thirty-one of them are children, the nurse said.') },
  ],
  [
    'part-exceeds-whole',
    {
      a: P('Since January 300 people have been arrested in the province of Orlen.'),
      b: C('In the town of Orlen alone 410 people were arrested in March.'),
    },
  ],
  [
    'part-exceeds-whole',
    {
      a: Mes('En el pabellón C hay 212 internos.'),
      b: Nes('Unos 260 internos del pabellón C se negaron a volver a sus celdas.'),
    },
  ],
  [
    'part-exceeds-whole',
    { a: Mtr('Sandıkta kayıtlı 320 seçmen var.'), b: Ntr('Aynı sandıkta 355 seçmen oy kullandı.') },
  ],
  ['sum-mismatch', { a: P('The fire killed 21 people: 12 women, 5 men and 3 children.') }],
  [
    'sum-mismatch',
    { a: P('Sixty-four people were taken to hospital (30 to Vadim, 20 to Orlen and 10 to the clinic).') },
  ],
  ['sum-mismatch', { a: Mes('Hubo 31 heridos: 19 obreros, 9 bomberos y 5 vecinos.') }],
  ['sum-mismatch', { a: Mtr('Toplam 45 yaralı var: 20 kadın, 15 erkek ve 5 çocuk.') }],
  [
    'sum-mismatch',
    { 'a.csv': 'date,ward,admitted\n2022-05-01,A,12\n2022-05-02,A,15\n2022-05-03,A,9\nTotal,,46\n' },
  ],
  ['unit-mismatch', { a: P('The depot is 19 km (30 miles) from the border.') }],
  ['unit-mismatch', { a: P('They unloaded 4,200 kg (about 2,100 lb) of powder.') }],
  ['unit-mismatch', { a: P('The tank lost 12,000 litres (1,200 gallons) of fuel.') }],
  ['unit-mismatch', { a: Mes('El barco navegó 40 millas náuticas (150 km) hacia el sur.') }],
  [
    'rate-conflict',
    {
      a: P('Between 1 and 10 May the clinic admitted 600 patients, the ministry said.'),
      b: C('The clinic admits 200 patients a day, said a nurse.'),
    },
  ],
  [
    'rate-conflict',
    { a: P('The boats land 30 tonnes a day.'), b: C('From 1 to 7 May the boats landed 90 tonnes in all.') },
  ],
  ['share-mismatch', { a: P('Of the 240 fish examined, 60, or 40 per cent, had damaged gills.') }],
  ['share-mismatch', { a: P('The party won 1,511 of 3,497 votes, or 52 per cent.') }],
  [
    'running-total-drop',
    {
      'b.txt':
        'MINISTRY OF HEALTH\nBULLETIN\n\nBulletin 1 - 3 May 2022\nDeaths since the beginning of the outbreak: 31.\n\nBulletin 2 - 5 May 2022\nDeaths since the beginning of the outbreak: 27.\n',
    },
  ],
  [
    'running-total-drop',
    {
      a: art('Harbour Post', '3 May 2022', 'So far 120 people have been arrested, the police said.'),
      b: art(
        'Harbour Post',
        '6 May 2022',
        'A total of 96 people have been arrested so far, the police said.',
      ),
    },
  ],
  [
    'running-total-drop',
    {
      'b.txt':
        'VALİLİK\nBASIN AÇIKLAMASI\n\n1 Mayıs 2022\nŞu ana kadar 18 kişi hayatını kaybetti.\n\n3 Mayıs 2022\nŞu ana kadar 14 kişi hayatını kaybetti.\n',
    },
  ],
  [
    'date-conflict',
    {
      a: P('The fire at the Kadri factory broke out on Tuesday 10 May.'),
      b: C('The Kadri factory fire started on Wednesday 11 May, the inspector said.'),
    },
  ],
  [
    'date-conflict',
    {
      a: P('Josip Varga died on 3 May in the hospital in Vadim.'),
      b: C('Josip Varga was killed on 6 May, his brother said.'),
    },
  ],
  [
    'date-conflict',
    {
      a: Mes('Josip Varga fue detenido el 3 de mayo.'),
      b: Nes('La policía dice que detuvo a Josip Varga el 7 de mayo.'),
    },
  ],
  [
    'date-conflict',
    {
      a: P('The trawler Estrella sailed from Port Vell on 4 May.'),
      b: C('The Estrella left Port Vell on 8 May, the harbour log says.'),
    },
  ],
  [
    'date-conflict',
    {
      a: P('The inspection of the Kadri factory took place on 2 March 2022.'),
      b: C('Inspectors visited the Kadri factory on 19 March 2022, according to the company.'),
    },
  ],
  [
    'date-conflict',
    {
      a: Mtr('Kadri fabrikasındaki yangın 10 Mayıs Salı günü çıktı.'),
      b: Ntr('Kadri fabrikasındaki yangın 12 Mayıs Perşembe günü başladı.'),
    },
  ],
  [
    'date-conflict',
    {
      a: Mar('توفي يوسف الخطيب في 3 مايو 2022 في المستشفى.'),
      b: Nar('قالت عائلته إن يوسف الخطيب توفي في 6 مايو 2022.'),
    },
  ],
  [
    'order-conflict',
    {
      a: P('Josip Varga was released on 5 May.'),
      b: C('Josip Varga was arrested on 9 May, the police said.'),
    },
  ],
  [
    'order-conflict',
    {
      a: 'ADMISSIONS\n\nJosip Varga was admitted to Vadim hospital at 13:20 on 10 May 2022.\n',
      b: C('Josip Varga was injured in the blast at 14:10 on 10 May 2022.'),
    },
  ],
  [
    'order-conflict',
    {
      a: P('The alarm rang only after the workers had left the building, the manager said.'),
      b: C('The alarm rang before anyone left the building, a worker said.'),
    },
  ],
  [
    'place-conflict',
    {
      a: P('Minister Josip Varga was in Madrid at 20:30 on 10 May 2022.'),
      b: C('Josip Varga met the captain on the quay in Algiers at 21:00 on 10 May 2022, a docker said.'),
    },
  ],
  [
    'place-conflict',
    {
      a: P('At 18:00 on 10 May 2022 Captain Ilir Dosti gave a news conference in Ankara.'),
      b: C('Ilir Dosti was seen in İzmir at 18:40 on 10 May 2022.'),
    },
  ],
  [
    'place-conflict',
    {
      a: Mes('El alcalde Pedro Quiroga estuvo en Lima a las 10:00 del 10 de mayo de 2022.'),
      b: Nes('Pedro Quiroga firmó el acta en Cusco a las 10:30 del 10 de mayo de 2022, dijo un testigo.'),
    },
  ],
  [
    'single-origin',
    {
      a: P('According to a report by Captain Ilir Dosti, forty pistols were smuggled into the jail.'),
      b: C('Forty pistols were smuggled into the jail, says a report by Ilir Dosti.'),
      c: mail(
        'Ana Kol <ana@clinic.example>',
        'Thu, 12 May 2022 09:00 +0200',
        'pistols',
        'The forty pistols come from the report of Ilir Dosti, I have seen nothing else.',
      ),
    },
  ],
  [
    'circular-reporting',
    {
      a: art('Harbour Post', '14 May 2022', 'Nine boats were lost, the Lagoon Crow reported.'),
      b: art('Lagoon Crow', '14 May 2022', 'Nine boats were lost, according to the Harbour Post.'),
    },
  ],
  [
    'circular-reporting',
    {
      a: Mes('Se perdieron nueve barcos, informó La Tribuna.'),
      b: Nes('Se perdieron nueve barcos, según el Diario del Puerto.'),
    },
  ],
  [
    'near-duplicate',
    {
      a: P(
        'At least five people died in a riot at the Orlen prison that ended early on Monday when the last guards walked out of the chapel. It began over a search of cells and spread to the kitchen within an hour, officials said.',
      ),
      b: C(
        'At least five people died in a riot at the Orlen prison that ended early on Monday when the last guards walked out of the chapel. It began over a search of cells and spread to the kitchen within an hour.',
      ),
    },
  ],
  [
    'quote-altered',
    {
      a: P('"Nobody will leave this prison before the count is finished," said the director, Ilir Dosti.'),
      b: C(
        '"Nobody will leave this prison alive before the count is finished," said the director, Ilir Dosti.',
      ),
    },
  ],
  [
    'quote-altered',
    {
      a: Mes('"No vamos a pagar un solo peso más por ese barco", dijo el ministro Pedro Quiroga.'),
      b: Nes('"No vamos a pagar nunca por ese barco", dijo el ministro Pedro Quiroga.'),
    },
  ],
  [
    'quote-altered',
    {
      a: call(
        '12.05.2022 20:00',
        'KADRI',
        'SELIM',
        'KADRI: If the inspector comes back we will move the machines to the other hall.',
        'SELIM: Good.',
      ),
      b: C(
        '"If the inspector comes back we will burn the machines in the other hall," Kadri says on the recording.',
      ),
    },
  ],
  [
    'denial',
    {
      a: P('The guards fired on the prisoners, an inmate said.'),
      b: C('The director said that no guard fired a shot.'),
    },
  ],
  [
    'denial',
    {
      a: P('The company paid the inspector, two former clerks said.'),
      b: C('"We have never paid any inspector," a spokesman for the company said.'),
    },
  ],
  [
    'denial',
    {
      a: P('The doors of the Kadri factory were locked, workers said.'),
      b: C('The owner of the Kadri factory denied that the doors were locked.'),
    },
  ],
  [
    'denial',
    {
      a: Mes('La guardia costera disparó contra el pesquero Santa Inés, dijo el patrón.'),
      b: Nes('La guardia costera negó haber disparado contra el Santa Inés.'),
    },
  ],
  [
    'denial',
    {
      a: Mtr('Müdür Selim Arpa kapıları kilitlememizi emretti, dedi işçi.'),
      b: Ntr('Selim Arpa böyle bir emir vermediğini söyledi.'),
    },
  ],
  [
    'denial',
    {
      a: call(
        '12.05.2022 20:00',
        'A',
        'B',
        'A: The boxes were opened in the night. I saw it.',
        'B: Who?',
        'A: The chairman opened them.',
      ),
      b: C('The chairman said that the boxes were not opened.'),
    },
  ],
  [
    'denial',
    {
      a: P('The minister met the shipowner in March, documents show.'),
      b: C('The minister says he has never met the shipowner.'),
    },
  ],
  [
    'denial',
    {
      a: P('There is no shortage of oxygen in Vadim hospital, the ministry said.'),
      b: call(
        '12.05.2022 20:00',
        'NURSE',
        'DESK',
        'NURSE: There is a shortage of oxygen. We ran out of oxygen at noon in Vadim hospital.',
        'DESK: All of it?',
      ),
    },
  ],
  [
    'self-contradiction',
    {
      a: call(
        '12.05.2022 20:00',
        'KADRI',
        'SELIM',
        'KADRI: I have no key to that door.',
        'SELIM: None?',
        'KADRI: I have the key to that door here in my pocket.',
      ),
    },
  ],
  [
    'self-contradiction',
    {
      a: art('Harbour Post', '10 May 2022', '"I was never on the ship," said the agent, Ilir Dosti.'),
      b: art(
        'Lagoon Crow',
        '15 May 2022',
        '"I was on the ship for ten minutes," said the agent, Ilir Dosti.',
      ),
    },
  ],
  [
    'self-contradiction',
    {
      a: 'PARLIAMENT\nCommittee of Inquiry\n4 May 2022\n\nQ. Did you sign the permit?\nA. I did not sign the permit.\nQ. Is this your signature?\nA. Yes. I signed the permit in March.\n',
    },
  ],
  [
    'alias',
    {
      a: P('Ilir Dosti, known as "the Baker", was arrested.'),
      b: C('The Baker ran the route for years, a driver said.'),
    },
  ],
  [
    'alias',
    {
      a: call(
        '12.05.2022 20:00',
        'HOCA',
        'SELIM',
        'SELIM: Hoca, are you there?',
        'HOCA: Yes.',
        '[Translator: Hoca is the nickname of Tahsin Arpa.]',
      ),
      b: C('Tahsin Arpa was arrested on Monday.'),
    },
  ],
  [
    'alias',
    {
      a: wa(
        '[12/05/22, 20:00:11] Rosa: tu marido es el Ilir Dosti, no? el Tuerto pues',
        '[12/05/22, 20:01:11] Chela: sí',
      ),
      b: call('12.05.2022 20:00', 'EL TUERTO', 'CHELA', 'EL TUERTO: We have the boat.', 'CHELA: Good.'),
    },
  ],
  [
    'name-clash',
    {
      a: P('Josip Varga, 34, a driver, was arrested on Monday.'),
      b: C('Josip Varga, 61, a retired teacher, said that he was at home on Monday.'),
    },
  ],
  [
    'name-clash',
    {
      a: call(
        '12.05.2022 20:00',
        'A',
        'B',
        'A: Is that Josip Varga the driver?',
        'B: No, there is another Josip Varga, the teacher.',
      ),
    },
  ],
  // By what the words mean, in two languages or with no word shared.
  [
    'denial',
    {
      a: P('"No truck was turned back at the Orlen bridge," said the mayor, Ilir Dosti.'),
      b: Mes('Seis camiones fueron devueltos en el puente de Orlen, dijo un chofer.'),
    },
  ],
  [
    'denial',
    {
      a: C('The firm said no solvent was stored in the hall.'),
      b: mail(
        'stores@mill.example',
        'Tue, 3 May 2022 09:05 +0000',
        'delivery',
        'Solvent: 40 drums in the hall this morning, no more room.',
      ),
    },
  ],
  [
    'denial',
    {
      a: call('12.05.2022 20:00', 'Tarn', 'Lind', 'Tarn: Not a weld on that door.', 'Lind: I see.'),
      b: P('The side door of the mill had been welded shut, said a neighbour, Ada Brook.'),
    },
  ],
  [
    'count-conflict',
    {
      a: Mtr('Dün akşamki elim olayda beş taraftar hayatını kaybetmiştir.'),
      b: C('Eight people were crushed to death in the tunnel on Friday evening, the hospital said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: Mar('توفي شخصان لا غير.'),
      b: C('Five people drowned when the dam of Orlen gave way, a channel wrote.'),
    },
  ],
  [
    'date-conflict',
    {
      a: P('The medicine store of the clinic was struck on the night of 8 May, a nurse said.'),
      b: C("The clinic's store of medicines was shelled on the evening of 11 May, said an aid worker."),
    },
  ],
  [
    'order-conflict',
    {
      a: P('The order to leave the rig was given only once the leak had been isolated, the firm said.'),
      b: art(
        'Voice log',
        '10 May 2022',
        [
          '03:05:20  OIM   I have just given the order to leave the rig.',
          '03:05:31  MRO   Received.',
          '03:40:10  MRO   And the leak?',
          '04:10:05  OIM   The leak is isolated now.',
          '04:10:19  MRO   Good.',
        ].join('\n'),
      ),
    },
  ],
  [
    'order-conflict',
    {
      a: P('Gas was used only after a stone broke the finger of an officer, the commander said.'),
      b: art(
        'Frecuencia 2',
        '10 de mayo de 2022',
        [
          '0618 | LOBO-1 | Todos en su puesto.',
          '0631 | LOBO-2 | Se lanzó gas, tres granadas.',
          '0640 | LOBO-1 | Recibido.',
          '0648 | LOBO-4 | A Xol le dieron una pedrada, le quebraron el dedo.',
          '0650 | LOBO-1 | Recibido.',
        ].join('\n'),
      ),
    },
  ],
  [
    'name-clash',
    {
      a: P('The guard at the gate was Petar Holm, who held the key.'),
      b: C('Among the dead is Petar Holm, 19, a student. He is no relation to the guard.'),
    },
  ],
  [
    'alias',
    {
      a: wa(
        '12/05/2022, 19:00 - Ines: has anybody seen Zorba tonight',
        '12/05/2022, 19:01 - Ola: who is Zorba',
        '12/05/2022, 19:02 - Ines: Kosta Marin of course, from bus one',
        '12/05/2022, 19:03 - Ola: ah',
      ),
      b: P('Kosta Marin led the supporters out, said a steward.'),
    },
  ],
];

const LEFT_ALONE: readonly Case[] = [
  [
    'count-conflict',
    {
      a: P('Twelve people were killed in the blast at the flour mill in Orlen.'),
      b: C('Twelve people were killed and nineteen injured at the Orlen flour mill.'),
    },
  ],
  [
    'count-conflict',
    { a: P('Some 600 people marched in Orlen.'), b: C('About 620 people marched in Orlen.') },
  ],
  [
    'count-conflict',
    {
      a: P('On 3 May 12 people were arrested in Orlen.'),
      b: C('On 7 May 30 people were arrested in Orlen.'),
    },
  ],
  [
    'count-conflict',
    {
      a: art('Harbour Post', '10 May 2022', 'Twelve people have died so far, the mayor said.'),
      b: art('Harbour Post', '12 May 2022', 'Fifteen people have died so far, the mayor said.'),
    },
  ],
  [
    'count-conflict',
    { a: P('The Estrella carries a crew of 22.'), b: C('The Santa Ines carries a crew of 31.') },
  ],
  ['count-conflict', { a: P('Dozens were hurt.'), b: C('Forty-one people were hurt.') }],
  ['sum-mismatch', { a: P('Twenty people were hurt, among them 5 women and 3 children.') }],
  ['sum-mismatch', { a: P('The fire killed 20 people: 12 women, 5 men and 3 children.') }],
  ['unit-mismatch', { a: P('The depot is 19 km (12 miles) from the border.') }],
  ['share-mismatch', { a: P('Of the 240 fish examined, 96, or 40 per cent, had damaged gills.') }],
  [
    'rate-conflict',
    {
      a: P('Between 1 and 10 May the clinic admitted 600 patients.'),
      b: C('The clinic admits 60 patients a day.'),
    },
  ],
  [
    'running-total-drop',
    {
      a: art('Harbour Post', '3 May 2022', 'So far 96 people have been arrested.'),
      b: art('Harbour Post', '6 May 2022', 'So far 120 people have been arrested.'),
    },
  ],
  [
    'date-conflict',
    {
      a: P('The Kadri factory fire broke out on Tuesday 10 May.'),
      b: C('The inquiry into the Kadri factory fire began on 15 May.'),
    },
  ],
  [
    'date-conflict',
    { a: P('A fire broke out in Orlen on 3 May.'), b: C('A fire broke out in Vadim on 8 May.') },
  ],
  [
    'order-conflict',
    { a: P('Josip Varga was arrested on 5 May.'), b: C('Josip Varga was released on 9 May.') },
  ],
  [
    'place-conflict',
    { a: P('Josip Varga was in Madrid on 10 May 2022.'), b: C('Josip Varga was in Algiers on 14 May 2022.') },
  ],
  [
    'place-conflict',
    {
      a: P('Josip Varga was in Kobani at 20:30 on 10 May 2022.'),
      b: C('Josip Varga was in Ayn al-Arab at 21:00 on 10 May 2022.'),
    },
  ],
  [
    'single-origin',
    {
      a: P('Nine boats were lost, the coastguard said.'),
      b: C("Nine boats were lost, said the fishermen's union, which counted them itself."),
    },
  ],
  [
    'quote-altered',
    { a: P('"We will not pay," the minister said.'), b: C('"We will not pay," said the minister.') },
  ],
  [
    'denial',
    {
      a: P('The guards fired on the prisoners on 3 May, an inmate said.'),
      b: C('Nobody was hurt in the kitchen, the cook said.'),
    },
  ],
  [
    'denial',
    { a: P('The company did not pay the inspector in April.'), b: C('The company paid its workers in May.') },
  ],
  [
    'self-contradiction',
    {
      a: call(
        '12.05.2022 20:00',
        'A',
        'B',
        'A: There were sixteen, no, sorry, fifteen boats.',
        'B: Fifteen.',
      ),
    },
  ],
  [
    'self-contradiction',
    {
      a: art('Harbour Post', '10 May 2022', '"I have no lawyer," said Ilir Dosti.'),
      b: art('Harbour Post', '15 May 2022', '"Now I have a lawyer," said Ilir Dosti.'),
    },
  ],
  [
    'name-clash',
    { a: P('Josip Varga, 34, a driver, was arrested.'), b: C('Mr Varga, the driver, was released.') },
  ],
  // What only shares words with a denial, a toll or a day.
  [
    'denial',
    {
      a: P('No lorry was turned back at the Orlen bridge, the mayor said.'),
      b: C('Six lorries of flour were sold in Orlen in May, a trader said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('Five people died in the fire in Orlen on 3 May, the mayor said.'),
      b: C('Nine people died in the flood in Brenk on 11 May, the governor said.'),
    },
  ],
  [
    'count-conflict',
    {
      a: P('An earlier version of this article said that nine people died. Five people died in the fire.'),
      b: C('Five people died in the fire, the mayor said.'),
    },
  ],
  [
    'date-conflict',
    {
      a: P('Gate 3 of the dam was inspected on 8 March 2022.'),
      b: C('Gate 2 of the dam was inspected on 9 April 2022.'),
    },
  ],
  [
    'order-conflict',
    {
      a: P('The order to leave the rig was given only once the leak had been isolated, the firm said.'),
      b: art(
        'Voice log',
        '10 May 2022',
        [
          '03:05:20  OIM   The leak is isolated now.',
          '03:05:31  MRO   Received.',
          '03:40:10  MRO   And now?',
          '04:10:05  OIM   I have just given the order to leave the rig.',
          '04:10:19  MRO   Good.',
        ].join('\n'),
      ),
    },
  ],
];

function label([kind, files]: Case): string {
  const lines = Object.values(files).map((text) => text.trim().split('\n').at(-1) ?? '');
  return `${kind}: ${lines.join(' | ')}`;
}

describe('found', () => {
  test.each(FOUND.map((one) => [label(one), one] as const))('%s', async (_, [kind, files]) => {
    const { kinds, pile } = await kindsIn(files);
    if (kind === 'alias' && joinsNames(pile, files)) return;
    expect([...kinds]).toContain(kind);
  });
});

describe('left alone', () => {
  test.each(LEFT_ALONE.map((one) => [label(one), one] as const))('%s', async (_, [kind, files]) => {
    expect([...(await kindsIn(files)).kinds]).not.toContain(kind);
  });
});

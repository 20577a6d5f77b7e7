import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../src/statement/finding.ts';
import { findingsIn } from './read-texts.ts';

function article(publisher: string, date: string, ...lines: readonly string[]): string {
  return `${publisher.toUpperCase()}\n\n${date}\n\n${lines.join('\n\n')}\n`;
}

function call(date: string, ...turns: readonly string[]): string {
  return `TAPE ID : 0912\nDATE - TIME : ${date}\nCALLER : ORSA\nCALLED : PELIN\n\n${turns.join('\n')}\n`;
}

type Case = readonly [name: string, files: Readonly<Record<string, string>>, found: number, says?: RegExp];

async function holds(kind: FindingKind, [, files, found, says]: Case): Promise<void> {
  const findings = await findingsIn(kind, files);
  expect(findings.map(({ why }) => why)).toHaveLength(found);
  if (says !== undefined) expect(findings[0]?.why).toMatch(says);
}

const POST = (line: string) => ({ 'post.txt': article('Harbour Post', '14 May 2022', line) });
const CROW = (line: string) => ({ 'crow.txt': article('Lagoon Crow', '15 May 2022', line) });

describe('one happening at two dates', () => {
  const cases: readonly Case[] = [
    [
      'a death on two days',
      {
        ...POST('Marek Toln died in the mine on 3 May, the company said.'),
        ...CROW('Marek Toln died on 8 May, the ministry said.'),
      },
      1,
      /3 May 2022.*8 May 2022|8 May 2022.*3 May 2022/s,
    ],
    [
      'two deaths',
      {
        ...POST('Marek Toln died in the mine on 3 May, the company said.'),
        ...CROW('Janis Brod died on 8 May, the ministry said.'),
      },
      0,
    ],
    [
      'the same day told by its weekday',
      {
        ...POST('Marek Toln died in the mine on 3 May, the company said.'),
        ...CROW('Marek Toln died on Tuesday 3 May, the ministry said.'),
      },
      0,
    ],
    [
      'an explosion in one town, in two languages of one paper',
      {
        'iki.txt': article(
          'Kule',
          '22 July 2022',
          'Sivas yakınlarındaki depoda 21 Temmuz Perşembe günü patlama oldu.',
          'An explosion happened on Wednesday 20 July at the depot near Sivas.',
        ),
      },
      1,
    ],
    [
      'let go on two days; whom "him" stands for is a guess',
      {
        ...POST('Orhan Kesten was set free on 6 May after a night in the post.'),
        'tape.txt': call(
          '12.05.2022 - 21:14',
          'ORSA: Do you know of Orhan Kesten?',
          'PELIN: They let him out on Monday.',
        ),
      },
      1,
    ],
    [
      'a night and the morning after',
      {
        ...POST('Marek Toln was arrested on the night of 1 May.'),
        ...CROW('Marek Toln was arrested on 2 May.'),
      },
      0,
    ],
    [
      'a paper without a year, in a pile of one year',
      {
        ...POST('Marek Toln died in the mine on 3 May, the company said.'),
        'note.txt': 'TESTIMONY OF A NEIGHBOUR\n\nMarek Toln died on Sunday 8 May, I washed him myself.\n',
      },
      1,
    ],
  ];
  test.each(cases)('%s', (...given) => holds('date-conflict', given as unknown as Case));
});

describe('what can only come after', () => {
  const cases: readonly Case[] = [
    [
      'buried before dying',
      {
        ...POST('We buried Marek Toln on 6 May, his sister said.'),
        ...CROW('Marek Toln died on 8 May, the ministry said.'),
      },
      1,
      /^Nobody is buried before dying/,
    ],
    [
      'dying before being buried',
      {
        ...POST('We buried Marek Toln on 9 May, his sister said.'),
        ...CROW('Marek Toln died on 8 May, the ministry said.'),
      },
      0,
    ],
    [
      'let go before being taken',
      {
        ...POST('Orhan Kesten was set free on 6 May.'),
        ...CROW('Orhan Kesten was arrested on 7 May at the border.'),
      },
      1,
      /^Nobody is let go before being taken/,
    ],
    [
      'let go, and taken again by the same telling',
      {
        ...POST('Orhan Kesten was arrested on 2 May. Orhan Kesten was set free on 6 May.'),
        ...CROW('Orhan Kesten was arrested on 7 May at the border.'),
      },
      0,
    ],
    [
      'a row that arrives before it leaves',
      {
        'loads.csv':
          'waybill,left,plate,driver,loaded_t,delivered_t,signed_at,signed_on\nW-1,05.03.2024,KT-443-A,Ali Sorn,24.0,24.0,Sivas,04.03.2024\nW-2,05.03.2024,KT-443-B,Oma Tell,24.0,24.0,Sivas,06.03.2024\n',
      },
      1,
    ],
    [
      'taken upon a statement that was made later',
      {
        ...POST('Upon the statement of a witness given on 12/03/2022, the mayor was arrested on 07/03/2022.'),
      },
      1,
    ],
    [
      'taken upon a statement that was made before',
      {
        ...POST('Upon the statement of a witness given on 07/03/2022, the mayor was arrested on 12/03/2022.'),
      },
      0,
    ],
    [
      'the same in Turkish, one clause',
      {
        'iddia.txt':
          'SAVCILIK\n\n02/04/2022\n\n17. Şüphelinin evinde arama yapıldığı,\n\n18. Tanığın 12/03/2022 tarihli beyanı üzerine şüphelinin 07/03/2022 günü gözaltına alındığı,\n',
      },
      1,
    ],
  ];
  test.each(cases)('%s', (...given) => holds('order-conflict', given as unknown as Case));
});

describe('two places at once', () => {
  const list = (...rows: readonly string[]) => `no;name;age;admitted;hospital\n${rows.join('\n')}\n`;
  const cases: readonly Case[] = [
    [
      'admitted in two towns within ten minutes',
      {
        'a.csv': list('1;Kemal Bolt;34;21.07.2022 15:05;Sivas', '2;Ana Ferr;20;21.07.2022 15:40;Sivas'),
        'b.csv': list('1;Kemal Bolt;34;21.07.2022 15:15;Mersin', '2;Ole Grimm;20;21.07.2022 16:40;Mersin'),
      },
      1,
      /km apart/,
    ],
    [
      'admitted in two towns with a day for the road',
      {
        'a.csv': list('1;Kemal Bolt;34;20.07.2022 08:05;Sivas', '2;Ana Ferr;20;21.07.2022 15:40;Sivas'),
        'b.csv': list('1;Kemal Bolt;34;20.07.2022 20:15;Mersin', '2;Ole Grimm;20;21.07.2022 16:40;Mersin'),
      },
      0,
    ],
    [
      'two people of like names',
      {
        'a.csv': list('1;Kemal Bolt;34;21.07.2022 15:05;Sivas', '2;Ana Ferr;20;21.07.2022 15:40;Sivas'),
        'b.csv': list('1;Kemal Boltan;43;21.07.2022 15:15;Mersin', '2;Ole Grimm;20;21.07.2022 16:40;Mersin'),
      },
      0,
    ],
    [
      'one place under two names',
      {
        'a.csv': list('1;Kemal Bolt;34;21.07.2022 15:05;Aleppo', '2;Ana Ferr;20;21.07.2022 15:40;Aleppo'),
        'b.csv': list('1;Kemal Bolt;34;21.07.2022 15:15;Halab', '2;Ole Grimm;20;21.07.2022 16:40;Halab'),
      },
      0,
    ],
    [
      'handed over in one town by a stamped channel, admitted in another',
      {
        'a.csv': list('1;Kemal Bolt;34;21.07.2022 15:05;Sivas', '2;Ana Ferr;20;21.07.2022 15:40;Sivas'),
        'kanal_21072022.srt': [
          '[start of file = 15:13 by the clock on the wall]',
          '',
          '1\n00:00:01,000 --> 00:00:04,000\nAMB-7: We are at Mersin now. Handing over Kemal Bolt.',
          '',
          '2\n00:00:06,000 --> 00:00:08,000\nBASE: Copied.',
          '',
        ].join('\n'),
      },
      1,
      /km apart/,
    ],
    [
      'at the scene before it left',
      {
        'post.txt': article(
          'Harbour Post',
          '9 November 2022',
          'Patrol boat KV-771 left the port of Mersin at 05:45, the ministry said.',
        ),
        'log.txt': [
          'M/V TELLA STAR      GMDSS / VHF LOG      sheet 12',
          '',
          '09 NOV 2022',
          '0047   MF 2182   Hotline relay MAYDAY for a wooden boat. Rptd twice.',
          '0049   VHF 16    MRCC acknowl. Told all ships chan 06.',
          '0105   VHF 06    MRCC to us: "Tella Star, remain in your position. Patrol boat KV-771 is on scene."',
          '0106   VHF 06    We: understood remain.',
          '0225   VHF 06    MRCC: "Patrol boat KV-771 is on scene, wait."',
          '0240   VHF 06    We to MRCC, do you still need us.',
          '',
        ].join('\n'),
      },
      1,
      /by another it was away before that/,
    ],
  ];
  test.each(cases)('%s', (...given) => holds('place-conflict', given as unknown as Case));
});

describe('one denies what another says, by who did what', () => {
  const cases: readonly Case[] = [
    [
      'he did not arrest him, and he did',
      {
        ...POST('Colonel Ramo Quell did not arrest Marek Toln, the ministry said.'),
        ...CROW('Colonel Ramo Quell arrested Marek Toln, a neighbour said.'),
      },
      1,
    ],
    [
      'two languages',
      {
        ...POST('Ramo Quell shot Marek Toln at the gate, a neighbour said.'),
        'nota.txt': article(
          'Diario del Valle',
          '15 de mayo de 2022',
          'El director Ramo Quell no disparó contra Marek Toln, dijo el ministerio.',
          'Los familiares de los internos esperan en la puerta.',
        ),
      },
      1,
    ],
    [
      'another was arrested',
      {
        ...POST('Colonel Ramo Quell did not arrest Marek Toln, the ministry said.'),
        ...CROW('Colonel Ramo Quell arrested Janis Brod, a neighbour said.'),
      },
      0,
    ],
    [
      'not until later',
      {
        ...POST('Colonel Ramo Quell did not arrest Marek Toln until June, the ministry said.'),
        ...CROW('Colonel Ramo Quell arrested Marek Toln, a neighbour said.'),
      },
      0,
    ],
    [
      'not on that day',
      {
        ...POST('Colonel Ramo Quell did not arrest Marek Toln on 3 May, the ministry said.'),
        ...CROW('Colonel Ramo Quell arrested Marek Toln on 9 May, a neighbour said.'),
      },
      0,
    ],
  ];
  test.each(cases)('%s', (...given) => holds('denial', given as unknown as Case));
});

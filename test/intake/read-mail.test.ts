import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/intake/containers/member.ts';
import { attributionOf, isSeparator, senderName } from '../../src/intake/mail/mail-headers.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { readMail } from '../../src/intake/read-mail.ts';

const CONTEXT = { sourceId: 'src_test', file: 'note.eml' };

/** Each passage as `section kind speaker | body`. */
function linesOf(text: string): string[] {
  const reading = readMail(text, CONTEXT);
  return [...reading.passages].map(
    ({ section, kind, speaker, body }) =>
      `${section} ${kind} ${speaker?.name ?? '-'} | ${text.slice(body.start, body.end)}`,
  );
}

const HEAD =
  'From: Ana Rell <ana@port.example>\nTo: Bo Tarn (desk)\nDate: Thu, 6 May 2021 22:48 +0100\nSubject: the list\n\n';

describe('a plain mail', () => {
  test('its header gives sender, date and title, and the sender speaks', () => {
    const text = `${HEAD}Dear Bo,\n\nfour came.\nTwo left.\n`;
    const reading = readMail(text, CONTEXT);
    expect(reading).toMatchObject({ kind: 'mail', title: 'the list', date: '2021-05-06', text });
    expect(reading.sections[0]?.time).toMatchObject({
      from: '2021-05-06',
      clock: '22:48',
      zone: '+0100',
      basis: 'stated',
    });
    expect(reading.sections[0]?.parties.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'sender Ana Rell',
      'recipient Bo Tarn',
    ]);
    expect(linesOf(text).slice(-2)).toEqual([
      '0 paragraph Ana Rell | Dear Bo,',
      '0 paragraph Ana Rell | four came.\nTwo left.',
    ]);
  });

  test.each([
    ['Date: sometime last week', null, 'intake/bad-date'],
    ['Date: 99 Foo 2021', null, 'intake/bad-date'],
    ['Date: Mon, 6 May 2021 10:00', '2021-05-06', 'intake/wrong-weekday'],
    ['Date: 03/04/2021', '2021-04-03', 'intake/ambiguous-dates'],
    ['X-Note: none', null, undefined],
  ])('%s gives %s and the doubt %s', (line, date, doubt) => {
    const reading = readMail(`From: Ana Rell\n${line}\nSubject: x\n\nHello.\n`, CONTEXT);
    expect(reading.date).toBe(date);
    expect(reading.doubts[0]?.code).toBe(doubt);
    if (doubt === 'intake/bad-date') expect(reading.sections[0]?.time?.basis).toBe('unresolved');
  });

  test('folded header lines are one field', () => {
    const text = 'From: Ana Rell\nSubject: a long\n subject\nDate: 6 May 2021\n\nHi.\n';
    expect(readMail(text, CONTEXT).title).toBe('a long subject');
  });
});

describe('mails within the mail', () => {
  test.each([
    [
      '----- Forwarded -----\nFrom: Cy Dorn\nDate: 1 May 2021\n\nNine boats.',
      'forwarded mail from Cy Dorn',
      '2021-05-01',
    ],
    [
      '-----Original Message-----\nFrom: Cy Dorn\nSent: 1 May 2021 10:00\nTo: Ana\n\nNine boats.',
      'forwarded mail from Cy Dorn',
      '2021-05-01',
    ],
    [
      '> -----Mensaje original-----\n> De: Cy Dorn\n> Fecha: 1 mayo 2021\n>\n> Nine boats.',
      'forwarded mail from Cy Dorn',
      '2021-05-01',
    ],
    [
      'Gönderen: Cy Dorn\nGönderilme: 1 Mayıs 2021\nKonu: x\n\nNine boats.',
      'forwarded mail from Cy Dorn',
      '2021-05-01',
    ],
    ['On 1 May 2021 at 10:00, Cy Dorn wrote:\n> Nine boats.', 'quoted mail from Cy Dorn', '2021-05-01'],
    [
      'On Sat, 1 May 2021 at 10:00, Cy Dorn <cy@x.example>\nwrote:\n> Nine boats.',
      'quoted mail from Cy Dorn',
      '2021-05-01',
    ],
    ['Le 1 mai 2021 à 10:00, Cy Dorn a écrit :\n> Nine boats.', 'quoted mail from Cy Dorn', '2021-05-01'],
    [
      'El 1 de mayo de 2021 a las 10:00, Cy Dorn escribió:\n> Nine boats.',
      'quoted mail from Cy Dorn',
      '2021-05-01',
    ],
    [
      'Cy Dorn <cy@x.example>, 1 May 2021 10:00 tarihinde şunu yazdı:\n> Nine boats.',
      'quoted mail from Cy Dorn',
      '2021-05-01',
    ],
  ])('%j is a section of its own', (rest, title, date) => {
    const text = `${HEAD}See below.\n\n${rest}\n`;
    const reading = readMail(text, CONTEXT);
    expect(reading.sections.map((section) => section.title)).toEqual(['mail from Ana Rell', title]);
    expect(reading.sections[1]?.time?.from).toBe(date);
    expect(linesOf(text).at(-1)).toBe('1 paragraph Cy Dorn | Nine boats.');
  });

  test('several forwarded mails are several sections', () => {
    const one = (name: string) => `----- Forwarded -----\nFrom: ${name}\nSubject: x\n\nText of ${name}.\n\n`;
    const text = `${HEAD}${one('Cy Dorn')}${one('Di Ell')}`;
    expect(linesOf(text).filter((line) => line.includes('paragraph'))).toEqual([
      '1 paragraph Cy Dorn | Text of Cy Dorn.',
      '2 paragraph Di Ell | Text of Di Ell.',
    ]);
  });

  test('answers between quoted lines are by the sender again', () => {
    const text = `${HEAD}On 1 May 2021, Cy Dorn wrote:\n> How many?\nFour.\n> And boats?\nOne.\n`;
    expect(linesOf(text).filter((line) => line.includes('paragraph'))).toEqual([
      '1 paragraph Cy Dorn | How many?',
      '0 paragraph Ana Rell | Four.',
      expect.stringMatching(/^\d paragraph (?:Cy Dorn|unknown sender) \| And boats\?$/),
      '0 paragraph Ana Rell | One.',
    ]);
  });

  test('a sentence that ends in "wrote:" is no quotation of a mail', () => {
    const text = `${HEAD}The clerk wrote:\nnothing.\n`;
    expect(readMail(text, CONTEXT).sections).toHaveLength(1);
  });
});

test.each([
  ['Ana Rell <ana@port.example>', 'Ana Rell', false],
  ['"Rell, Ana" <ana@port.example>', 'Ana Rell', false],
  ['A. Rell (night desk)', 'A. Rell', false],
  ['ana@port.example', 'ana@port.example', false],
  ['(withheld at her request)', 'unknown sender', true],
  ['', 'unknown sender', true],
])('the sender %j is %s', (value, name, unknown) => {
  expect(senderName(value)).toEqual({ name, unknown });
});

test.each([
  ['----- Forwarded message -----', true],
  ['---- Ursprüngliche Nachricht ----', true],
  ['Begin forwarded message:', true],
  ['-----', false],
  ['Forwarded as asked', false],
])('%j is a separator: %s', (line, expected) => {
  expect(isSeparator(line)).toBe(expected);
});

test('an attribution gives name and date apart', () => {
  expect(attributionOf('On 1 May 2021 10:00, Cy Dorn wrote:')).toEqual({
    name: 'Cy Dorn',
    when: 'On 1 May 2021 10:00',
  });
});

describe('encoded mails', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
  const read = async (text: string, attachments: Member[] = []) =>
    readDocument(bytesOf(text), { path: 'note.eml', file: 'note.eml' }, attachments);

  test('quoted-printable and encoded words become readable', async () => {
    const { source } = await read(
      'From: =?utf-8?Q?Ana_R=C3=A9ll?= <ana@x.example>\nTo: b@x.example\nDate: bogus\nSubject: =?utf-8?B?SMOpbGxv?=\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9 at ten=2E\n',
    );
    expect(source.text).toContain('From: Ana Réll <ana@x.example>');
    expect(source.text).toContain('Café at ten.');
    expect(source).toMatchObject({ title: 'Héllo', date: null });
    expect(source.doubts.map(({ code }) => code)).toEqual(['intake/bad-date']);
  });

  test('text attachments are sections, others are named and given as documents of their own', async () => {
    const part = (type: string, name: string, body: string) =>
      `--b\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body).toString('base64')}\n`;
    const attachments: Member[] = [];
    const { source, sections } = await read(
      `From: Ana Rell <a@x.example>\nTo: b@x.example\nDate: Thu, 6 May 2021 10:00 +0000\nSubject: files\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee files.\n${part('text/plain', 'list.txt', 'Nine boats.')}${part('image/png', 'map.png', 'xx')}--b--\n`,
      attachments,
    );
    expect(sections.map(({ title }) => title)).toEqual([
      'mail from Ana Rell',
      'attachment list.txt (text/plain, 11 bytes)',
      'attachment map.png (image/png, 2 bytes)',
    ]);
    expect(source.text).toContain('Nine boats.');
    expect(source.doubts).toEqual([]);
    expect(attachments).toEqual([{ name: 'map.png', bytes: new TextEncoder().encode('xx') }]);
    expect(source.claims.filter(({ key }) => key === 'attachment')).toHaveLength(2);
  });

  test('a plain mail keeps the text of its file', async () => {
    const { source } = await read(`${HEAD}Café.\n`);
    expect(source.text).toBe(`${HEAD}Café.\n`);
  });
});

test.each(['----- Forwarded -----\n>> ', '----- Forwarded -----\n\n> '])(
  'marks after a separator are kept: %j',
  (text) => {
    const { passages } = readMail(text, CONTEXT);
    expect([...passages].map(({ span }) => text.slice(span.start, span.end)).join('')).toContain('>');
  },
);

test('any text: passages do not overlap, cover all, and lie in their sections', () => {
  const pieces = [
    'From: A',
    '> ',
    '>> ',
    'On 1 May 2021, B wrote:',
    '----- Forwarded -----',
    '\n',
    '\n\n',
    'Date: x',
    'word ',
    '1. ',
    '----- Attachment: a -----',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const reading = readMail(text, CONTEXT);
      let last = 0;
      for (const { span, section } of reading.passages) {
        expect(text.slice(last, span.start).trim()).toBe('');
        const holder = reading.sections[section]?.span;
        expect(holder !== undefined && holder.start <= span.start && span.end <= holder.end).toBe(true);
        last = span.end;
      }
      expect(text.slice(last).trim()).toBe('');
    }),
    { numRuns: 400 },
  );
});

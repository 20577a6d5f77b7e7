import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readVcard } from '../../src/intake/contacts/read-vcard.ts';
import { vcardCards } from '../../src/intake/contacts/vcard-cards.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { brokenLaw } from './broken-law.ts';
import { readOpened } from './read-opened.ts';

const CONTEXT = { sourceId: 'src_test', file: 'book.vcf' };
const card = (...lines: string[]) => `BEGIN:VCARD\n${lines.join('\n')}\nEND:VCARD\n`;
const fieldsOf = (text: string) =>
  vcardCards(text).flatMap(({ fields }) => fields.map(({ label, value }) => `${label}: ${value}`));

describe('fields', () => {
  test.each([
    [
      '3: types and escapes',
      ['TEL;TYPE=CELL,VOICE:+90 532 1', 'ORG:Port\\, East;Desk'],
      ['telephone (cell): +90 532 1', 'organisation: Port, East, Desk'],
    ],
    [
      '4: addresses as links',
      ['TEL;VALUE=uri;TYPE="cell,home":tel:+1-5', 'EMAIL:mailto:a@x.example'],
      ['telephone (cell, home): +1-5', 'e-mail: a@x.example'],
    ],
    ['2.1: bare types', ['TEL;CELL;VOICE:0532 1'], ['telephone (cell): 0532 1']],
    [
      '2.1: quoted-printable with soft breaks',
      ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=B3=\n=D8=B9=D8=A7=D8=AF'],
      ['name: سعاد'],
    ],
    [
      '2.1: another character set',
      ['N;CHARSET=ISO-8859-9;QUOTED-PRINTABLE:=DDnce;G=FCl;;Dr.'],
      ['name in parts: Dr. Gül İnce'],
    ],
    ['folded lines', ['NOTE:nine\n  boats\n\tand'], ['note: nine boatsand']],
    [
      'groups with a label of their own',
      ['item1.TEL:5', 'item1.X-ABLabel:_$!<Boat>!$_'],
      ['telephone (Boat): 5'],
    ],
    ['a colon within quotation marks', ['ADR;LABEL="a:b":;;Quay 4;Tørn;;;'], ['address: Quay 4, Tørn']],
    ['what is not known keeps its name', ['X-BADGE:77'], ['x-badge: 77']],
    [
      'an agent within',
      ['FN:Ana', 'AGENT:', 'BEGIN:VCARD', 'FN:Bo', 'END:VCARD', 'TEL:6'],
      ['name: Ana', 'telephone: 6', 'name: Bo'],
    ],
  ])('%s', (_, lines, fields) => {
    expect(fieldsOf(card(...lines))).toEqual(fields);
  });
});

test('a card is a section: fields are claims, names and numbers its parties, a note is read', async () => {
  const { source, passages, members } = await readOpened(
    Buffer.from(
      card(
        'VERSION:3.0',
        'FN:Ana Rell',
        'NICKNAME:Gull',
        'TEL;TYPE=CELL:+90 532 111 22 33',
        'TEL:0212 555 44 33',
        'NOTE:Paid 500 on 3 May.\\nOwes 40.',
        'REV:20210503T101112Z',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/\n 4AA=',
        'LOGO;VALUE=uri:http://tracker.example/l.png',
      ) + card('VERSION:4.0', 'FN:Bo Tarn'),
    ),
    'book.vcf',
  );
  expect(source).toMatchObject({ mediaType: 'text/vcard', kind: 'other', title: 'book.vcf' });
  expect(source.text).toBe(
    'name: Ana Rell\nnickname: Gull\ntelephone (cell): +90 532 111 22 33\ntelephone: 0212 555 44 33\n\nnote: Paid 500 on 3 May.\nOwes 40.\n\nname: Bo Tarn\n\n',
  );
  expect(
    passages.map(({ kind, section, body }) => [section, kind, sliceOf(source.text, body).slice(0, 14)]),
  ).toEqual([
    [0, 'header', 'name: Ana Rell'],
    [0, 'paragraph', 'Paid 500 on 3 '],
    [1, 'header', 'name: Bo Tarn'],
  ]);
  expect(members).toEqual([{ name: 'photo.jpeg', bytes: Buffer.from('/9j/4AA=', 'base64') }]);
  const { sections } = readVcard(
    card('FN:Ana Rell', 'NICKNAME:Gull', 'TEL:5', 'TEL:6', 'REV:2021', 'LOGO:http://x.example/l'),
    CONTEXT,
  );
  expect(sections[0]).toMatchObject({ title: 'Ana Rell' });
  expect(sections[0]?.parties.map(({ name, number }) => [name, number])).toEqual([
    ['Ana Rell', '5'],
    ['Ana Rell', '6'],
    ['Gull', '5'],
  ]);
  expect(sections[0]?.claims.map(({ key, value }) => `${key}: ${value}`)).toEqual([
    'name: Ana Rell',
    'nickname: Gull',
    'telephone: 5',
    'telephone: 6',
    'last changed: 2021',
    'link to outside, not followed: http://x.example/l',
  ]);
});

test('lines that are none are shown, a card that is cut off is said to be so', () => {
  const { text, doubts } = readVcard('BEGIN:VCARD\nFN:Ana Rell\nno line at all\nTEL:5', CONTEXT);
  expect(text).toContain('no line at all');
  expect(doubts.map(({ code }) => code)).toEqual([
    'intake/text-rebuilt',
    'intake/unread-line',
    'intake/cut-off',
  ]);
  expect(sliceOf(text, doubts[1]?.span ?? { start: 0, end: 0 }).trim()).toBe('no line at all');
});

test('whatever the lines, it ends, spans slice back and passages cover the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'FN:Ana',
      'NOTE:a\\nb',
      'TEL;CELL:5',
      ';:',
      '=',
      ' x',
      'N;QUOTED-PRINTABLE:=4',
      'PHOTO;BASE64:/9',
      'a.b.c:',
      '":"',
      'ORG:\\',
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text, passages, sections } = readVcard(pieces.join('\n'), CONTEXT);
      expect(brokenLaw({ text, passages, sections })).toBeNull();
      for (const claim of sections.flatMap(({ claims }) => claims))
        if (claim.span !== null) expect(sliceOf(text, claim.span)).toBe(claim.value);
    }),
    { numRuns: 400 },
  );
});

test('any card of version 4 has the values that a second reader finds', () => {
  const words = fc.stringMatching(/^[A-Za-zğışöüÇ،-ي]{1,8}( [a-z,\\:"]{1,8}){0,3}$/);
  const escaped = (value: string) => value.replace(/[\\,]/g, '\\$&');
  const fold = (line: string) => line.replace(/(.{20})(?=.)/gu, '$1\n ');
  const names = ['FN', 'TITLE', 'ROLE', 'NOTE'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), words), { minLength: 1, maxLength: 8 }),
      (pairs) => {
        const text = card('VERSION:4.0', ...pairs.map(([name, value]) => fold(`${name}:${escaped(value)}`)));
        const [, properties] = ICAL.parse(text.replaceAll('\n', '\r\n')) as [
          string,
          [string, unknown, unknown, string][],
        ];
        const theirs = properties.filter(([name]) => name !== 'version').map(([, , , value]) => value.trim());
        expect(vcardCards(text).flatMap(({ fields }) => fields.map(({ value }) => value))).toEqual(theirs);
      },
    ),
    { numRuns: 200 },
  );
});

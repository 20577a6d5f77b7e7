import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsProcess } from '../../src/intake/open-document.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { sharedData } from '../shared-data.ts';
import { type MsgParts, packMsg } from './pack-msg.ts';
import { readOpened } from './read-opened.ts';

const SENT = new Date('2021-05-06T21:48:00Z');
const MAIL: MsgParts['properties'] = {
  '001A001F': 'IPM.Note',
  '0037001F': 'the list',
  '0C1A001F': 'Ana Rell',
  '0C1E001F': 'SMTP',
  '0C1F001F': 'ana@port.example',
  '1000001F': 'Dear Bo,\r\n\r\nfour boats came.\r\n',
  '00390040': SENT,
};
const TO = { '3001001F': 'Bo Tarn', '39FE001F': 'bo@port.example', '0C150003': 1 };
const read = (parts: MsgParts) => readOpened(packMsg(parts), 'a.msg');
const codes = ({ doubts }: { doubts: readonly { code: string }[] }) =>
  doubts.map(({ code }) => code).filter((code) => code !== 'intake/text-rebuilt');

test('a message is read like a mail', async () => {
  const { source, passages } = await read({ properties: MAIL, recipients: [TO] });
  expect(source).toMatchObject({
    ...{ kind: 'mail', mediaType: 'application/vnd.ms-outlook', title: 'the list', date: '2021-05-06' },
  });
  expect(source.text).toBe(
    'From: Ana Rell <ana@port.example>\nTo: Bo Tarn <bo@port.example>\nDate: Thu, 06 May 2021 21:48:00 GMT\nSubject: the list\n\nDear Bo,\n\nfour boats came.\n',
  );
  expect(passages.at(-1)?.speaker?.name).toBe('Ana Rell');
  expect(codes(source)).toEqual([]);
  expect(needsProcess(packMsg({ properties: MAIL }))).toBe(true);
});

describe('what is hidden or odd', () => {
  test.each([
    ['a blind copy', { properties: MAIL, recipients: [{ ...TO, '0C150003': 3 }] }, 'intake/hidden-recipient'],
    ['a draft', { properties: { ...MAIL, '0E070003': 8 } }, 'intake/never-sent'],
    [
      'a time that is none',
      { properties: { ...MAIL, '30070040': new Date('1601-02-01T00:00:00Z') } },
      'intake/bad-date',
    ],
    [
      'delivered before it was sent',
      { properties: { ...MAIL, '0E060040': new Date('2021-05-01T00:00:00Z') } },
      'intake/dates-differ',
    ],
    [
      'another date in the header',
      { properties: { ...MAIL, '007D001F': 'Date: Mon, 3 May 2021 10:00:00 +0000\r\n' } },
      'intake/dates-differ',
    ],
    [
      'a hidden attachment',
      {
        properties: MAIL,
        attachments: [{ '3707001F': 'a.txt', '37010102': Buffer.from('Nine.'), '7FFE000B': 1 }],
      },
      'intake/hidden-attachment',
    ],
  ])('%s is a doubt', async (_, parts, code) => {
    expect(codes((await read(parts)).source)).toEqual([code]);
  });

  test('a bad date is not made into today’s', async () => {
    const { source } = await read({ properties: { ...MAIL, '00390040': new Date('1601-02-01T00:00:00Z') } });
    expect(source.date).toBeNull();
    expect(source.claims).toContainEqual({
      key: 'sent, by the sender’s program',
      value: 'Thu, 01 Feb 1601 00:00:00 GMT',
      span: null,
    });
  });
});

test('the header’s own date stands as written; who changed it is a claim', async () => {
  const { source } = await read({
    properties: {
      ...MAIL,
      '007D001F': 'Received: x\r\nDate: Thu, 6 May 2021 22:48 +0100\r\n',
      '3FFA001F': 'Cy Dorn',
    },
  });
  expect(source.text).toContain('Date: Thu, 6 May 2021 22:48 +0100\n');
  expect(source.claims).toContainEqual({ key: 'last changed by', value: 'Cy Dorn', span: null });
});

test('attachments are documents', async () => {
  const { source, members } = await read({
    properties: MAIL,
    attachments: [
      { '3707001F': 'list.pdf', '370E001F': 'application/pdf', '37010102': Buffer.from('%PDF-') },
    ],
  });
  expect(source.text).toContain('----- Attachment: list.pdf (application/pdf, 5 bytes) -----');
  expect(members).toEqual([{ name: 'list.pdf', bytes: new Uint8Array(Buffer.from('%PDF-')) }]);
});

describe('bodies', () => {
  const { '1000001F': _, ...BARE } = MAIL;
  test.each([
    ['HTML', { '10130102': Buffer.from('<p>Nine <b>boats</b>.</p><script>x()</script>') }, 'Nine boats.'],
    ['strings of a code page', { '1000001E': 'D\xddK\xddL\xdd boats', '3FFD0003': 1254 }, 'DİKİLİ boats'],
  ])('%s', async (_name, more, words) => {
    const { source } = await read({ properties: { ...BARE, ...more } });
    expect(source.text.split('\n\n').slice(1).join('\n\n').trim()).toBe(words);
  });
});

test('other compound files are named, damaged messages are said to be so', async () => {
  const other = packMsg({ properties: { '3FFD0003': 1252 } });
  await expect(readOpened(other, 'a.doc')).rejects.toMatchObject({ code: 'intake/binary' });
  const cut = packMsg({ properties: MAIL }).subarray(0, 2000);
  await expect(readOpened(cut, 'a.msg')).rejects.toMatchObject({ code: expect.stringMatching(/^intake\//) });
});

test('whatever bytes are changed, it ends in passages that slice back or in a fault of intake', async () => {
  const bytes = packMsg({
    properties: MAIL,
    recipients: [TO],
    attachments: [{ '3707001F': 'a', '37010102': Buffer.from('x') }],
  });
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const changed = Uint8Array.from(bytes);
      for (const [at, value] of changes) changed[at] = value;
      const opened = await readOpened(changed, 'a.msg').catch((error: unknown) => error);
      if (opened instanceof Error) {
        expect(opened).toMatchObject({ code: expect.stringMatching(/^intake\//) });
        return;
      }
      const { source, passages } = opened as Awaited<ReturnType<typeof readOpened>>;
      for (const { span } of passages) expect(sliceOf(source.text, span).trim()).not.toBe('');
    }),
    { numRuns: 150 },
  );
});

test('every message of the hostile corpus gives its words', async (task) => {
  const root = sharedData('hostile/tika');
  if (root === null) return task.skip('hostile/tika is not beside the checkout');
  const files = readdirSync(root).filter((name) => name.endsWith('.msg'));
  for (const file of files) {
    const { source } = await readOpened(readFileSync(join(root, file)), file);
    expect(source.text, file).toMatch(/^Subject: \S/m);
    expect(source.date, file).toMatch(/^20\d\d-/);
  }
});

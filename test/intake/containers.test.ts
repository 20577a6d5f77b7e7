import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/intake/containers/member.ts';
import { BUDGET } from '../../src/intake/containers/member.ts';
import { openDocument } from '../../src/intake/open-document.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { packZip } from './pack-zip.ts';

const open = async (bytes: Uint8Array, file: string, budget = BUDGET) => {
  const { intake, members } = await openDocument(bytes, { path: file, file }, budget);
  return { intake, members: await Array.fromAsync(members) };
};
const told = (members: readonly Member[]) =>
  members.map((member) => [
    member.name,
    'bytes' in member ? Buffer.from(member.bytes).toString() : member.code,
  ]);

describe('ZIP', () => {
  test('gives its files and is a source that lists them', async () => {
    const { intake, members } = await open(
      packZip(
        [
          { name: 'a/one.txt', text: 'Nine boats.' },
          { name: 'a/', text: '' },
          { name: 'two.txt', text: 'x' },
        ],
        'from R.',
      ),
      'leak.zip',
    );
    expect(told(members)).toEqual([
      ['a/one.txt', 'Nine boats.'],
      ['two.txt', 'x'],
    ]);
    expect(intake.source.text).toBe(
      'ZIP archive: 2 documents, 2 taken\na/one.txt (11 bytes)\ntwo.txt (1 bytes)\n',
    );
    expect(intake.source.claims).toEqual([{ key: 'comment', value: 'from R.', span: null }]);
    expect([...intake.passages].every(({ kind }) => kind === 'boilerplate')).toBe(true);
  });

  test.each([
    ['a wrong CRC-32', { name: 'x.txt', text: 'abc', crc: 1 }, 'intake/refused', 'CRC-32'],
    ['a password', { name: 'x.txt', text: 'abc', bits: 1 }, 'intake/encrypted', 'password'],
    ['a link', { name: 'x.txt', text: '/etc/passwd', mode: 0o120777 }, 'intake/refused', 'link'],
    ['two-hundredfold growth', { name: 'x.txt', text: '0'.repeat(4_000_000) }, 'intake/refused', '200 bytes'],
  ])('%s: the file is not taken, the others are, and the list says why', async (_, bad, code, why) => {
    const { intake, members } = await open(packZip([bad, { name: 'good.txt', text: 'good' }]), 'leak.zip');
    expect(told(members)).toEqual([
      ['x.txt', code],
      ['good.txt', 'good'],
    ]);
    const [doubt] = intake.source.doubts;
    expect(doubt?.text).toContain(why);
    expect(doubt?.span && sliceOf(intake.source.text, doubt.span)).toContain('x.txt');
  });

  test.each([
    ['cut off before a document ends', packZip([{ name: 'a', text: 'abc' }]).subarray(0, 33)],
    [
      'entries over each other',
      packZip([
        { name: 'a', text: 'abc' },
        { name: 'b', text: 'abc', over: 0 },
      ]),
    ],
  ])('%s: refused whole', async (_, bytes) => {
    await expect(open(bytes, 'leak.zip')).rejects.toMatchObject({ code: 'intake/refused' });
  });

  test('more bytes or documents than are left of the budget are not unpacked', async () => {
    const bytes = packZip([
      { name: 'a', text: 'abcdef' },
      { name: 'b', text: 'abcdef' },
    ]);
    expect(told((await open(bytes, 'l.zip', { ...BUDGET, bytes: 8 })).members)).toEqual([
      ['a', 'abcdef'],
      ['b', 'intake/refused'],
    ]);
    await expect(open(bytes, 'l.zip', { ...BUDGET, members: 1 })).rejects.toMatchObject({
      code: 'intake/refused',
    });
    await expect(open(bytes, 'l.zip', { ...BUDGET, depth: 0 })).rejects.toMatchObject({
      code: 'intake/refused',
    });
  });

  describe('that was cut off', () => {
    const files = [
      { name: 'a.txt', text: 'Nine boats came.' },
      { name: 'b.txt', text: 'Four left.' },
      { name: 'c.txt', text: 'It rained.' },
    ];
    const whole = packZip(files);
    const third = whole.indexOf(Buffer.from('c.txt'));

    test('gives what stands before the cut and names the rest', async () => {
      const { intake, members } = await open(whole.subarray(0, third + 8), 'leak.zip');
      expect(told(members)).toEqual([
        ['a.txt', 'Nine boats came.'],
        ['b.txt', 'Four left.'],
        ['c.txt', 'intake/refused'],
      ]);
      expect(intake.source.text).toContain('ZIP archive that was cut off: 3 documents, 2 taken');
      expect(intake.source.text).toContain('c.txt, not taken: the archive ends before it does');
      expect(intake.source.doubts[0]?.code).toBe('intake/cut-off');
    });

    test('takes nothing whose bytes are not those that were packed', async () => {
      const wrong = packZip([
        { ...files[0], name: 'a.txt', text: 'x', crc: 7 },
        { name: 'b.txt', text: 'Four left.' },
      ]);
      const { members } = await open(
        wrong.subarray(0, wrong.indexOf(Buffer.from('504b0102', 'hex'))),
        'leak.zip',
      );
      expect(told(members)).toEqual([
        ['a.txt', 'intake/refused'],
        ['b.txt', 'Four left.'],
      ]);
    });

    test('half of an office document is no pile of documents', async () => {
      const parts = packZip([
        { name: '[Content_Types].xml', text: '<x/>' },
        { name: 'word/document.xml', text: '<w/>' },
      ]);
      await expect(open(parts.subarray(0, -30), 'a.docx')).rejects.toMatchObject({ code: 'intake/refused' });
    });

    test('wherever it is cut, it ends: each document is whole, or named with the reason', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
          const opened = await open(whole.subarray(0, length), 'leak.zip').catch((error: unknown) => error);
          if (opened instanceof Error) {
            expect(opened).toMatchObject({ code: 'intake/refused' });
            return;
          }
          for (const [name, text] of told((opened as Awaited<ReturnType<typeof open>>).members))
            expect(['intake/refused', files.find((file) => file.name === name)?.text]).toContain(text);
        }),
        { numRuns: 60 },
      );
    });
  });

  test('names in another code page than the archive says are read', async () => {
    const rawName = Buffer.from('8f619f748f91836c82c6959c8ed22e747874', 'hex');
    const { members } = await open(packZip([{ name: '', rawName, bits: 0, text: 'x' }]), 'l.zip');
    expect(members[0]?.name).toMatch(/\.txt$/);
    expect(members[0]?.name).not.toContain('\ufffd');
  });
});

test('TAR gives its files and names its links', async () => {
  const bytes = await packTar([
    { header: { name: 'd/', type: 'directory', size: 0 } },
    { header: { name: 'd/one.txt', type: 'file', size: 3 }, body: 'one' },
    { header: { name: 'l', type: 'symlink', size: 0, linkname: '/etc/passwd' } },
  ]);
  const { intake, members } = await open(bytes, 'leak.tar');
  expect(told(members)).toEqual([
    ['d/one.txt', 'one'],
    ['l', 'intake/refused'],
  ]);
  expect(intake.source.text).toContain('TAR archive: 2 documents, 1 taken');
});

test('gzip gives its one file; a damaged one is refused', async () => {
  const bytes = gzipSync('Nine boats.');
  expect(told((await open(bytes, 'log.txt.gz')).members)).toEqual([['log.txt', 'Nine boats.']]);
  expect(told((await open(bytes, 'log.tgz')).members)).toEqual([['log.tar', 'Nine boats.']]);
  bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1;
  await expect(open(bytes, 'log.txt.gz')).rejects.toMatchObject({ code: 'intake/refused' });
});

test('a mailbox gives its mails, quoted From lines as they were', async () => {
  const mail = (subject: string) =>
    `From ana@x.example Thu May  6 10:00:00 2021\nFrom: Ana\nSubject: ${subject}\n\nHello\n>From here on.\n\n`;
  const { members } = await open(Buffer.from(mail('one') + mail('two')), 'box.mbox');
  expect(told(members)).toEqual([
    ['mail-00001.eml', 'From: Ana\nSubject: one\n\nHello\nFrom here on.\n\n'],
    ['mail-00002.eml', 'From: Ana\nSubject: two\n\nHello\nFrom here on.\n\n'],
  ]);
});

import { describe, expect, test } from 'vitest';
import type { FormatReading } from '../../src/intake/format.ts';
import { readSrt, readVtt } from '../../src/intake/read-captions.ts';
import { readChatJson } from '../../src/intake/read-chat-json.ts';

const context = { sourceId: 'src_0123456789abcdef0123', file: 'x.srt' };

function cut({ text, passages }: FormatReading): (string | null | undefined)[][] {
  return [...passages].map(({ kind, speaker, time, body }) => [
    kind,
    speaker?.name,
    time?.clock,
    text.slice(body.start, body.end),
  ]);
}

describe('captions', () => {
  test('SubRip with speakers, a note that says when it began, two speakers in a cue', () => {
    const text =
      '1\n00:00:04,200 --> 00:00:09,100\n[tape starts at 14:13]\nBASE: Go on.\n\n2\n00:02:03,000 --> 00:02:05,000\nBASE: Where?\nFOX: Here.\n\n3\n00:02:09,000 --> 00:02:10,000\nand again\n';
    expect(cut(readSrt(text, context))).toEqual([
      ['note', undefined, '14:13', '[tape starts at 14:13]'],
      ['caption', 'Base', '14:13', 'Go on.'],
      ['caption', 'Base', '14:15', 'Where?'],
      ['caption', 'FOX', '14:15', 'Here.'],
      ['caption', undefined, '14:15', 'and again'],
    ]);
  });

  test('an offset stands in the steps where nothing says when it began', () => {
    const [caption] = readSrt('1\n00:01:02,500 --> 00:01:03,000\nhello\n', context).passages;
    expect(caption?.time).toMatchObject({
      basis: 'unresolved',
      clock: null,
      steps: ['00:01:02,500 from the start of the recording'],
    });
  });

  test('WebVTT with a note, a cue name and a voice', () => {
    const text =
      'WEBVTT\n\nNOTE recorded 3 May 2020 10:00\n\nopening\n00:01.000 --> 00:02.000\n<v Ida Berg>Good day.\n';
    expect(cut(readVtt(text, context))).toEqual([
      ['header', undefined, undefined, 'WEBVTT'],
      ['note', undefined, undefined, 'NOTE recorded 3 May 2020 10:00'],
      ['caption', 'Ida Berg', '10:00', 'Good day.'],
    ]);
  });
});

describe('chats in JSON', () => {
  test('an export with parts in its text and a line of the program', () => {
    const reading = readChatJson(
      JSON.stringify({
        name: 'Market',
        messages: [
          { type: 'service', date: '2021-03-04T10:11:12', actor: 'Ayla', action: 'join_group', text: '' },
          {
            type: 'message',
            from: 'Bo',
            date: '2021-03-04T10:12:00',
            text: ['see ', { type: 'link', text: 'x.example' }],
          },
        ],
      }),
      context,
    );
    expect(reading.text).toBe(
      'Market\n\n[2021-03-04 10:11] Ayla join group\n[2021-03-04 10:12] Bo: see x.example\n',
    );
    expect(cut(reading)).toEqual([
      ['header', undefined, undefined, 'Market'],
      ['note', undefined, '10:11', 'Ayla join group'],
      ['message', 'Bo', '10:12', 'see x.example'],
    ]);
    expect(reading.doubts[0]?.code).toBe('intake/text-rebuilt');
  });

  test('a list of records, and a record a line', () => {
    const records = [
      { sender: 'A', timestamp: 1583316720, body: 'hi' },
      { sender: { name: 'B' }, timestamp: 1583316780000, body: 'ho' },
    ];
    const expected = '[2020-03-04 10:12 UTC] A: hi\n[2020-03-04 10:13 UTC] B: ho\n';
    expect(readChatJson(JSON.stringify(records), context).text).toBe(expected);
    expect(readChatJson(records.map((record) => JSON.stringify(record)).join('\n'), context).text).toBe(
      expected,
    );
  });

  test('what is cut off is said to be', () => {
    expect(() => readChatJson('{"messages":[{"from":"A","text":"x"', context)).toThrow(
      expect.objectContaining({ code: 'intake/malformed' }),
    );
  });
});

test('a reporter who speaks once is a speaker', () => {
  const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nReporter: Was the alarm working?\n';
  const speakers = [...readVtt(vtt, { sourceId: 'src_0123456789abcdef0123', file: 'x.vtt' }).passages].map(
    ({ speaker }) => speaker?.name ?? null,
  );
  expect(speakers).toContain('Reporter');
});

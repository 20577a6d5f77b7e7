import { describe, expect, test } from 'vitest';
import { refuseBinary, sniffFormat } from '../../src/intake/sniff.ts';

describe('formats', () => {
  test.each([
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nhi', 'x.txt', 'vtt'],
    ['1\n00:00:01,000 --> 00:00:02,000\nhi', 'x', 'srt'],
    ['{"name":"G","messages":[{"from":"A","date":"2020-01-01","text":"hi"}]}', 'result.json', 'chat-json'],
    ['[{"sender":"A","timestamp":1,"body":"hi"}]', 'x', 'chat-json'],
    ['{"a":1}\n', 'x.json', 'text'],
    ['<!doctype html><p>x', 'x.txt', 'html'],
    ['From: a@x.example\nTo: b@x.example\nSubject: s\n\nhi', 'x.txt', 'mail'],
    ['From: the hills\nwe came down.', 'x.txt', 'text'],
    ['a;b;c\n1;2;3\n4;5;6\n', 'x.txt', 'table'],
    ['one, two, three\nand then we left.\nNobody spoke, or, rather, one did.\n', 'x.txt', 'text'],
    ['a,b\n1,2\n', 'x.csv', 'table'],
    ['# Head\n\ntext', 'x.md', 'markdown'],
    ['plain', 'x', 'text'],
  ])('%j in %s is %s', (text, file, name) => {
    expect(sniffFormat(text, file).name).toBe(name);
  });
});

describe('what cannot be read is named, with what to do', () => {
  test.each([
    ['\u007fELF', 'a program'],
    ['0000ftypM4A ', 'an MP4'],
  ])('%j', (head, name) => {
    expect(() => refuseBinary(Buffer.from(head, 'latin1'))).toThrow(
      expect.objectContaining({ code: 'intake/binary', message: expect.stringContaining(name) as string }),
    );
  });

  test('text passes', () => {
    expect(() => refuseBinary(Buffer.from('PDF files are many.'))).not.toThrow();
  });
});

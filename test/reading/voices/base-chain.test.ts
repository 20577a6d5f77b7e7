import { describe, expect, it } from 'vitest';
import { baseChain } from '../../../src/reading/voices/base-chain.ts';
import type { Party } from '../../../src/statement/source.ts';
import { makePassages, makeSection, makeSource } from '../make-passages.ts';

function chainOf(text: string, made: Parameters<typeof makeSource>[0], section = makeSection()): string[] {
  const words = makePassages(text, made)[0];
  return words === undefined
    ? []
    : baseChain(makeSource(made), section, words.passage).map((voice) => voice.name);
}

const sender: Party = { label: null, name: 'Mira Solt', number: null, role: 'sender', span: null };

describe('baseChain', () => {
  it('gives a call its section and its speaker', () => {
    expect(chainOf('BRAM: Yes.', { kind: 'transcript', title: 'Calls' }, makeSection('call 7'))).toEqual([
      'call 7',
      'BRAM',
    ]);
  });

  it('gives an article its publisher, else its title, else its file', () => {
    expect(chainOf('Rain.', { kind: 'article', publisher: 'Coast Post', title: 'Rain' })).toEqual([
      'Coast Post',
    ]);
    expect(chainOf('Rain.', { kind: 'article', title: 'Rain' })).toEqual(['Rain']);
    expect(chainOf('Rain.', { kind: 'article' })).toEqual(['test.txt']);
  });

  it('gives a mail its sender, and a forwarded part the outer sender first', () => {
    const section = { ...makeSection(), parties: [sender] };
    expect(chainOf('Hi.', { kind: 'mail', publisher: 'Mira Solt' }, section)).toEqual(['Mira Solt']);
    expect(chainOf('Hi.', { kind: 'mail', publisher: 'Ivo Brandl' }, section)).toEqual([
      'Ivo Brandl',
      'Mira Solt',
    ]);
  });

  it('gives a log its issuer', () => {
    expect(chainOf('1;2', { kind: 'log', publisher: 'Harbour Office' })).toEqual(['Harbour Office']);
  });
});

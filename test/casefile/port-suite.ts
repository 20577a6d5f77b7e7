import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gatherPile } from '../../src/casefile/gather-pile.ts';
import type { Account, Casefile, ReadDocument, ReadPart } from '../../src/casefile/port.ts';
import { HearsayError } from '../../src/errors.ts';
import { correctionTarget, handMadeTarget } from '../../src/statement/correction.ts';
import type { Decision } from '../../src/statement/decision.ts';
import type { Finding } from '../../src/statement/finding.ts';
import type { Received } from '../../src/statement/source.ts';
import { makeDocument, partsOf, receivedAs } from './make-document.ts';

/** A place for one case, which may be opened again and again. */
export interface Place {
  open(mode: 'read' | 'write'): Promise<Casefile>;
  remove(): Promise<void>;
}

const ASKED = { limit: 50, offset: 0 };
const LINE = fc.stringMatching(/^[a-zA-ZçğışöüİIñé0-9 ,.'"()-]{0,60}$/);
const WILD_LINE = fc.string({ unit: 'binary', maxLength: 40 }).map((line) => line.replaceAll('\n', ' '));
const TEXT = fc
  .array(fc.oneof(LINE, WILD_LINE), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n'));

/** Every behaviour of the port, for the implementation whose places `newPlace` makes. */
export function describeCasefile(name: string, newPlace: () => Promise<Place>): void {
  describe(`a casefile (${name})`, () => {
    let place: Place;
    let casefile: Casefile;

    beforeEach(async () => {
      place = await newPlace();
      casefile = await place.open('write');
    });
    afterEach(async () => {
      await casefile.close();
      await place.remove();
    });

    async function openAgain(): Promise<void> {
      await casefile.close();
      casefile = await place.open('write');
    }

    async function found(words: string): Promise<string[]> {
      const { hits } = await casefile.search({ words, ...ASKED });
      return hits.map((hit) => hit.source.path);
    }

    async function correct(target: string, claim: object | null): Promise<void> {
      const made = {
        at: '2031-04-01T09:00:00.000Z',
        who: 'ada',
        target,
        text: claim && JSON.stringify(claim),
      };
      await casefile.decide({ ...made, verb: claim ? 'accept' : 'undo' });
    }

    async function marked(words: string): Promise<string[][]> {
      const { hits } = await casefile.search({ words, ...ASKED });
      return hits.map(({ excerpt, excerptStart, marks }) =>
        marks.map(({ start, end }) => excerpt.slice(start - excerptStart, end - excerptStart)),
      );
    }

    describe('keeping and reading back', () => {
      test('each current source knows how many passages and statements it holds', async () => {
        expect(await casefile.counts()).toEqual([]);
        const [long, short] = [makeDocument('/b.txt', 'one\ntwo\nthree'), makeDocument('/a.txt', 'four')];
        await casefile.keepAll([long, short]);
        const told = await Promise.all(
          (await casefile.sources()).map(async ({ id }) => ({
            source: id,
            passages: (await casefile.passages(id)).length,
            statements: (await casefile.statements({ source: id })).length,
          })),
        );
        expect(await casefile.counts()).toEqual(told);
        expect(told.map(({ passages }) => passages)).toEqual([1, 3]);
      });

      test('a new case is empty and knows its title and form', async () => {
        expect(await casefile.about()).toMatchObject({ title: 'A case', version: expect.any(Number) });
        expect(await casefile.sources()).toEqual([]);
        expect(await casefile.received()).toEqual([]);
        expect(await casefile.account()).toEqual({
          identities: [],
          happenings: [],
          findings: [],
          holdings: [],
          origins: { nodes: [], edges: [] },
          proposals: [],
        });
      });

      test('what is kept reads back the same, after the case is opened again too', async () => {
        const document = makeDocument('a/tape.txt', 'A: six came\nB: at 21:14\n3;4;\nA: no');
        await casefile.keep(document);
        await openAgain();
        const { source } = document;
        const { passages, statements, figures } = partsOf(document);
        const { text, ...head } = source;
        expect(text.length).toBeGreaterThan(0);
        expect(await casefile.sources()).toEqual([head]);
        expect(await casefile.source(source.id)).toEqual(source);
        expect(await casefile.sections()).toEqual(document.sections);
        expect(await casefile.passages(source.id)).toEqual(passages);
        expect(await casefile.statements()).toEqual(statements);
        expect(await casefile.figures(source.id)).toEqual(figures);
        expect(await casefile.mentions()).toHaveLength(4);
        expect(await casefile.relations(source.id)).toHaveLength(4);
        expect(await casefile.doubts(source.id)).toHaveLength(4);
        expect(await casefile.original(source.sha256)).toEqual(new Uint8Array(document.original));
        expect(await casefile.received()).toEqual([document.received]);
        expect(await casefile.sourceWith(source.sha256)).toBe(source.id);
      });

      test('any text reads back the same, lone surrogates and nulls too', async () => {
        await fc.assert(
          fc.asyncProperty(TEXT, async (text) => {
            const document = makeDocument('one.txt', text);
            await casefile.keep(document);
            const { id } = document.source;
            expect(await casefile.source(id)).toEqual(document.source);
            expect(await casefile.passages(id)).toEqual(partsOf(document).passages);
          }),
          { numRuns: 40 },
        );
      });

      test('a text of many chunks reads back the same and its passages are found', async () => {
        const lines = Array.from({ length: 9_000 }, (_, line) => `line ${line} 😀 ${'ö'.repeat(line % 30)}`);
        const document = makeDocument('long.txt', `\n${lines.join('\n')}`);
        await casefile.keep(document);
        expect(await casefile.source(document.source.id)).toEqual(document.source);
        expect(await marked('"line 8765"')).toEqual([['line 8765']]);
      });

      test('passages come by place and by id', async () => {
        const document = makeDocument('a.txt', 'one\ntwo\nthree\nfour');
        await casefile.keep(makeDocument('before.txt', 'five\nsix'));
        await casefile.keep(document);
        const { passages } = partsOf(document);
        const { id } = document.source;
        expect(await casefile.passages(id, 1, 3)).toEqual(passages.slice(1, 3));
        expect(await casefile.passages(id, 3)).toEqual(passages.slice(3));
        expect(await casefile.passages(id, 0, 99)).toEqual(passages);
        expect(await casefile.passages('src_none')).toEqual([]);
        for (const passage of passages) expect(await casefile.passage(passage.id)).toEqual(passage);
      });

      test('statements come by source, by id and by event', async () => {
        const a = makeDocument('a.txt', 'one\ntwo\nthree');
        const b = makeDocument('b.txt', 'four\nfive');
        await casefile.keepAll([b, a]);
        const [ofA, ofB] = [partsOf(a).statements, partsOf(b).statements];
        expect(await casefile.statements()).toEqual([...ofA, ...ofB]);
        expect(await casefile.statements({ source: b.source.id })).toEqual(ofB);
        expect(await casefile.statements({ event: 'count' })).toEqual([ofA[1], ofB[1]]);
        const ids = [ofB[1], ofA[0]].flatMap((statement) => statement?.id ?? []);
        expect(await casefile.statements({ ids })).toEqual([ofA[0], ofB[1]]);
        expect(await casefile.statements({ ids, event: 'cross' })).toEqual([ofA[0]]);
        expect(await casefile.statements({ ids: [] })).toEqual([]);
      });

      test('what is not there is a fault with a code', async () => {
        for (const ask of [
          casefile.source('src_none'),
          casefile.passage('psg_none'),
          casefile.original('0'.repeat(64)),
        ]) {
          await expect(ask).rejects.toMatchObject({ code: 'casefile/no-such-item' });
        }
        expect(await casefile.sourceWith('0'.repeat(64))).toBeNull();
      });

      test('the order of keeping does not change the sources', async () => {
        const paths = ['b/2.txt', 'a/1.txt', 'ç.txt', 'a.txt', 'z', 'a/10.txt'];
        await fc.assert(
          fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), async (order) => {
            const other = await newPlace();
            const filled = await other.open('write');
            for (const path of order) await filled.keep(makeDocument(path, `text of ${path}`));
            const kept = (await filled.sources()).map((source) => source.path);
            expect(kept).toEqual(['a.txt', 'a/1.txt', 'a/10.txt', 'b/2.txt', 'z', 'ç.txt']);
            await filled.close();
            await other.remove();
          }),
          { numRuns: 5 },
        );
      });

      test('of several documents all are kept or none', async () => {
        const good = makeDocument('good.txt', 'good');
        const whole = makeDocument('bad.txt', 'bad\nworse');
        const bad = { ...whole, parts: failingAfterOnePart(whole) };
        await expect(casefile.keepAll([good, bad])).rejects.toThrow('the reader failed');
        expect(await casefile.sources()).toEqual([]);
        expect(await casefile.received()).toEqual([]);
        expect(await found('good')).toEqual([]);
        await casefile.keep(good);
        expect(await found('good')).toEqual(['good.txt']);
      });

      test('bytes that are not those of their hash are refused', async () => {
        const document = makeDocument('a.txt', 'one');
        await expect(casefile.keep({ ...document, original: Buffer.from('two') })).rejects.toThrow(
          RangeError,
        );
        expect(await casefile.sources()).toEqual([]);
      });
    });

    describe('receiving', () => {
      test('a file that could not be read is listed with its reason', async () => {
        const unread: Received = {
          ...{
            path: 'x.bin',
            file: 'x.bin',
            byteLength: 3,
            sha256: 'ab',
            outcome: 'unreadable',
            source: null,
          },
          ...{ code: 'intake/binary', reason: 'It holds no text.' },
        };
        await casefile.note(unread);
        await casefile.keep(makeDocument('a.txt', 'one'));
        expect((await casefile.received()).map((each) => each.path)).toEqual(['a.txt', 'x.bin']);
        expect((await casefile.received())[1]).toEqual(unread);
      });

      test('the same bytes under another path are a duplicate of the source', async () => {
        const first = makeDocument('b.txt', 'the same words');
        await casefile.keep(first);
        await casefile.keep(makeDocument('a.txt', 'the same words'));
        const outcomes = (await casefile.received()).map(({ path, outcome, source }) => [
          path,
          outcome,
          source,
        ]);
        expect(outcomes).toEqual([
          ['a.txt', 'duplicate', first.source.id],
          ['b.txt', 'read', first.source.id],
        ]);
        expect((await casefile.sources()).map((source) => source.path)).toEqual(['b.txt']);
        expect(await found('words')).toEqual(['b.txt']);
      });

      test('a path with other bytes supersedes the source it held', async () => {
        const before = makeDocument('a.txt', 'an old word');
        const after = makeDocument('a.txt', 'a new word');
        await casefile.keep(before);
        await casefile.keep(after);
        expect((await casefile.sources()).map((source) => source.id)).toEqual([after.source.id]);
        expect((await casefile.received()).map((each) => each.sha256)).toEqual([after.source.sha256]);
        expect(await found('old')).toEqual([]);
        expect(await found('word')).toEqual(['a.txt']);
        expect(await casefile.statements()).toEqual(partsOf(after).statements);
        expect(await casefile.mentions()).toHaveLength(1);
        expect(await casefile.source(before.source.id)).toEqual(before.source);
        expect(await casefile.passages(before.source.id)).toEqual(partsOf(before).passages);
        expect(await casefile.statements({ source: before.source.id })).toEqual(partsOf(before).statements);
        expect(await casefile.original(before.source.sha256)).toEqual(new Uint8Array(before.original));
      });

      test('a source that another path holds moves there instead', async () => {
        const shared = makeDocument('a.txt', 'shared');
        await casefile.keep(shared);
        await casefile.note(
          receivedAs(shared.source, { path: 'b.txt', file: 'b.txt', outcome: 'duplicate' }),
        );
        await casefile.keep(makeDocument('a.txt', 'other'));
        const sources = (await casefile.sources()).map(({ id, path, file }) => [
          id === shared.source.id,
          path,
          file,
        ]);
        expect(sources).toEqual([
          [false, 'a.txt', 'a.txt'],
          [true, 'b.txt', 'b.txt'],
        ]);
        expect((await casefile.received()).map((each) => each.outcome)).toEqual(['read', 'read']);
        expect(await found('shared')).toEqual(['b.txt']);
      });

      test('bytes that come back are current again', async () => {
        const before = makeDocument('a.txt', 'an old word');
        await casefile.keep(before);
        await casefile.keep(makeDocument('a.txt', 'a new word'));
        await casefile.note(receivedAs(before.source, { outcome: 'duplicate' }));
        expect((await casefile.sources()).map((source) => source.id)).toEqual([before.source.id]);
        expect(await found('old')).toEqual(['a.txt']);
        expect(await found('new')).toEqual([]);
        expect((await casefile.received()).map((each) => each.outcome)).toEqual(['read']);
      });

      test('a file that cannot be had any more keeps its source until it holds other bytes', async () => {
        const before = makeDocument('a.txt', 'an old word');
        await casefile.keep(before);
        const gone = {
          byteLength: null,
          sha256: null,
          source: null,
          code: 'intake/unreadable-file',
          reason: 'Gone.',
        };
        await casefile.note(receivedAs(before.source, { ...gone, outcome: 'unreadable' }));
        expect(await found('old')).toEqual(['a.txt']);
        await casefile.keep(makeDocument('a.txt', 'a new word'));
        expect(await found('word')).toEqual(['a.txt']);
        expect(await found('old')).toEqual([]);
      });

      test('read again under its own path, a reading is replaced', async () => {
        await casefile.keep(makeDocument('a.txt', 'one\ntwo', 'en'));
        await casefile.keep(makeDocument('b.txt', 'three', 'en'));
        const again = makeDocument('a.txt', 'one\ntwo', 'tr');
        await casefile.keep(again);
        expect(await casefile.source(again.source.id)).toEqual(again.source);
        expect(await casefile.passages(again.source.id)).toEqual(partsOf(again).passages);
        expect(await casefile.statements({ source: again.source.id })).toEqual(partsOf(again).statements);
        expect(await found('two')).toEqual(['a.txt']);
        expect(await casefile.received()).toHaveLength(2);
        for (const { id } of partsOf(again).passages) expect((await casefile.passage(id)).id).toBe(id);
      });
    });

    describe('searching', () => {
      const rows: [string, string | null, string, string[]][] = [
        ['The lorries crossed the border', 'en', 'crossing lorry', ['lorries', 'crossed']],
        ['1,386 people', 'en', '1386', ['1,386']],
        ['1386 people', 'en', '1.386', ['1386']],
        ['٤ يونيو ١٣٨٦', 'ar', '1386', ['١٣٨٦']],
        ['KIZIL ırmak', 'tr', 'kızıl', ['KIZIL']],
        ["DENİZLİ'DE kaldı", 'tr', 'denizli', ['DENİZLİ']],
        ['Kitapları aldılar', 'tr', 'kitaplar', ['Kitapları']],
        ['las canciones viejas', 'es', 'canción', ['canciones']],
        ['والمعلمين في المدينة', 'ar', 'مدينه معلم', ['والمعلمين', 'المدينة']],
        ['الأَوْلاد', null, 'الاولاد', ['الأَوْلاد']],
        ['he said at last', 'en', '"at last"', ['at last']],
        ['he said at last', 'en', 'sa*', ['said']],
        ['he said at last', 'en', 'nothing OR last', ['last']],
        ['he said at last', 'en', 'said -never', ['said']],
        ['call at 21:14 sharp', 'en', '21:14', ['21:14']],
        ['东京大学', 'ja', '大学', ['大学']],
        ['5km from here', 'en', 'km', ['km']],
      ];
      test.each(rows)('%s (%s) is found by %s', async (text, language, words, marks) => {
        await casefile.keep(makeDocument('a.txt', text, language));
        await casefile.keep(makeDocument('b.txt', 'something else entirely', 'en'));
        const { hits, count } = await casefile.search({ words, ...ASKED });
        expect(count).toBe(1);
        expect(hits.map((hit) => hit.source.path)).toEqual(['a.txt']);
        expect((await marked(words))[0]).toEqual(marks);
      });

      test.each([
        ['"last at"'],
        ['said -last'],
        ['said never'],
        ['la'],
        [''],
        ['"'],
        ['- ...'],
        ['NOT'],
        ['x"" OR'],
      ])('he said at last is not found by %s', async (words) => {
        await casefile.keep(makeDocument('a.txt', 'he said at last'));
        expect(await casefile.search({ words, ...ASKED })).toEqual({
          hits: [],
          count: 0,
          countIsLowerBound: false,
        });
      });

      test('each word of each passage finds it, and marks slice back to words that match', async () => {
        await fc.assert(
          fc.asyncProperty(
            TEXT,
            fc.constantFrom('en', 'tr', 'es', 'ar', 'xx', null),
            async (text, language) => {
              const document = makeDocument('a.txt', text, language);
              await casefile.keep(document);
              for (const { id, span } of partsOf(document).passages) {
                for (const [word] of text
                  .slice(span.start, span.end)
                  .matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
                  const { hits } = await casefile.search({ words: word, ...ASKED });
                  const hit = hits.find((each) => each.passage.id === id);
                  expect(hit, `${word} in ${JSON.stringify(text)}`).toBeDefined();
                  for (const { start, end } of hit?.marks ?? []) {
                    expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
                  }
                  expect(hit?.marks.length).toBeGreaterThan(0);
                }
              }
            },
          ),
          { numRuns: 25 },
        );
      });

      test('no query throws', async () => {
        await casefile.keep(makeDocument('a.txt', 'he said "at last" and NOT before'));
        const syntax = fc.array(
          fc.constantFrom(
            '"',
            '-',
            '*',
            'OR',
            'AND',
            'NOT',
            'NEAR(',
            ')',
            ' ',
            'last',
            ':',
            '^',
            '+',
            '\u0000',
            "'",
          ),
        );
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(
              syntax.map((parts) => parts.join('')),
              fc.string({ unit: 'binary' }),
            ),
            async (words) => {
              const { hits, count } = await casefile.search({ words, ...ASKED });
              expect(hits.length).toBe(count);
            },
          ),
          { numRuns: 200 },
        );
      });

      test('a search keeps to one source, and gives a page of the hits', async () => {
        const lines = Array.from({ length: 30 }, (_, line) => `tape ${line}`);
        const b = makeDocument('b.txt', lines.join('\n'));
        await casefile.keepAll([makeDocument('a.txt', 'tape'), b]);
        const page = await casefile.search({ words: 'tape', source: b.source.id, limit: 4, offset: 28 });
        expect(page.count).toBe(30);
        expect(page.hits.map((hit) => hit.passage.index)).toEqual([28, 29]);
        expect((await casefile.search({ words: 'tape', source: 'src_none', ...ASKED })).count).toBe(0);
      });

      test('a search keeps to what is accepted: counted, paged, and marked as ever', async () => {
        const lines = Array.from({ length: 30 }, (_, line) => `tape ${line}`);
        const b = makeDocument('b.txt', lines.join('\n'));
        await casefile.keepAll([makeDocument('a.txt', 'tape'), b]);
        const result = await casefile.search({
          words: 'tape',
          accepts: ({ index }, source) => source.id === b.source.id && index % 2 === 0,
          limit: 3,
          offset: 13,
        });
        expect(result.count).toBe(15);
        expect(result.hits.map(({ passage, marks }) => [passage.index, marks.length])).toEqual([
          [26, 1],
          [28, 1],
        ]);
        const none = { words: 'tape', accepts: () => false, ...ASKED };
        expect(await casefile.search(none)).toEqual({ hits: [], count: 0, countIsLowerBound: false });
      });

      test('the passage that says it most briefly comes first', async () => {
        await casefile.keep(
          makeDocument('a.txt', `the barge ${'and so on '.repeat(20)}\nthe barge\nnothing`),
        );
        const { hits } = await casefile.search({ words: 'barge', ...ASKED });
        expect(hits.map((hit) => hit.passage.index)).toEqual([1, 0]);
      });

      test('a long passage is cut around the first mark, between words', async () => {
        const filler = 'word '.repeat(400);
        await casefile.keep(makeDocument('a.txt', `${filler}needle ${filler}`));
        const { hits } = await casefile.search({ words: 'needle', ...ASKED });
        expect(hits[0]?.excerpt).toMatch(/^word (word )+needle( word)+$/);
        expect(hits[0]?.excerpt.length).toBeLessThan(400);
        expect(await marked('needle')).toEqual([['needle']]);
      });

      test('counting stops at ten thousand, and pages still come', async () => {
        const lines = Array.from({ length: 10_500 }, () => 'tape');
        await casefile.keep(makeDocument('a.txt', lines.join('\n')));
        const result = await casefile.search({ words: 'tape', limit: 3, offset: 10_400 });
        expect(result).toMatchObject({ count: 10_000, countIsLowerBound: true });
        expect(result.hits.map((hit) => hit.passage.index)).toEqual([10_400, 10_401, 10_402]);
      });
    });

    describe('the account and the decisions', () => {
      test('the stamp changes with what is written, and not with a decision', async () => {
        const before = await casefile.stamp();
        await casefile.decide(decisionOn('fin_1'));
        expect(await casefile.stamp()).toBe(before);
        await casefile.replaceAccount(makeAccount(3));
        expect(await casefile.stamp()).not.toBe(before);
      });

      test('an account is replaced as a whole; decisions stay', async () => {
        await casefile.decide(decisionOn('fin_1'));
        const account = makeAccount(150);
        await casefile.replaceAccount(account);
        await openAgain();
        expect(await casefile.account()).toEqual(account);
        await casefile.replaceAccount(makeAccount(1));
        expect((await casefile.account()).findings).toHaveLength(1);
        expect(await casefile.decisions()).toEqual([{ seq: 1, ...decisionOn('fin_1') }]);
      });

      test('a corrected statement and one made by hand are given by every door, after opening again too', async () => {
        const document = makeDocument('/a.txt', 'forty went\nfifty came');
        await casefile.keep(document);
        const [first, second] = partsOf(document).statements;
        if (!first || !second) throw new Error('two statements');
        const before = await casefile.stamp();
        const quantity = { min: 14, max: 14, of: 'person', per: null, cumulative: false };
        const claim = { voice: 'Nermin', event: 'leave', quantity };
        await correct(correctionTarget(first.id), claim);
        const { source, passage, span, voice } = second;
        const made = { source, passage, span, voice, change: { event: 'come', quantity } };
        await correct(handMadeTarget('sta_hand'), made);
        expect(await casefile.stamp()).not.toBe(before);
        await openAgain();
        const statements = await casefile.statements();
        const corrected = statements.find(({ id }) => id === first.id);
        expect(corrected).toMatchObject({ event: 'leave', quantity });
        expect(corrected?.voice.at(-1)?.name).toBe('Nermin');
        expect(corrected?.corrected?.was).toEqual({
          ...{ voice: first.voice, event: first.event, quantity: first.quantity, time: first.time },
        });
        expect((await casefile.statements({ event: 'leave' })).map(({ id }) => id)).toEqual([first.id]);
        expect((await casefile.statements({ event: first.event })).map(({ id }) => id)).not.toContain(
          first.id,
        );
        const [hand] = await casefile.statements({ ids: ['sta_hand'] });
        expect(hand).toMatchObject({ event: 'come', quantity, corrected: { was: null } });
        const figures = new Map((await casefile.figures()).map((figure) => [figure.id, figure.quantity]));
        expect([figures.get(first.figure ?? ''), figures.get(hand?.figure ?? '')]).toEqual([
          quantity,
          quantity,
        ]);
      });

      test('an undone correction gives the reading back, and takes a statement made by hand away', async () => {
        const document = makeDocument('/a.txt', 'forty went');
        await casefile.keep(document);
        const before = await casefile.statements();
        const [first] = before;
        if (!first) throw new Error('a statement');
        const target = correctionTarget(first.id);
        await correct(target, { event: 'leave' });
        await correct(target, { event: 'flee' });
        await correct(target, null);
        expect((await casefile.statements()).map(({ event }) => event)).toEqual(['leave']);
        await correct(target, null);
        expect(await casefile.statements()).toEqual(before);
        const { source, passage, span, voice } = first;
        await correct(handMadeTarget('sta_hand'), { source, passage, span, voice, change: {} });
        expect(await casefile.statements()).toHaveLength(2);
        await correct(handMadeTarget('sta_hand'), null);
        expect(await casefile.statements()).toEqual(before);
      });

      test('a dismissed statement is not compared, until the dismissal is undone', async () => {
        await casefile.keep(makeDocument('/a.txt', 'forty went'));
        const [first] = await casefile.statements();
        if (!first) throw new Error('a statement');
        const compared = async () => (await gatherPile(casefile)).pile.statements.length;
        const decision = { at: '2031-04-01T09:00:00.000Z', who: 'ada', target: first.id };
        await casefile.decide({ ...decision, verb: 'dismiss', text: 'misread' });
        expect(await compared()).toBe(0);
        await casefile.decide({ ...decision, verb: 'undo', text: null });
        expect(await compared()).toBe(1);
      });

      test('decisions are numbered from one and come by target', async () => {
        const first = await casefile.decide(decisionOn('fin_1'));
        const second = await casefile.decide({ ...decisionOn('sta_2'), text: 'Not the same bridge.' });
        await openAgain();
        const third = await casefile.decide(decisionOn('fin_1'));
        expect([first.seq, second.seq, third.seq]).toEqual([1, 2, 3]);
        expect(await casefile.decisions()).toEqual([first, second, third]);
        expect(await casefile.decisions('fin_1')).toEqual([first, third]);
        expect(await casefile.firstChangedDecision()).toBeNull();
      });
    });

    describe('two at once', () => {
      test('a reader reads while another writes, and sees what was kept', async () => {
        const reader = await place.open('read');
        await casefile.keep(makeDocument('a.txt', 'one'));
        expect((await reader.sources()).map((source) => source.path)).toEqual(['a.txt']);
        await reader.close();
      });

      test('a second writer is told at once; after the first has closed it may write', async () => {
        await expect(place.open('write')).rejects.toMatchObject({ code: 'casefile/locked' });
        await openAgain();
        await casefile.keep(makeDocument('a.txt', 'one'));
      });

      test('a reader cannot write', async () => {
        const reader = await place.open('read');
        const tries = [reader.keep(makeDocument('a.txt', 'one')), reader.decide(decisionOn('fin_1'))];
        for (const each of tries) {
          await expect(each).rejects.toSatisfy(
            (error) => error instanceof HearsayError && error.code === 'casefile/unwritable',
          );
        }
        await reader.close();
      });
    });
  });
}

function* failingAfterOnePart(document: ReadDocument): Generator<ReadPart> {
  yield* [...document.parts].slice(0, 1);
  throw new Error('the reader failed');
}

function decisionOn(target: string): Omit<Decision, 'seq'> {
  return { at: '2031-01-02T03:04:05.000Z', who: 'ada', verb: 'accept', target, text: null };
}

function makeAccount(size: number): Account {
  const findings = Array.from(
    { length: size },
    (_, index): Finding => ({
      ...{ id: `fin_${index}`, kind: 'count-conflict', why: 'Six is not seven.', rank: 1 - index / 1000 },
      ...{ quotes: [], steps: [{ text: '6', result: '= 6', quote: null }], assumes: [], picture: null },
    }),
  );
  return {
    identities: [
      {
        ...{ id: 'ide_1', kind: 'person', name: 'Ada Quill', spellings: ['Quill'], status: 'proposed' },
        ...{ mentions: ['men_1'], reasons: ['The same letters.'] },
      },
    ],
    happenings: [
      {
        id: 'hap_1',
        type: 'cross',
        time: null,
        place: null,
        places: [],
        people: [],
        count: null,
        statements: ['sta_1'],
        origins: 1,
        reasons: [],
      },
    ],
    findings,
    holdings: [],
    origins: {
      nodes: [{ id: 'outlet:gazette', name: 'The Gazette', sources: ['src_1'] }],
      edges: [{ from: 'outlet:gazette', to: 'src_2', basis: 'credit', quotes: [] }],
    },
    proposals: [
      {
        ...{ a: { id: 'ide_1', name: 'Ada' }, b: { id: 'ide_2', name: 'A. Quill' } },
        ...{ chance: 0.7, reasons: ['the same letters'], quotes: [] },
      },
    ],
  };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseAt, findClauses } from '../../../src/reading/clauses/find-clauses.ts';
import { findTriggers } from '../../../src/reading/events/find-triggers.ts';
import type { Trigger } from '../../../src/reading/events/trigger.ts';
import { readModality } from '../../../src/reading/modality/read-modality.ts';
import { readPolarity } from '../../../src/reading/polarity/read-polarity.ts';
import { makePassages } from '../make-passages.ts';

function firstTrigger(text: string, language: string) {
  const [words] = makePassages(text, { language });
  const sentence = words?.sentences[0];
  if (words === undefined || sentence === undefined) throw new Error('no sentence');
  const triggers = findTriggers(words, sentence, []);
  const clauses = findClauses(words, sentence, triggers, []);
  return { words, sentence, triggers, clauses };
}

function eventsOf(text: string, language: string): string {
  const { triggers } = firstTrigger(text, language);
  return triggers
    .filter((trigger) => !trigger.common)
    .map((trigger) => trigger.event)
    .join(' ');
}

function coloured(text: string, language: string, event: string): string {
  const { words, sentence, triggers, clauses } = firstTrigger(text, language);
  const trigger = triggers.find((each: Trigger) => each.event === event);
  if (trigger === undefined) return 'no trigger';
  const clause = clauseAt(clauses, trigger.firstToken);
  if (clause === null) return 'no clause';
  return `${readPolarity(words, clause, trigger)} ${readModality(words, sentence, clause, trigger)}`;
}

describe('words that name events', () => {
  test.each([
    ['en', 'They let the porter go.', 'release'],
    ['en', 'He was set free and left.', 'release leave'],
    ['en', 'Six sailors lost their lives.', 'die'],
    ['en', 'The soldiers took him.', 'arrest'],
    ['en', 'A leaked call, nothing else.', 'call'],
    ['en', 'He raised his left hand.', ''],
    ['en', 'The lamps were shut off when the power went off.', 'close fail'],
    ['en', 'She works for the Red Cross.', 'work'],
    ['tr', 'İki çoban gözaltına alındı.', 'arrest'],
    ['tr', 'Üç kişi serbest bırakıldı.', 'release'],
    ['tr', 'Dört kişi hayatını kaybetti.', 'die'],
    ['tr', 'Dört balıkçı öldü.', 'die'],
    ['tr', 'Kaza oldu.', ''],
    ['tr', 'Tutuklanması istendi.', 'arrest ask'],
    ['tr', 'Bunu çocuk için getir.', 'transport'],
    ['ar', 'اعتقلت الشرطة سبعة صيادين', 'arrest'],
    ['ar', 'وصلوا إلى القرية', 'arrive'],
    ['ar', 'أطلقوا سراح الراعي', 'release'],
    ['es', 'Detuvieron a tres marineros.', 'arrest'],
    ['es', 'Los guardias lo liberaron.', 'release'],
    ['es', 'Murieron dos pescadores.', 'die'],
    ['fr', 'Deux bergers ont été libérés.', 'release'],
    ['pt', 'Morreram quatro pescadores.', 'die'],
    ['ru', 'Полиция задержала двух рыбаков.', 'arrest'],
  ])('%s: %s -> %s', (language, text, events) => {
    expect(eventsOf(text, language)).toBe(events);
  });
});

describe('polarity and modality', () => {
  test.each([
    ['en', 'Nobody was hurt in the yard.', 'injure', 'negative asserted'],
    ['en', 'They never crossed the ridge.', 'cross', 'negative asserted'],
    ['en', 'He failed to cross the ridge.', 'cross', 'negative asserted'],
    ['en', 'Not only goats died that night.', 'die', 'positive asserted'],
    ['en', 'No, the herd crossed at noon.', 'cross', 'positive asserted'],
    ['en', 'Six people died in House No. 4.', 'die', 'positive asserted'],
    ['en', 'They did not fail to arrive.', 'arrive', 'positive asserted'],
    ['en', 'Nobody could vote at all.', 'vote', 'negative asserted'],
    ['en', 'Did the boat leave?', 'leave', 'positive asked'],
    ['en', 'Burn the ledger.', 'burn', 'positive ordered'],
    ['en', 'I will burn his boat.', 'burn', 'positive threatened'],
    ['en', 'The barge will leave at dawn.', 'leave', 'positive planned'],
    ['en', 'The barge may have sunk.', 'sink', 'positive possible'],
    ['en', 'He allegedly killed the miller.', 'kill', 'positive alleged'],
    ['en', 'The gas was used in the hall.', 'use', 'positive asserted'],
    ['tr', 'Kimse gelmedi.', 'arrive', 'negative asserted'],
    ['tr', 'Onu yarın bırakacaklar.', 'release', 'positive planned'],
    ['tr', 'Yarın gelir mi?', 'arrive', 'positive asked'],
    ['tr', 'Hiç kimse yaralanmadı.', 'injure', 'negative asserted'],
    ['tr', 'Kulüp tek bir bilet dahi satmamıştır.', 'sell', 'negative asserted'],
    ['tr', 'Kapı görevlilerce açılmıştır.', 'open', 'positive asserted'],
    ['tr', 'Kutuyu kapat.', 'close', 'positive ordered'],
    ['tr', 'Konuşursa evini yakarım.', 'burn', 'positive threatened'],
    ['ar', 'لم يصل القارب', 'arrive', 'negative asserted'],
    ['ar', 'سنقتل الراعي', 'kill', 'positive threatened'],
    ['es', 'No murió nadie.', 'die', 'negative asserted'],
    ['es', 'Nunca cruzaron el río.', 'cross', 'negative asserted'],
  ])('%s: %s (%s) -> %s', (language, text, event, expected) => {
    expect(coloured(text, language, event)).toBe(expected);
  });
});

test('random text never throws, and triggers and clauses lie in their sentence', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('en', 'tr', 'ar', 'es', 'ru'),
      (text, language) => {
        for (const words of makePassages(text, { language }))
          for (const sentence of words.sentences) {
            const triggers = findTriggers(words, sentence, []);
            let last = sentence.firstToken;
            for (const trigger of triggers) {
              expect(trigger.firstToken).toBeGreaterThanOrEqual(last);
              expect(trigger.span.end).toBeLessThanOrEqual(sentence.end);
              last = trigger.firstToken;
            }
            for (const clause of findClauses(words, sentence, triggers, [])) {
              expect(clause.start).toBeGreaterThanOrEqual(sentence.start);
              expect(clause.end).toBeLessThanOrEqual(sentence.end);
            }
          }
      },
    ),
  );
});

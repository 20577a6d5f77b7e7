import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The boat had left the harbour before the storm, he said.'],
    ['tr', 'Gemi fırtınadan önce limandan ayrıldı, kaptan hiçbir şey söylemedi.'],
    ['ar', 'غادرت السفينة الميناء قبل العاصفة ولم يقل القبطان شيئا.'],
    ['es', 'El barco salió del puerto antes de la tormenta, según el capitán.'],
    ['fr', 'Le bateau a quitté le port avant la tempête, selon le capitaine.'],
    ['de', 'Das Schiff hat den Hafen vor dem Sturm verlassen, sagte der Kapitän.'],
    ['pt', 'O barco saiu do porto antes da tempestade, disse o capitão.'],
    ['ru', 'Корабль вышел из порта до шторма, сказал капитан, и не вернулся.'],
    ['fa', 'کشتی پیش از طوفان از بندر رفت و ناخدا چیزی نگفت.'],
    ['ku', 'Keştî berî bahozê ji benderê derket û kaptan tiştek negot.'],
    ['sr', 'Brod je napustio luku pre oluje, rekao je kapetan, i nije se vratio.'],
    ['ro', 'Vaporul a plecat din port înainte de furtună, a spus căpitanul, și nu s-a întors.'],
    ['it', 'La nave ha lasciato il porto prima della tempesta, ha detto il capitano.'],
    ['en', 'come now'],
    ['en', 'where are you'],
    ['tr', 'van geldi mi'],
    ['tr', 'cok guzel oldu kardesim'],
    ['ku', 'tu li ku yî'],
    ['es', 'dónde estás ahora'],
    ['it', 'dove sei adesso'],
    ['ar', 'وين انت'],
    [null, 'Het schip heeft de haven voor de storm verlaten.'],
    [null, 'Statek wyszedł z portu przed burzą.'],
    [null, 'Ankara'],
    [null, '12.03 / 14'],
    [null, ''],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it('tells the language of a short utterance whatever names stand in it', () => {
    expect(detectLanguage('Güneş Yıldızoğlu was with Şükrü Çelik').language).toBe('en');
    expect(detectLanguage('Bradshaw Whitworth şirketinden para aldı').language).toBe('tr');
  });

  it('gives a confidence between 0 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { confidence } = detectLanguage(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});

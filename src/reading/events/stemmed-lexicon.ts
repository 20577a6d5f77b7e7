import { foldWord } from '../../language/fold-word.ts';
import endings from './endings.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import functionWords from './function-words.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import { SenseTable, type WordsOfEvents } from './sense-table.ts';
import tr from './tr.json' with { type: 'json' };
import { formOf, type IsType, type Lexicon, nounForm, type Sense, type WordForm } from './trigger.ts';
import { readTurkishEnding } from './turkish-forms.ts';

interface Stem {
  readonly stem: string;
  readonly event: string;
  readonly common: boolean;
}

/** The triggers of the core in languages whose verbs are kept as stems with the endings that may follow. */
export const STEMMED: Readonly<Record<string, WordsOfEvents>> = { tr, es, fr, pt, ro, ru };
const WHOLE = formOf({ shape: 'finite', tense: 'past' });
const LONGEST_STEM = 14;
const FUTURE = /^(?:ar|er|ir)(?:e|a|as|an|emos|ao)$|^er(?:a|ai|ont|ons|ez)$/;
const PAST = /(?:ron|aste|iste|[ai]d[oa]s?|aba|aban|io|l|la|li|eu|iu|ou|ram|e|ee|ees|es|at|it|ut|t[oa]s?)$/;
/** "Ankara'daydı", "odadadır", "evdeyiz": where somebody is, without a verb. */
const TURKISH_IS_AT = /^.{2,}[dt][ae](?:(yd[iu])\p{L}{0,4}|d[iu]r(?:l[ae]r)?|y[iu][mz])$/u;
const INFINITIVE = /^(?:ar|er|ir|re|ть|arse|erse|irse)$/;
const TURKISH_CASE =
  /(?:l[ae]r)?(?:s?[iu]n?|[iu]n[iu]n?|s[iu]n[iu]|n[iu]n)?(?:[dt][ae]n?|[ny][iu]|y?[ae]|yl[ae])?$/;

/** Triggers of Turkish, Spanish, French, Portuguese, Romanian or Russian. */
export function buildStemmed(language: string, events: WordsOfEvents, isType: IsType): Lexicon {
  const table = new SenseTable();
  const stems = new Map<string, Stem[]>();
  for (const [event, words] of Object.entries(events)) {
    for (const verb of words.verbs ?? []) putStems(table, stems, verb, { event, common: !isType(event) });
    table.putPlain(event, words);
  }
  const skipped = new Set(
    ((functionWords as Record<string, string>)[language] ?? '').split(' ').map(foldWord),
  );
  // Only the core says where somebody is without a verb.
  const bare = language === 'tr' && events === STEMMED.tr ? isAt : () => [];
  const read = language === 'tr' ? readTurkish : readByEndings(language);
  return (norm) => {
    const cases = language === 'tr' ? nounSenses(table, norm) : [];
    if (skipped.has(norm)) return table.at(norm).filter((sense) => sense.rest.length > 0);
    const verbs = read(stems, norm);
    return [...table.at(norm), ...(verbs.length === 0 ? bare(norm) : verbs), ...cases];
  };
}

function putStems(
  table: SenseTable,
  stems: Map<string, Stem[]>,
  verb: string,
  named: Omit<Stem, 'stem'>,
): void {
  if (verb.startsWith('=')) {
    table.put(verb.slice(1), { ...named, form: WHOLE });
    return;
  }
  const words = verb.split(' ');
  const last = words.pop() ?? '';
  for (const stem of last.split('/')) {
    if (words.length > 0)
      table.putPhrase([...words, `~${stem}`].join(' '), { event: named.event, form: nounForm() });
    else stems.set(foldWord(stem), [...(stems.get(foldWord(stem)) ?? []), { stem, ...named }]);
  }
}

function senseOf({ stem, event, common }: Stem, form: WordForm): Sense {
  return { event, form, rest: [], never: false, common, stem };
}

function readTurkish(stems: ReadonlyMap<string, readonly Stem[]>, norm: string): Sense[] {
  for (let end = Math.min(norm.length, LONGEST_STEM); end >= 2; end--) {
    const senses: Sense[] = [];
    for (const each of stems.get(norm.slice(0, end)) ?? []) {
      const form = readTurkishEnding(each.stem, norm.slice(end));
      if (form !== null) senses.push(senseOf(each, form));
    }
    if (senses.length > 0) return senses;
  }
  return [];
}

function isAt(norm: string): Sense[] {
  const found = TURKISH_IS_AT.exec(norm);
  if (found === null) return [];
  const form = formOf({ shape: 'finite', tense: found[1] === undefined ? 'present' : 'past' });
  return [senseOf({ stem: norm, event: 'stay', common: false }, form)];
}

// Turkish nouns take case endings: "tutuklamalar", "patlamada".
function nounSenses(table: SenseTable, norm: string): Sense[] {
  const apostrophe = norm.indexOf("'");
  if (apostrophe > 2) return [...table.at(norm.slice(0, apostrophe))];
  const ending = TURKISH_CASE.exec(norm);
  if (ending === null || ending.index < 4 || ending[0] === '') return [];
  return table
    .at(norm.slice(0, ending.index))
    .filter((sense) => sense.form.shape === 'noun' && sense.rest.length === 0);
}

function readByEndings(
  language: string,
): (stems: ReadonlyMap<string, readonly Stem[]>, norm: string) => Sense[] {
  const known = new Set(((endings as Record<string, string>)[language] ?? '').split(' ').map(foldWord));
  return (stems, norm) => {
    for (let end = Math.min(norm.length, LONGEST_STEM); end >= 2; end--) {
      const found = known.has(norm.slice(end)) ? stems.get(norm.slice(0, end)) : undefined;
      if (found !== undefined)
        return found.map((each) => senseOf({ ...each, stem: '' }, endingForm(language, norm.slice(end))));
    }
    return [];
  };
}

function endingForm(language: string, ending: string): WordForm {
  if (INFINITIVE.test(ending)) return formOf({ shape: 'base' });
  if (FUTURE.test(ending))
    return formOf({ shape: 'finite', tense: 'future', speaker: /(?:re|remos|rai|rons)$/.test(ending) });
  if (language === 'fr' && ending === 'ez') return formOf({ shape: 'imperative', tense: 'present' });
  const speaker = /^(?:o|e|i|amos|imos|ons)$/.test(ending);
  return formOf({ shape: 'finite', tense: PAST.test(ending) ? 'past' : 'present', speaker });
}

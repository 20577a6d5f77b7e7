import { formOf, type WordForm } from './trigger.ts';

// What may follow a verb's stem, after folding (all i and ı are i, all u and ü are u).
const VOICE = /^(?:y?[iu]l|[iu]n|n|l|[dt][iu]r|t|[iu]s)/;
const ABLE = /^y?[ae]bil/;
const NEGATION = /^(?:y?[ae])?m(?:[ae](?!k|g|l[iu](?!$))|[iu](?=yor))/;
const PERSON = '(?:m|n|k|z|[iu]m|[iu]z|s[iu]n|s[iu]n[iu]z|n[iu]z|l[ae]r|[dt][iu]r)*';
const ENDINGS: readonly (readonly [RegExp, Partial<WordForm>])[] = [
  [new RegExp(`^[dt][iu]${PERSON}$`), { shape: 'finite', tense: 'past' }],
  [new RegExp(`^m[iu]s(?:t[iu])?${PERSON}$`), { shape: 'finite', tense: 'past' }],
  [/^[iu]?yor(?:d[iu]|m[iu]s)?(?:u?m|uz|sunuz|sun|lar|k)*$/, { shape: 'finite', tense: 'present' }],
  [/^y?[ae]c[ae][kg](?:t[iu]|m[iu]s)?\p{L}{0,6}$/u, { shape: 'finite', tense: 'future' }],
  [new RegExp(`^(?:[aeiu]?r|z)(?:d[iu]|m[iu]s|s[ae])?${PERSON}$`), { shape: 'finite', tense: 'present' }],
  [/^y?[ae]n(?:\p{L}{0,6})$/u, { shape: 'participle', tense: 'present' }],
  [/^[dt][iu][kg]\p{L}{0,8}$/u, { shape: 'participle', tense: 'past' }],
  [/^m[ae](?:s[iu]|l[ae]r)\p{L}{0,5}$/u, { shape: 'noun', tense: null }],
  [/^m[ae][kg]\p{L}{0,6}$/u, { shape: 'base', tense: null }],
  [/^(?:y?[iu]p|y?[iu]nc[ae]|y?[ae]r[ae]k)$/, { shape: 'participle', tense: 'past' }],
  [/^(?:m[ae]l[iu])\p{L}{0,6}$/u, { shape: 'imperative', tense: 'present' }],
  [/^s[ae](?:m|n|k|n[iu]z|lar|ler)?$/, { shape: 'finite', tense: 'future', possible: true }],
  [/^(?:y?[iu]n(?:[iu]z)?|s[iu]n(?:l[ae]r)?)$/, { shape: 'imperative', tense: 'present' }],
  [/^y?[ae](?:y[iu]m|l[iu]m)$/, { shape: 'finite', tense: 'future' }],
  [/^$/, { shape: 'imperative', tense: 'present' }],
];
const FIRST_PERSON =
  /(?:[dt][iu]|s[ae])(?:m|k)$|(?:[aeiu]?r|yor|[ae]c[ae]g|m[iu]s)[iu]?(?:m|z)$|y[iu]m$|l[iu]m$/;
const HARD = /[fstkçşhp]$/;

/**
 * How the ending of a Turkish verb is built, or null where `rest` is no verb ending.
 * `stem` is as written in the dictionary, `rest` the folded letters that follow it.
 */
export function readTurkishEnding(stem: string, rest: string): WordForm | null {
  if (rest === '') return formOf({ shape: 'imperative', tense: 'present' });
  if (/^[dt][iu]/.test(rest) && (rest.charAt(0) === 't') !== HARD.test(stem)) return afterVoices(rest, true);
  return afterVoices(rest, false);
}

function afterVoices(rest: string, voiceOnly: boolean): WordForm | null {
  let left = rest;
  for (let voices = 0; voices < 4; voices++) {
    const form =
      voiceOnly && voices === 0 ? null : afterVoice(left, voices > 0 && /^(?:y?[iu]l|[iu]n|n|l)/.test(rest));
    if (form !== null) return form;
    const voice = VOICE.exec(left);
    if (voice === null) return null;
    left = left.slice(voice[0].length);
  }
  return null;
}

function afterVoice(rest: string, passive: boolean): WordForm | null {
  const able = ABLE.exec(rest);
  const body = able === null ? rest : rest.slice(able[0].length);
  const negation = able === null ? NEGATION.exec(body) : null;
  if (negation !== null) {
    const form = endingOf(body.slice(negation[0].length));
    if (form !== null) return finish(form, rest, { passive, negative: true, possible: false });
  }
  const form = endingOf(body);
  if (form === null || (able === null && form.shape === 'imperative' && passive)) return null;
  return finish(form, rest, { passive, negative: false, possible: able !== null });
}

function finish(form: Partial<WordForm>, rest: string, extra: Partial<WordForm>): WordForm {
  const possible = extra.possible === true || form.possible === true;
  return formOf({ ...form, ...extra, possible, speaker: FIRST_PERSON.test(rest) });
}

function endingOf(rest: string): Partial<WordForm> | null {
  for (const [ending, form] of ENDINGS) if (ending.test(rest)) return form;
  return null;
}

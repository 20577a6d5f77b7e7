import type { Party, Speaker } from '../../statement/source.ts';
import { headerKey } from './header-key.ts';
import { foldLabel, isUnknownLabel, readableName } from './label.ts';

/** Who a label stands for. */
export type NamedLabel = Omit<Speaker, 'span'>;

/** What a section has said of its speakers, beside its header. */
export interface SpeakerHints {
  readonly parties: readonly Party[];
  /** Notes and header lines, in order. */
  readonly notes: readonly string[];
  /** Remarks on a voice found in the turns themselves, by folded label. */
  readonly remarks: ReadonlyMap<string, string>;
  /** Names that the other party calls a label by, by folded label. */
  readonly addressed: ReadonlyMap<string, string>;
  /** Names that a label says are its own, by folded label. */
  readonly own: ReadonlyMap<string, string>;
  /** Lines of other parts that may explain labels. */
  readonly legend: readonly string[];
  /** What tells callers of several parts apart, where nothing names them. */
  readonly title: string | null;
  readonly turkish: boolean;
}

/**
 * Who a label of a turn stands for: a party that the header gives that label or role, or whose
 * name holds the label; a name that a note gives it; else the label itself in a printable form.
 */
export function nameLabel(label: string, hints: SpeakerHints): NamedLabel {
  const unknown = isUnknownLabel(label);
  const remark = hints.remarks.get(foldLabel(label));
  if (remark !== undefined) return { label, name: remark, unknown: true, guess: true };
  const noted = unknown ? null : notedName(label, hints.notes);
  if (noted !== null) return { label, name: noted, unknown: false, guess: true };
  const party = partyOf(label, hints.parties);
  if (party !== null) {
    const name = readableName(party.name, hints.turkish);
    return { label, name, unknown: unknown || isUnknownLabel(party.name), guess: party.guess };
  }
  const initial = initialOf(label, hints.parties);
  if (initial !== null)
    return { label, name: readableName(initial, hints.turkish), unknown: false, guess: true };
  const own = hints.own.get(foldLabel(label));
  if (own !== undefined) return { label, name: own, unknown: false, guess: true };
  const explained = explainedLabel(label, [...hints.notes, ...hints.legend]);
  if (explained !== null) return explained;
  const described = describedParty(label, hints);
  if (described !== null) return callerOf(described, hints.title);
  const told = answerer(label) ? toldName(hints.notes) : null;
  if (told !== null) return { label, name: told, unknown: false, guess: true };
  const addressed = unknown ? undefined : hints.addressed.get(foldLabel(label));
  if (addressed !== undefined) return { label, name: addressed, unknown: false, guess: true };
  return callerOf({ label, name: readableName(label, hints.turkish), unknown, guess: false }, hints.title);
}

const CALLERS = new Set([
  'll',
  'llam',
  'llamante',
  'caller',
  'arayan',
  'appelant',
  'anrufer',
  'chamador',
  'المتصل',
]);

/** A caller whom nothing names is one of its own in each part: `caller (ticket 31)`. */
function callerOf(named: NamedLabel, title: string | null): NamedLabel {
  if (title === null || !(CALLERS.has(foldLabel(named.label)) || CALLERS.has(foldLabel(named.name))))
    return named;
  return { ...named, name: `${named.name} (${title})`, unknown: true };
}

/** A letter that begins the name of one party and of no other. */
function initialOf(label: string, parties: readonly Party[]): string | null {
  if (!/^\p{Lu}\.?$/u.test(label)) return null;
  const letter = foldLabel(label);
  const names = new Set(
    parties.flatMap(({ name }) => (name !== null && foldLabel(name).startsWith(letter) ? [name] : [])),
  );
  const [name] = names;
  return names.size === 1 && name !== undefined && !isUnknownLabel(name) ? name : null;
}

const EXPLAINED_NAME =
  /^["“«]?((?:(?:Dr|Mr|Mrs|Ms|Sgt|Cpt|Capt|Prof)\.? )?\p{Lu}[\p{L}'’-]*\p{L}(?: (?:(?:de|del|al|el|van|von|bin) )?\p{Lu}[\p{L}'’-]+){0,3})["”»]?(?=$|[,.;()\n])/u;
const CALLED_SO =
  /\b(?:addressed as|called|known as|calls (?:himself|herself)|named|llamad[oa]|alias|diye hitap edilen)\s+["“«]([^"”»\n]{2,40})["”»]/u;

/** What a legend anywhere among the notes says of a label: `T = Tarek`, `OP: operator; LL: caller`, `Y = ..., addressed as "Z"`. */
function explainedLabel(label: string, notes: readonly string[]): NamedLabel | null {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const sign = callSign(label, escaped, notes);
  if (sign !== null || label.length > 5) return sign;
  const legend = new RegExp(`(?:^|[\\s,.;:(])${escaped}\\s*=\\s*([^=]{2,200})`, 'u');
  for (const note of notes) {
    const said = legend.exec(note)?.[1];
    if (said === undefined) continue;
    const called = CALLED_SO.exec(said)?.[1] ?? EXPLAINED_NAME.exec(said.trim())?.[1];
    if (called !== undefined && !isUnknownLabel(called))
      return { label, name: called, unknown: false, guess: true };
  }
  return null;
}

const SIGN = /^(?=.*(?:\p{Nd}|-))\p{Lu}[\p{Lu}\p{Nd} -]{2,15}$/u;
/** `chief of security S. Arden`, `Cmdr R. Arden, in command`: a few words of office, then a name with its initial. */
const HOLDER =
  /^(?:\p{Ll}[\p{L}.]*\s|(?:[A-Z]\p{Ll}{1,5}\.?)\s){0,4}?(\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+|\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}\p{Ll}[\p{L}'’-]+){1,2})(?=$|[,.;()\n]|\s{2})/u;

/** Who a header says bears a call sign: `EAGLE-1 = chief of security S. Arden`, `WOLF-1 (Cmdr R. Arden, in command)`. */
function callSign(label: string, escaped: string, notes: readonly string[]): NamedLabel | null {
  if (!SIGN.test(label)) return null;
  const legend = new RegExp(`(?<![\\p{L}\\p{Nd}-])${escaped}\\s*(?:=|:|\\()\\s*([^=()\\n]{2,80})`, 'u');
  for (const note of notes) {
    const name = HOLDER.exec(legend.exec(note)?.[1]?.trim() ?? '')?.[1];
    if (name !== undefined && !isUnknownLabel(name)) return { label, name, unknown: false, guess: true };
  }
  return null;
}

/** A party that the header only describes (`B = third voice`); a note may name it (`third voice recognised as ...`). */
function describedParty(label: string, hints: SpeakerHints): NamedLabel | null {
  const folded = foldLabel(label);
  const party = hints.parties.find(
    (candidate) =>
      candidate.name === null &&
      candidate.number === null &&
      candidate.label !== null &&
      foldLabel(candidate.label) === folded,
  );
  const role = party?.role?.split(/[,(]/)[0]?.trim() ?? '';
  if (role === '') return null;
  const ordinal = /\b(first|second|third|fourth|other)\b/u.exec(role.toLowerCase())?.[1];
  const named = ordinal === undefined ? null : ordinalName(ordinal, hints.notes);
  if (named !== null) return { label, name: named, unknown: false, guess: true };
  return { label, name: role, unknown: isUnknownLabel(role), guess: false };
}

function ordinalName(ordinal: string, notes: readonly string[]): string | null {
  const pattern = new RegExp(
    `\\b(?:${ordinal}|${ordinal.charAt(0).toUpperCase()}${ordinal.slice(1)})\\s+(?:voice|man|woman|speaker|person|caller)\\s+(?:was |is )?(?:recogni[sz]ed|identified|known)[^.;:]{0,50}?\\bas ((?:\\p{Lu}[\\p{L}'’-]+ ?){1,4})`,
    'u',
  );
  for (const note of notes) {
    const name = pattern.exec(note)?.[1]?.trim();
    if (name !== undefined && /^\p{Lu}/u.test(name))
      return /^(?:\p{Lu}[\p{L}'’-]+(?: |$))+/u.exec(name)?.[0].trim() ?? null;
  }
  return null;
}

interface FoundParty {
  readonly name: string;
  readonly guess: boolean;
}

function partyOf(label: string, parties: readonly Party[]): FoundParty | null {
  const folded = foldLabel(label);
  const named = parties.filter((party) => party.name !== null);
  const exact = named.find((party) => party.label !== null && foldLabel(party.label) === folded);
  if (exact?.name != null) return { name: exact.name, guess: false };
  const role = roleOf(label);
  const byRole = role === null ? undefined : named.find((party) => party.role === role);
  if (byRole?.name != null) return { name: byRole.name, guess: folded.length === 1 };
  if (folded.length < 3) return null;
  const holders = new Set(
    named.filter((party) => holdsWords(party.name ?? '', folded)).map((party) => party.name ?? ''),
  );
  const [name] = holders;
  return holders.size === 1 && name !== undefined ? { name, guess: foldLabel(name) !== folded } : null;
}

/** `A` calls `B` on a call sheet; `Q` is the interviewer's; others go by the header words. */
function roleOf(label: string): string | null {
  const folded = foldLabel(label);
  if (['q', 'p', 'в', 'س', 'question', 'soru', 'pregunta', 'frage'].includes(folded)) return 'interviewer';
  if (answerer(label)) return 'interviewee';
  const key = headerKey(label);
  return key === 'caller' || key === 'called' || key === 'interviewer' || key === 'interviewee' ? key : null;
}

function answerer(label: string): boolean {
  return ['a', 'r', 'о', 'ج', 'answer', 'cevap', 'respuesta', 'antwort', 'witness', 'the witness'].includes(
    foldLabel(label),
  );
}

function holdsWords(name: string, folded: string): boolean {
  return ` ${foldLabel(name)} `.includes(` ${folded} `);
}

/** `voice of IN matches the man called "Selim"`, `B is Selim`, `X = Ali`. */
function notedName(label: string, notes: readonly string[]): string | null {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const called = new RegExp(
    `(?:[Vv]oice of|[Ss]peaker|[Cc]aller on|[Mm]an on|[Ww]oman on)\\s+["“]?${escaped}["”]?\\s+(?:matches|is (?:held to be|believed to be|probably|identified as|recognised as|recognized as)|identified as|recognised as|recognized as|resembles)[^"“.;]{0,60}?(?:["“]([^"”]{2,40})["”]|(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}))`,
    'u',
  );
  for (const note of notes) {
    const match = called.exec(note);
    const name = match?.[1] ?? match?.[2];
    if (name !== undefined && /^\p{Lu}|^\p{Lo}/u.test(name)) return name;
  }
  return null;
}

const TOLD = [
  /^(?:DEPOSITION|Deposition|TESTIMONY|Testimony|INTERVIEW|Interview|STATEMENT|Statement|EXAMINATION|Examination) (?:OF|of|WITH|with) (?:WITNESS |witness )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?){1,3})/u,
  /^THE WITNESS: (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,3})/u,
  /(?:[Gg]ives?|[Gg]ave) (?:his|her|their) name as (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/u,
  /(?:[Cc]alls? (?:himself|herself|themselves)|[Aa]sks to be called|[Kk]nown as|[Nn]ame given as|[Gg]oes by) ["“]?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/u,
  /["“](?:Write|Call me|My name is|I am|Put down) (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/u,
  /(?:^|[.;]\s*)(?:Name|Nom|Nombre|Ad[ıi]|Adı Soyadı|Имя|الاسم)\s*:\s*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}|[\u0600-\u06ff]{2,}(?: [\u0600-\u06ff]{2,}){0,3})/u,
];

/** The name that an interview's opening lines give the one who answers. */
function toldName(notes: readonly string[]): string | null {
  for (const note of notes)
    for (const pattern of TOLD) {
      const name = pattern.exec(note)?.[1];
      if (name !== undefined) return name;
    }
  return null;
}

const REMARK =
  /(?:^|[.?!,]\s+)((?:UNKNOWN|UNIDENTIFIED|UNSUB|X ŞAHIS|DESCONOCIDO|INCONNU|НЕИЗВЕСТНЫЙ)(?: \p{Lu}{2,}){0,2})\s*\((?:op|note|n\.b|t\.n|voice|young|male|female)[^)]*\)/u;

/** A monitor's remark at the end of a turn on who spoke it: `UNKNOWN MALE (op. note: young)`. */
export function remarkIn(words: string): string | null {
  return words.includes('(') ? (REMARK.exec(words.slice(-400))?.[1] ?? null) : null;
}

const CALL =
  /^(?:(?:Hello|Hallo|Hi|Alo|Allo|Aló|Alô|Pronto|Да|Алло|ألو|الو)[,.?!…]*\s+)?((?:\p{Lu}[\p{L}'’-]+|\p{Lo}{2,})(?:\s(?:\p{Lu}[\p{L}'’-]+|\p{Lo}{2,})){0,2})\s?[?؟]$/u;
const NO_NAME =
  /^(?:Yes|No|Hello|Who|What|Where|When|Why|How|Evet|Kim|Ne|Nerede|Alo|Sí|Quién|Qué|Oui|Qui|Quoi|Ja|Wer|Was|Да|Кто|Что|Really|Okay|Well|And)\b/u;

/** The name that an opening turn calls the other party by and nothing more: `Bashir?`, `Hello, Abu Omar?`. */
export function calledName(words: string): string | null {
  const name = CALL.exec(words.trim())?.[1];
  return name === undefined || NO_NAME.test(name) || !/\p{Lu}/u.test(name) ? null : name;
}

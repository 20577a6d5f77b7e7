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
  const told = answerer(label) ? toldName(hints.notes) : null;
  if (told !== null) return { label, name: told, unknown: false, guess: true };
  return { label, name: readableName(label, hints.turkish), unknown, guess: false };
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

/** `voice of IN matches the man called "Bero"`, `B is Selim`, `X = Ali`. */
function notedName(label: string, notes: readonly string[]): string | null {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const called = new RegExp(
    `(?:voice of|speaker|caller on|man on|woman on)\\s+["“]?${escaped}["”]?\\s+(?:matches|is (?:held to be|believed to be|probably|identified as|recognised as|recognized as)|identified as|recognised as|recognized as|resembles)[^"“.;]{0,60}?(?:["“]([^"”]{2,40})["”]|(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}))`,
    'iu',
  );
  for (const note of notes) {
    const match = called.exec(note);
    const name = match?.[1] ?? match?.[2];
    if (name !== undefined && /^\p{Lu}|^\p{Lo}/u.test(name)) return name;
  }
  return null;
}

const TOLD = [
  /(?:gives?|gave) (?:his|her|their) name as (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/u,
  /(?:calls? (?:himself|herself|themselves)|asks to be called|known as|name given as|goes by) ["“]?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/u,
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

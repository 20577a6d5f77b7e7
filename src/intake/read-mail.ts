import { weekdayOf } from '../statement/calendar.ts';
import type { Claim, Doubt, Party, Speaker } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { findStamps } from '../statement/stamp.ts';
import { foldStampWord, WEEKDAYS } from '../statement/stamp-pieces.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type MailField, senderName } from './mail/mail-headers.ts';
import { type MailPart, type SplitMail, splitMail } from './mail/split-mail.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from './passage-draft.ts';
import { timeOf } from './section-time.ts';

/**
 * Reads a mail whose text is readable as it is (encoded ones are decoded first, by
 * `decodeMail`). The mail itself and each mail that it forwards or quotes is a section
 * with its own sender and date, and the sender speaks its paragraphs. A date that cannot
 * be read stays unresolved, with a doubt.
 */
export function readMail(text: string, context: FormatContext): FormatReading {
  const mail = splitMail(text);
  const doubts: Doubt[] = [];
  const sections = sectionsOf(
    context.sourceId,
    mail.parts.map((part, index) => sectionDraft(part, spanOf(mail, index, text), doubts)),
  );
  const speakers = mail.parts.map(speakerOf);
  const [first] = mail.parts;
  const language = fieldNamed(first, 'content-language')?.value.split(',')[0]?.trim() ?? null;
  return {
    text,
    kind: 'mail',
    mediaType: 'message/rfc822',
    title: fieldValue(first, 'subject'),
    publisher: fieldValue(first, 'from') === null ? null : organisationOf(first),
    date: sections[0]?.time?.from ?? null,
    language,
    claims: [...claimsOf(first), ...attachmentClaims(mail)],
    doubts,
    sections,
    passages: rewalkable(text, context.sourceId, () => draftsOf(mail, speakers)),
  };
}

function* draftsOf({ pieces }: SplitMail, speakers: readonly (Speaker | null)[]): Generator<Draft> {
  for (const { kind, span, body, part } of pieces) {
    const speaker = kind === 'paragraph' ? (speakers[part] ?? null) : null;
    yield { kind, span, body, speaker, time: null, section: part };
  }
}

function spanOf(mail: SplitMail, part: number, text: string): Span {
  const spans = mail.pieces.filter((piece) => piece.part === part).map((piece) => piece.span);
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: part === 0 ? text.length : 0 };
  return { start: first.start, end: last.end };
}

function sectionDraft(part: MailPart, span: Span, doubts: Doubt[]): SectionDraft {
  return {
    span,
    title: titleOf(part),
    kind: part.kind === 'attachment' ? 'text' : 'message',
    time: timeOfPart(part, doubts),
    parties: partiesOf(part),
    claims: claimsOf(part),
    table: null,
  };
}

function titleOf(part: MailPart): string {
  if (part.kind === 'attachment') return `attachment ${part.fields[0]?.value ?? ''}`.trim();
  const sender = speakerOf(part);
  const what = part.kind === 'quoted' ? 'quoted mail' : part.kind === 'forwarded' ? 'forwarded mail' : 'mail';
  return sender === null || sender.unknown ? what : `${what} from ${sender.name}`;
}

// ---- who

function fieldOfRole(part: MailPart | undefined, role: MailField['role']): MailField | null {
  return part?.fields.find((field) => field.role === role) ?? null;
}

function fieldNamed(part: MailPart | undefined, key: string): MailField | null {
  return part?.fields.find((field) => field.key.toLowerCase() === key) ?? null;
}

function fieldValue(part: MailPart | undefined, role: MailField['role']): string | null {
  const value = fieldOfRole(part, role)?.value ?? '';
  return value === '' ? null : value;
}

function organisationOf(part: MailPart | undefined): string | null {
  const value = fieldNamed(part, 'organization')?.value ?? fieldNamed(part, 'organisation')?.value ?? '';
  return value === '' ? null : value;
}

/** Whom a part's paragraphs are by: its From line, or the line that quotes it; unknown where neither says. */
function speakerOf(part: MailPart): Speaker | null {
  if (part.kind === 'attachment') return null;
  const from = fieldValue(part, 'from');
  const label = from ?? part.attribution?.name ?? '';
  if (label === '')
    return { label: 'unknown sender', name: 'unknown sender', span: null, unknown: true, guess: true };
  const { name, unknown } = senderName(label);
  return { label, name, span: null, unknown, guess: false };
}

function partiesOf(part: MailPart): Party[] {
  const sender = speakerOf(part);
  const from = fieldOfRole(part, 'from');
  const parties: Party[] = [];
  if (sender !== null && !sender.unknown) {
    const span = from?.span ?? part.attribution?.span ?? null;
    parties.push({ label: sender.label, name: sender.name, number: null, role: 'sender', span });
  }
  for (const field of part.fields.filter(({ role, value }) => role === 'to' && value !== '')) {
    for (const recipient of splitRecipients(field.value)) {
      parties.push({
        label: null,
        name: senderName(recipient).name,
        number: null,
        role: 'recipient',
        span: field.span,
      });
    }
  }
  return parties;
}

/** Recipients are parted by commas or semicolons, except within quotation marks or "Surname, Name <...>". */
function splitRecipients(value: string): string[] {
  return value
    .slice(0, 4_000)
    .split(/;|,(?=\s*(?:"|[^,;<]*<|[^\s,;@]+@))|(?<=>|@[^\s,;]+),/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function claimsOf(part: MailPart | undefined): Claim[] {
  const fields = (part?.fields ?? []).filter(({ value }) => value !== '');
  return fields.map(({ key, value, span }) => ({ key: key.toLowerCase(), value, span }));
}

function attachmentClaims({ parts }: SplitMail): Claim[] {
  return parts.filter(({ kind }) => kind === 'attachment').flatMap(claimsOf);
}

// ---- when

function timeOfPart(part: MailPart, doubts: Doubt[]): TimeReading | null {
  const field = fieldOfRole(part, 'date');
  const written = field?.value ?? part.attribution?.when ?? '';
  const span = field?.span ?? part.attribution?.span ?? null;
  if (written === '') return null;
  const stamps = findStamps(written.slice(0, 200));
  const stamp = stamps.find(({ date }) => date !== null);
  if (stamp?.date == null) {
    doubts.push(badDate(written, span));
    return timeOf(null, null, null, [`“${written}” is no date that can be read.`]);
  }
  const steps = stamp.ambiguous ? [`day and month could be swapped (${stamp.alternative})`] : [];
  if (stamp.ambiguous) doubts.push(swappedDate(written, stamp.alternative, span));
  const weekday = weekdayIn(written);
  if (weekday !== null && !stamp.ambiguous && weekday !== weekdayOf(stamp.date))
    doubts.push(wrongWeekday(written, span));
  return timeOf(stamp.date, stamp.clock, stamp.zone, steps);
}

function weekdayIn(written: string): number | null {
  for (const word of written.match(/\p{L}[\p{L}\p{M}]+/gu)?.slice(0, 6) ?? []) {
    const day = WEEKDAYS.get(foldStampWord(word));
    if (day !== undefined) return day;
  }
  return null;
}

function badDate(written: string, span: Span | null): Doubt {
  const text = `The mail's date, “${written}”, cannot be read. The mail is taken to have no date; times such as “yesterday” in it stay open.`;
  return { code: 'intake/bad-date', text, span };
}

function swappedDate(written: string, other: string | null, span: Span | null): Doubt {
  return {
    code: 'intake/ambiguous-dates',
    text: `“${written}” was read day first; month first it would be ${other}.`,
    span,
  };
}

function wrongWeekday(written: string, span: Span | null): Doubt {
  return {
    code: 'intake/wrong-weekday',
    text: `“${written}” names a weekday that this day was not. One of the two is wrong.`,
    span,
  };
}

import type { Claim, Doubt, Party } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { BuiltText, builtWords, type WrittenLine, writeLine } from '../built-text.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from '../passage-draft.ts';
import { type Card, type CardField, vcardCards } from './vcard-cards.ts';

/**
 * Reads an address book (vCards of versions 2.1, 3 and 4; RFC 6350). The canonical text is built: a
 * card a section, its fields a line each; a note stands by itself and is read like any text. Each
 * field is a claim of the card, name and numbers are its parties, so that whoever is called by a
 * number elsewhere is known by it. Pictures within are documents. Throws nothing.
 */
export function readVcard(text: string, context: FormatContext): FormatReading {
  const cards = vcardCards(text);
  const book = new BuiltText();
  const written = cards.map((card, section) => writeCard(card, section, book));
  const built = book.toString();
  return {
    text: built,
    kind: 'other',
    mediaType: 'text/vcard',
    // The book says it, not the person whose card it is.
    title: context.file,
    publisher: null,
    date: null,
    claims: [{ key: 'cards', value: String(cards.length), span: null }],
    doubts: [rebuilt(), ...written.flatMap(({ doubts }) => doubts)],
    sections: sectionsOf(
      context.sourceId,
      written.map(({ section }) => section),
    ),
    passages: rewalkable(built, context.sourceId, () => written.flatMap(({ drafts }) => drafts)),
    members: cards.flatMap(({ members }) => members),
  };
}

interface WrittenCard {
  readonly section: SectionDraft;
  readonly drafts: readonly Draft[];
  readonly doubts: readonly Doubt[];
}

interface WrittenField extends WrittenLine {
  readonly name: string;
}

function writeCard(card: Card, section: number, book: BuiltText): WrittenCard {
  const start = book.length;
  const isNote = ({ name }: { name: string }) => name === 'NOTE';
  const fields = card.fields.filter((field) => !isNote(field)).map((field) => writeField(field, book));
  const head = { start, end: book.length };
  const unread = card.unread.map((line) => book.write(`${builtWords(line)}\n`));
  const notes = card.fields.filter(isNote).map((field) => writeField(field, book));
  const span = { start, end: book.length };
  book.write('\n');
  const draft = (kind: Draft['kind'], passage: Span, body: Span = passage): Draft => ({
    ...{ kind, span: passage, body, speaker: null, time: null, section },
  });
  return {
    section: {
      ...{ span, title: nameOf(fields), kind: 'text', time: null, table: null },
      parties: partiesOf(fields),
      claims: [...[...fields, ...notes].map(({ claim }) => claim), ...card.claims],
    },
    drafts: [
      draft('header', head),
      ...unread.map((line) => draft('note', line)),
      ...notes.map(({ claim, line }) => draft('paragraph', line, claim.span)),
    ],
    doubts: [...unread.map(unreadDoubt), ...(card.isCutOff ? [cutOff(span)] : [])],
  };
}

/** A field on a line; a note keeps its lines, apart from the fields. */
function writeField({ name, label, value }: CardField, book: BuiltText): WrittenField {
  if (name !== 'NOTE') return { name, ...writeLine(book, label, value) };
  book.write('\n');
  return { name, ...writeLine(book, label, value, '\n') };
}

/** What the card calls itself: the name as shown, else the name in parts, else the body. */
function nameOf(fields: readonly WrittenField[]): string | null {
  const named = ['FN', 'N', 'NICKNAME', 'ORG'].flatMap(
    (name) => fields.find((field) => field.name === name) ?? [],
  );
  return named[0]?.claim.value ?? null;
}

/** The name with each of its numbers, other names that the card gives the same person, and the body. */
function partiesOf(fields: readonly WrittenField[]): Party[] {
  const of = (name: string) => fields.filter((field) => field.name === name).map(({ claim }) => claim);
  const [name = null] = [...of('FN'), ...of('N')];
  const numbers = of('TEL');
  const party = (claim: Claim | null, number: Claim | null): Party => ({
    ...{ label: null, name: claim?.value ?? null, number: number?.value ?? null, role: 'contact' },
    span: claim?.span ?? number?.span ?? null,
  });
  const named = numbers.length === 0 ? [party(name, null)] : numbers.map((number) => party(name, number));
  const called = of('NICKNAME').map((nickname) => party(nickname, numbers[0] ?? null));
  const bodies = of('ORG').map((body) => ({ ...party(body, null), kind: 'organization' as const }));
  return [...named, ...called, ...bodies].filter((each) => each.name !== null || each.number !== null);
}

function rebuilt(): Doubt {
  const text =
    'The file is an address book. Its cards were written out, a field a line; quotations point into that text, not into the file’s lines.';
  return { code: 'intake/text-rebuilt', text, span: null };
}

function unreadDoubt(span: Span): Doubt {
  const text = 'This line of the card could not be understood. It is shown as it stands in the file.';
  return { code: 'intake/unread-line', text, span };
}

function cutOff(span: Span): Doubt {
  const text = 'The card does not end: the address book was cut off here. What stands before that was read.';
  return { code: 'intake/cut-off', text, span };
}

import { HearsayError } from '../errors.ts';
import type { Claim, Speaker } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import { BuiltText, builtWords } from './built-text.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from './passage-draft.ts';
import { passageTime } from './section-time.ts';
import { isUnknownLabel } from './transcript/label.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonRecord = { [key: string]: Json };

const SENDER = [
  'from',
  'sender',
  'author',
  'sender_name',
  'from_name',
  'user_name',
  'username',
  'user',
  'name',
  'actor',
  'participant',
  'source',
];
const WHEN = [
  'date',
  'datetime',
  'timestamp',
  'time',
  'created_at',
  'sent_at',
  'timestamp_ms',
  'date_unixtime',
  'sent',
  'ts',
  'createdAt',
  'sentAt',
];
const WORDS = ['text', 'message', 'body', 'content', 'caption', 'data'];

interface Message {
  readonly sender: string | null;
  readonly when: string | null;
  readonly words: string;
  /** The program's own line: joined, left, renamed. */
  readonly service: boolean;
}

interface Conversation {
  readonly title: string | null;
  readonly messages: readonly Message[];
}

/**
 * A chat exported as JSON: Telegram's result.json (one chat or many), Signal, Meta, or any list of
 * records with a sender, a time and a text; also one record a line. Spans cannot point into JSON
 * where letters are escaped, so the canonical text is built: `[time] sender: words`, a message a line.
 * Throws `intake/malformed`.
 */
export function readChatJson(text: string, context: FormatContext): FormatReading {
  const conversations = conversationsOf(parse(text)).filter(
    (conversation) => conversation.messages.length > 0,
  );
  if (conversations.length === 0)
    throw new HearsayError(
      'intake/malformed',
      'The JSON holds no messages with a sender and a text. Export the chat as text and read that.',
    );
  const built = build(conversations);
  const sections = sectionsOf(context.sourceId, built.sections);
  const days = built.drafts.map((draft) => draft.time?.from ?? null).filter((day) => day !== null);
  return {
    text: built.text,
    kind: 'chat',
    mediaType: 'application/json',
    title: conversations.length === 1 ? (conversations[0]?.title ?? null) : null,
    publisher: null,
    date: days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null),
    claims: built.claims,
    doubts: [
      {
        code: 'intake/text-rebuilt',
        text: 'The file is JSON. Its messages were written out a line each (time, sender, words); quotations point into that text, not into the JSON.',
        span: null,
      },
    ],
    sections,
    passages: rewalkable(built.text, context.sourceId, () => built.drafts),
  };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const records = lines.map(parseLine);
    const read = records.filter((record) => record !== null);
    if (read.length > 0 && read.length >= 0.9 * lines.length) return read;
    throw new HearsayError(
      'intake/malformed',
      'The file looks like a chat in JSON but is not whole JSON: it may be cut off. Ask for the export again, or for a text export.',
      { cause },
    );
  }
}

function parseLine(line: string): Json {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every list of messages in the file, with the name of what holds it. Nesting is followed a few levels down. */
function conversationsOf(value: Json, title: string | null = null, depth = 0): Conversation[] {
  if (Array.isArray(value)) {
    const records = value.filter(isRecord);
    const messages = records.map(messageOf).filter((message) => message !== null);
    if (messages.length > 0 && messages.length >= 0.3 * records.length) return [{ title, messages }];
    return depth > 5 ? [] : records.flatMap((record) => conversationsOf(record, title, depth + 1));
  }
  if (!isRecord(value) || depth > 5) return [];
  const own = firstText(value, ['title', 'name', 'chat_name', 'conversation', 'thread', 'group']) ?? title;
  return Object.values(value).flatMap((inner) =>
    typeof inner === 'object' ? conversationsOf(inner, own, depth + 1) : [],
  );
}

function messageOf(record: JsonRecord): Message | null {
  const words = WORDS.map((key) => textOf(record[key])).find((text) => text !== '') ?? '';
  const sender = senderOf(record);
  const when = WHEN.map((key) => whenOf(record[key])).find((time) => time !== null) ?? null;
  const service = firstText(record, ['type']) === 'service';
  if (service) return { sender: null, when, words: words === '' ? serviceWords(record) : words, service };
  if (sender === null && when === null) return null;
  if (words !== '') return { sender, when, words, service };
  const media = firstText(record, ['media_type', 'mime_type', 'file', 'photo', 'sticker_emoji']);
  return sender === null || (media === null && !('text' in record))
    ? null
    : { sender, when, words: `[${media ?? 'no text'}]`, service };
}

function serviceWords(record: JsonRecord): string {
  return [
    firstText(record, ['actor', 'from']),
    firstText(record, ['action'])?.replaceAll('_', ' '),
    firstText(record, ['title']),
  ]
    .filter((part) => part != null)
    .join(' ');
}

function senderOf(record: JsonRecord): string | null {
  for (const key of SENDER) {
    const value = record[key];
    if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s+/g, ' ').trim();
    if (isRecord(value)) {
      const inner = firstText(value, [
        'name',
        'username',
        'display_name',
        'displayName',
        'first_name',
        'phone',
        'id',
      ]);
      if (inner !== null) return inner;
    }
  }
  return null;
}

function firstText(record: JsonRecord, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s+/g, ' ').trim();
  }
  return null;
}

/** Words that may be a string, or a list of strings and of parts with a `text`. */
function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value))
    return value
      .map((part) => (typeof part === 'string' ? part : isRecord(part) ? plainText(part) : ''))
      .join('')
      .trim();
  return isRecord(value) ? plainText(value).trim() : '';
}

function plainText(record: JsonRecord): string {
  const { text, body, content } = record;
  const words = text ?? body ?? content;
  return typeof words === 'string' ? words : '';
}

/** A time as it will stand in the text: ISO without its seconds' fraction. Large numbers are Unix seconds or milliseconds. */
function whenOf(value: Json | undefined): string | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d{9,14}(?:\.\d+)?$/.test(value)
        ? Number(value)
        : null;
  if (number !== null)
    return number > 1e8 && number < 1e14
      ? `${new Date(number > 1e11 ? number : number * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
      : null;
  if (typeof value !== 'string' || !/\p{Nd}/u.test(value) || value.length > 60) return null;
  return value
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Built {
  readonly text: string;
  readonly drafts: readonly Draft[];
  readonly sections: readonly SectionDraft[];
  readonly claims: readonly Claim[];
}

function build(conversations: readonly Conversation[]): Built {
  const built = new BuiltText();
  const drafts: Draft[] = [];
  const sections: SectionDraft[] = [];
  const claims: Claim[] = [];
  const write = (piece: string) => built.write(piece);
  for (const [section, conversation] of conversations.entries()) {
    const start = built.length;
    if (conversation.title !== null) {
      const span = write(conversation.title);
      write('\n\n');
      claims.push({ key: 'title', value: conversation.title, span });
      drafts.push({ kind: 'header', span, body: span, speaker: null, time: null, section });
    }
    const first = drafts.length;
    for (const message of conversation.messages) drafts.push(draftMessage(message, section, write));
    const time = drafts[first]?.time ?? null;
    sections.push({
      span: { start, end: built.length },
      title: conversation.title,
      kind: 'message',
      time,
      parties: [],
      claims: [],
      table: null,
    });
  }
  return { text: built.toString(), drafts, sections, claims };
}

function draftMessage(message: Message, section: number, write: (piece: string) => Span): Draft {
  const stamp = message.when === null ? null : write(`[${message.when}] `);
  const label = message.sender === null ? null : write(message.sender);
  if (label !== null) write(': ');
  const body = write(builtWords(message.words));
  write('\n');
  const time: TimeReading | null = message.when === null ? null : passageTime(message.when, null, 'ymd');
  return {
    kind: message.service ? 'note' : 'message',
    span: { start: stamp?.start ?? label?.start ?? body.start, end: body.end },
    body,
    speaker: label === null || message.sender === null ? null : speakerOf(message.sender, label),
    time,
    section,
  };
}

function speakerOf(sender: string, span: Span): Speaker {
  return { label: sender, name: sender, span, unknown: isUnknownLabel(sender), guess: false };
}

import { HearsayError } from '../../errors.ts';
import type { Claim, Doubt } from '../../statement/source.ts';
import type { Member } from '../containers/member.ts';
import { canonicalText } from '../decode.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { readMail } from '../read-mail.ts';
import { bodyOf } from './msg-body.ts';
import { datesOf } from './msg-dates.ts';
import { type MsgFile, openMsgFile } from './msg-file.ts';
import words from './msg-words.json' with { type: 'json' };

const CLAIMED = new Map(Object.entries(words.claims));
const CARD = new Set(words.cardFields);
/** Message flag of one that was written and not sent (MS-OXCMSG, 2.2.1.6). */
const UNSENT = 8;

/**
 * An Outlook message (MSG): header, body, what is attached as documents of their own. Its text is
 * built as a mail program would show it, and read like any mail. Blind copies, hidden attachments,
 * drafts and dates that contradict each other are doubts; who changed it and when are claims.
 * Throws `intake/binary` where the file is another old Office document, and `intake/malformed`.
 */
export function readMsg(
  bytes: Uint8Array,
  context: FormatContext,
): { reading: FormatReading; members: readonly Member[] } {
  const file = openMsgFile(bytes);
  const { fields } = file;
  const dates = datesOf(fields);
  const { text: body, doubts: bodyDoubts } = bodyOf(fields);
  const attached = attachmentsOf(file);
  const lines = [
    ...headerLines(file, dates.written),
    '',
    body.trim(),
    ...attached.flatMap(({ line }) => ['', line]),
  ];
  const text = `${canonicalText(lines.join('\n')).trimEnd()}\n`;
  if (text.trim() === '') throw emptyMessage();
  const reading = readMail(text, context);
  const doubts = [
    rebuilt(),
    ...bodyDoubts,
    ...dates.doubts,
    ...doubtsOf(file),
    ...attached.flatMap(({ doubts: own }) => own),
  ];
  return {
    reading: {
      ...reading,
      mediaType: 'application/vnd.ms-outlook',
      claims: [...reading.claims, ...claimsOf(fields), ...dates.claims],
      doubts: [...reading.doubts, ...doubts],
    },
    members: attached.map(({ member }) => member),
  };
}

/** The header as a mail program shows it, one field a line; of what is no mail (a contact, a task) its fields too. */
function headerLines({ fields, recipients }: MsgFile, date: string | null): string[] {
  const to = (type: string) =>
    recipients
      .filter((each) => (each.recipType ?? 'to') === type)
      .map(({ name, email, smtpAddress }) => addressText(name, smtpAddress ?? email));
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [
      'From',
      addressText(
        fields.senderName,
        fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail,
      ),
    ],
    ['To', to('to').join('; ')],
    ['Cc', to('cc').join('; ')],
    ['Bcc', to('bcc').join('; ')],
    ['Date', date],
    ['Subject', fields.subject],
    ['Message-ID', fields.messageId],
    ...cardLines(fields),
  ];
  return lines.flatMap(([key, value]) => {
    const shown = value?.replace(/\s+/g, ' ').trim() ?? '';
    return shown === '' ? [] : [`${key}: ${shown}`];
  });
}

/** `X <x@y>`; an Exchange path is no address that anybody writes to. */
function addressText(name: string | undefined, address: string | undefined): string {
  const known = address?.includes('@') ? address : '';
  if (known === '' || known === name) return name ?? known;
  return name === undefined || name === '' ? known : `${name} <${known}>`;
}

function cardLines(fields: MsgFile['fields']): [string, string][] {
  return Object.entries(fields).flatMap(([key, value]) =>
    CARD.has(key) && typeof value === 'string' && value.trim() !== ''
      ? [
          [
            key.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2').replace(/^./, (first) => first.toUpperCase()),
            value,
          ] as [string, string],
        ]
      : [],
  );
}

function claimsOf(fields: MsgFile['fields']): Claim[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const label = CLAIMED.get(key);
    return label === undefined || typeof value !== 'string' || value.trim() === ''
      ? []
      : [{ key: label, value: value.trim(), span: null }];
  });
}

interface Attached {
  readonly line: string;
  readonly member: Member;
  readonly doubts: readonly Doubt[];
}

function attachmentsOf({ attachments }: MsgFile): Attached[] {
  return attachments.map(({ name, type, bytes, isHidden, fault }) => {
    const size = bytes === null ? 'not taken' : `${bytes.byteLength} bytes`;
    const line = `----- Attachment: ${name.replace(/\s+/g, ' ')} (${type}, ${size}) -----`;
    const member: Member =
      bytes === null
        ? {
            name,
            code: 'intake/malformed',
            reason: `${name} could not be taken from the message (${fault}).`,
          }
        : { name, bytes };
    return { line, member, doubts: isHidden ? [hiddenAttachment(name)] : [] };
  });
}

function doubtsOf({ fields, recipients }: MsgFile): Doubt[] {
  const blind = recipients.filter(({ recipType }) => recipType === 'bcc').length;
  const unsent = ((fields.messageFlags ?? 0) & UNSENT) !== 0;
  return [
    ...(blind > 0
      ? [
          doubt(
            'intake/hidden-recipient',
            `${blind === 1 ? 'One recipient was' : `${blind} recipients were`} copied in blind: the others who got the message did not see that.`,
          ),
        ]
      : []),
    ...(unsent
      ? [
          doubt(
            'intake/never-sent',
            'The message is marked as a draft: nothing in it shows that it was sent.',
          ),
        ]
      : []),
  ];
}

function hiddenAttachment(name: string): Doubt {
  return doubt(
    'intake/hidden-attachment',
    `The attachment ${name} is marked as hidden: a mail program shows it within the text or not at all.`,
  );
}

function rebuilt(): Doubt {
  return doubt(
    'intake/text-rebuilt',
    'The file is an Outlook message. Its header and body were written out as a mail; quotations point into that text, not into the file.',
  );
}

function doubt(code: string, text: string): Doubt {
  return { code, text, span: null };
}

function emptyMessage(): HearsayError {
  return new HearsayError(
    'intake/no-text',
    'The Outlook message holds no text: no sender, no subject, no body. Open it in Outlook, save it as text, and read that.',
  );
}

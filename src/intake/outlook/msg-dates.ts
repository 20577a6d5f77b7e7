import type { FieldsData } from '@kenjiuno/msgreader';
import type { Claim, Doubt } from '../../statement/source.ts';

/** What a message says of its times. */
export interface MsgDates {
  /** The date line: that of the mail's own header, else when the sender's program says that it was sent; null where neither is a date. */
  readonly written: string | null;
  readonly claims: readonly Claim[];
  readonly doubts: readonly Doubt[];
}

const DAY_MS = 86_400_000;
/** Outlook is of 1996; a file time before mail was, or after this century, is no date but a field left empty or filled in. */
const [EARLIEST, LATEST] = [Date.UTC(1980), Date.UTC(2100)];

const TIMES = [
  ['clientSubmitTime', 'sent, by the sender’s program'],
  ['messageDeliveryTime', 'delivered'],
  ['creationTime', 'created'],
  ['lastModificationTime', 'last changed'],
] as const;

/** The times of a message as claims, with what is odd about them as doubts. No time is ever made up or mended. */
export function datesOf(fields: FieldsData): MsgDates {
  const stated = headerDate(fields.headers ?? '');
  const times = TIMES.flatMap(([key, label]) => {
    const written = fields[key];
    return written === undefined ? [] : [{ key, label, written, ms: Date.parse(written) }];
  });
  const sound = (key: string) => times.find((time) => time.key === key && isSound(time.ms)) ?? null;
  const [sent, delivered] = [sound('clientSubmitTime'), sound('messageDeliveryTime')];
  const statedMs = stated === null ? Number.NaN : Date.parse(stated);
  return {
    written: stated ?? sent?.written ?? null,
    claims: times.map(({ label, written }) => ({ key: label, value: written, span: null })),
    doubts: [
      ...times.filter(({ ms }) => !isSound(ms)).map(({ label, written }) => oddDate(label, written)),
      ...(sent !== null && delivered !== null && delivered.ms < sent.ms - DAY_MS
        ? [earlyDelivery(sent.written, delivered.written)]
        : []),
      ...(sent !== null && stated !== null && Math.abs(statedMs - sent.ms) > DAY_MS
        ? [twoDates(stated, sent.written)]
        : []),
    ],
  };
}

/** The Date line of the mail's header as it came over the network, as written. */
function headerDate(headers: string): string | null {
  return /^date:[ \t]*(\S.*)$/im.exec(headers)?.[1]?.trim() ?? null;
}

function isSound(ms: number): boolean {
  return ms >= EARLIEST && ms < LATEST;
}

function oddDate(label: string, written: string): Doubt {
  const text = `The time “${label}” in the message, “${written}”, can be no time of a mail. It was not used.`;
  return { code: 'intake/bad-date', text, span: null };
}

function earlyDelivery(sent: string, delivered: string): Doubt {
  const text = `The message says that it was delivered (${delivered}) more than a day before it was sent (${sent}). One of the two clocks was wrong, or one of the two was changed.`;
  return { code: 'intake/dates-differ', text, span: null };
}

function twoDates(stated: string, sent: string): Doubt {
  const text = `The mail’s header says that it was sent “${stated}”, the message’s own property says ${sent}. The header’s date was taken.`;
  return { code: 'intake/dates-differ', text, span: null };
}

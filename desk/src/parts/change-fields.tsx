import type { CorrectionRequest } from '../../../src/server/api/corrections.ts';
import type { QuantityView, StatementView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';

export type Change = CorrectionRequest['change'];

/** What a statement says, as far as a hand can change it. */
export type Said = Pick<StatementView, 'voices' | 'event' | 'quantity' | 'time'>;

const PERS = ['day', 'week', 'month', 'year', 'event'] as const;

/** The fields of a reading: the number, the days, the voice, the deed. The words stay as they are. */
export function ChangeFields({ said, autoFocus }: { said: Said; autoFocus: 'number' | 'voice' }) {
  const { quantity, time } = said;
  return (
    <div className="change">
      <Field
        label={t('correct.atLeast')}
        name="min"
        type="number"
        value={quantity?.min}
        focus={autoFocus === 'number'}
      />
      <Field label={t('correct.atMost')} name="max" type="number" value={quantity?.max} />
      <Field label={t('correct.of')} name="of" value={quantity?.of} wide />
      <label className="wide">
        {t('correct.per')}
        <select className="field" name="per" defaultValue={quantity?.per ?? ''}>
          <option value="">{t('correct.wholeTime')}</option>
          {PERS.map((per) => (
            <option key={per} value={per}>
              {t(`per.${per}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="tick wide">
        <input type="checkbox" name="cumulative" defaultChecked={quantity?.cumulative ?? false} />
        {t('correct.cumulative')}
      </label>
      <Field label={t('correct.firstDay')} name="from" type="date" value={time?.from} wide />
      <Field label={t('correct.lastDay')} name="to" type="date" value={time?.to} wide />
      <Field
        label={t('correct.voice')}
        name="voice"
        value={said.voices.at(-1)?.name}
        focus={autoFocus === 'voice'}
        required={said.voices.some(({ name }) => name !== '')}
        wide
      />
      <Field label={t('correct.event')} name="event" value={said.event} required wide />
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | number | null | undefined;
  readonly type?: 'text' | 'number' | 'date';
  readonly wide?: boolean;
  readonly required?: boolean;
  readonly focus?: boolean;
}

function Field({
  label,
  name,
  value,
  type = 'text',
  wide = false,
  required = false,
  focus = false,
}: FieldProps) {
  return (
    <label className={wide ? 'wide' : undefined}>
      {label}
      <input
        className="field"
        name={name}
        type={type}
        step="any"
        dir="auto"
        defaultValue={value ?? ''}
        required={required}
        maxLength={200}
        autoComplete="off"
        data-focus={focus || undefined}
      />
    </label>
  );
}

/** What the fields say otherwise than the reading; `all` says every field whether it differs or not. */
export function changeIn(form: HTMLFormElement, read: Said, all = false): Change {
  const entries = new FormData(form);
  const text = (name: string) => String(entries.get(name) ?? '').trim();
  const quantity = quantityIn(text, entries.has('cumulative'));
  const days = text('from') || text('to') ? { from: text('from') || null, to: text('to') || null } : null;
  const voice = text('voice');
  const event = text('event');
  const daysRead = read.time &&
    (read.time.from || read.time.to) && { from: read.time.from, to: read.time.to };
  return {
    ...(voice && (all || voice !== read.voices.at(-1)?.name) && { voice }),
    ...(event && (all || event !== read.event) && { event }),
    ...((all || !same(quantity, read.quantity)) && { quantity }),
    ...((all || !same(days, daysRead || null)) && { days }),
  };
}

function quantityIn(text: (name: string) => string, cumulative: boolean): QuantityView | null {
  const [min, max] = [text('min'), text('max')];
  if (min === '' && max === '') return null;
  return {
    min: min === '' ? null : Number(min),
    max: max === '' ? null : Number(max),
    of: text('of') || null,
    per: text('per') || null,
    cumulative,
  };
}

function same(a: object | null, b: object | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import type { Casefile } from '../casefile/port.ts';
import { HearsayError } from '../errors.ts';
import { explainReading } from '../reading/explain-reading.ts';
import type { Passage } from '../statement/source.ts';
import { sliceOf } from '../statement/span.ts';
import type { Role, Statement } from '../statement/statement.ts';
import { readingOf } from './statements.ts';
import { paint, plain, say, sayJson, width, wrap } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

/** `hearsay explain STATEMENT`: the way from the words to what was read of them. */
export function explain(id: string, flags: CommonFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const account = await accountOf(casefile, await statementOf(casefile, id));
    if (flags.json) sayJson(account);
    else sayAccount(account);
  });
}

/** By its id, or by the first letters of it that no other has. */
async function statementOf(casefile: Casefile, id: string): Promise<Statement> {
  const [exact] = await casefile.statements({ ids: [id] });
  if (exact !== undefined) return exact;
  const meant = (await casefile.statements()).filter((each) => each.id.startsWith(id));
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  throw new HearsayError(
    'casefile/no-such-item',
    only === undefined
      ? `The case has no statement ${id}. hearsay statements --json lists each with its id.`
      : `${meant.length} statements begin with ${id}. Give more of the id.`,
  );
}

type Account = Awaited<ReturnType<typeof accountOf>>;

async function accountOf(casefile: Casefile, statement: Statement) {
  const source = await casefile.source(statement.source);
  const passage = await casefile.passage(statement.passage);
  const figures = statement.figure === null ? [] : await casefile.figures(source.id);
  const figure = figures.find((each) => each.id === statement.figure) ?? null;
  const words = (span: Statement['trigger']) => (span === null ? null : sliceOf(source.text, span));
  return {
    statement,
    file: source.file,
    passage: { kind: passage.kind, line: passage.line, words: wordsOf(passage, source.text, statement) },
    quote: sliceOf(source.text, statement.span),
    trigger: words(statement.trigger),
    figure: figure && { words: sliceOf(source.text, figure.span), ...figure },
    reasons: explainReading(statement, source.text, source.language),
    doubts: statement.doubts.map((doubt) => ({ ...doubt, words: words(doubt.span) })),
  };
}

const AROUND = 300;

/** The passage, cut around the quote where it is long. */
function wordsOf({ span }: Passage, text: string, statement: Statement): string {
  const start = Math.max(span.start, statement.span.start - AROUND);
  const end = Math.min(span.end, statement.span.end + AROUND);
  return `${start > span.start ? '…' : ''}${text.slice(start, end)}${end < span.end ? '…' : ''}`;
}

function sayAccount({ statement, file, passage, quote, trigger, figure, reasons, doubts }: Account): void {
  sayLines('', `“${quote}”`, 'bold');
  sayLines('', `${readingOf(statement)} (${statement.id})`);
  say();
  sayLines('Words', `${file}, line ${passage.line}, ${passage.kind}: “${passage.words}”`);
  sayLines('Rule', `${statement.rule}: ${reasons.rule}${trigger === null ? '' : `; here “${trigger}”`}`);
  for (const [index, { name, kind }] of statement.voice.entries())
    sayLines(index === 0 ? 'Voices' : '', `${index + 1}. ${name} (${kind}): ${reasons.voices[index] ?? ''}`);
  sayRole('Who', statement.agent);
  sayRole('To whom', statement.patient);
  sayRole('Where', statement.place);
  if (figure !== null) sayLines('Figure', `“${figure.words}”, read as a ${figure.type}`);
  if (statement.time !== null) sayTime(statement.time);
  sayLines(
    'So or not',
    `${statement.polarity}${cuesSaid(reasons.polarity, statement.polarity === 'negative')}`,
  );
  sayLines(
    'How said',
    `${statement.modality}${cuesSaid(reasons.modality, statement.modality !== 'asserted')}`,
  );
  sayLines('Sure', `${Math.round(statement.confidence * 100)} % of the reading, not of the truth`);
  for (const { text, words } of doubts)
    sayLines('Doubt', `${text}${words === null ? '' : ` (“${words}”)`}`, 'yellow');
}

function sayRole(label: string, role: Role | null): void {
  if (role !== null) sayLines(label, `${role.text}${role.mention === null ? ', not named' : ''}`);
}

function sayTime({ from, to, clock, basis, steps }: NonNullable<Statement['time']>): void {
  const days = from === to ? (from ?? 'not resolved') : `${from ?? '...'} to ${to ?? '...'}`;
  sayLines('When', `${days}${clock === null ? '' : `, ${clock}`}; by what is ${BASIS[basis]}`);
  for (const step of steps) sayLines('', step);
}

const BASIS = {
  stated: 'stated',
  passage: 'known of the passage',
  section: 'known of the section',
  source: 'known of the source',
  unresolved: 'said, which does not tell the day',
} as const;

/** The words that say it; where there are none, the form of the verb or of the clause does. */
function cuesSaid(cues: Account['reasons']['polarity'], expected: boolean): string {
  if (!expected) return '';
  if (cues.length === 0) return ', by the form of the words or who says them';
  return `, by ${cues.map(({ text }) => `“${text}”`).join(', ')}`;
}

const LABEL = 11;

function sayLines(label: string, text: string, style: 'bold' | 'yellow' | 'reset' = 'reset'): void {
  const lines = wrap(plain(text), width(), ' '.repeat(label === '' && style === 'bold' ? 0 : LABEL));
  for (const [index, line] of lines.entries())
    say(
      index === 0 && label !== ''
        ? `${paint('dim', label.padEnd(LABEL))}${paint(style, line.slice(LABEL))}`
        : paint(style, line),
    );
}

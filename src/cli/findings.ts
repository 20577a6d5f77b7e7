import type { Casefile } from '../casefile/port.ts';
import { dismissedOf } from '../statement/decision.ts';
import type { Finding, Quote } from '../statement/finding.ts';
import type { SourceHead } from '../statement/pile.ts';
import { type LoggedSettlement, settlementsOf } from '../statement/settlement.ts';
import { sliceOf } from '../statement/span.ts';
import { paint, plain, say, sayJson, shorten, width, wrap } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

interface FindingsFlags extends CommonFlags {
  readonly kind?: string;
  readonly limit?: string;
  readonly all?: boolean;
  readonly settled?: boolean;
}

/** `hearsay findings`: what does not add up, each with its quotes and its arithmetic. */
export function findings(flags: FindingsFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const limit = flags.limit === undefined ? Number.POSITIVE_INFINITY : Number(flags.limit);
    if (flags.settled) await saySettled(casefile, flags, limit);
    else if (flags.json) sayJson(await findingsForPrograms(casefile, flags));
    else
      await sayFindings(casefile, {
        limit,
        ...(flags.kind ? { kind: flags.kind } : {}),
        dismissed: flags.all === true,
      });
  });
}

interface Choice {
  readonly limit: number;
  readonly kind?: string;
  /** Shows what was dismissed, too. */
  readonly dismissed?: boolean;
}

/** Prints findings, greatest rank first, with quotes, steps and what they assume. */
export async function sayFindings(casefile: Casefile, choice: Choice): Promise<void> {
  const { findings: all, holdings } = await casefile.account();
  const log = await casefile.decisions();
  const dismissed = dismissedOf(log);
  const chosen = all.filter(
    (finding) =>
      (!choice.kind || finding.kind === choice.kind) && (choice.dismissed || !dismissed.has(finding.id)),
  );
  if (chosen.length === 0) say('Nothing was found that does not add up.');
  else
    say(
      paint(
        'bold',
        chosen.length === 1 ? 'One thing does not add up.' : `${chosen.length} things do not add up.`,
      ),
    );
  const sources = new Map((await casefile.sources()).map((source) => [source.id, source]));
  for (const [index, finding] of chosen.slice(0, choice.limit).entries()) {
    say();
    await sayFinding(index + 1, finding, casefile, sources);
  }
  if (chosen.length > choice.limit) say(`\n${chosen.length - choice.limit} more: hearsay findings`);
  const held = holdings.filter((holding) => holding.compared).length;
  if (held > 0)
    say(
      `\n${held} ${held === 1 ? 'comparison was' : 'comparisons were'} made and ${held === 1 ? 'holds' : 'hold'}.`,
    );
  const settled = settlementsOf(log).length;
  if (settled > 0)
    say(
      `\n${settled} that ${settled === 1 ? 'was' : 'were'} found before ${settled === 1 ? 'is' : 'are'} settled: hearsay findings --settled`,
    );
}

/** `hearsay findings --settled`: what was found once and is not any more, with the sources since which it is not. */
async function saySettled(casefile: Casefile, flags: FindingsFlags, limit: number): Promise<void> {
  const settled = settlementsOf(await casefile.decisions())
    .filter(({ finding }) => !flags.kind || finding.kind === flags.kind)
    .slice(0, limit);
  if (flags.json) return sayJson(settled);
  if (settled.length === 0) say('Nothing that was found has been settled by a source that came later.');
  const sources = new Map((await casefile.sources()).map((source) => [source.id, source]));
  for (const [index, settlement] of settled.entries()) {
    if (index > 0) say();
    await sayFinding(index + 1, settlement.finding, casefile, sources);
    say(`   ${sayBy(settlement, sources)}`);
  }
}

function sayBy(
  { by, others, speaks, at }: LoggedSettlement,
  sources: ReadonlyMap<string, SourceHead>,
): string {
  const named = by.map((id) => plain(sources.get(id)?.file ?? id)).join(', ');
  const names = others > 0 ? `${named} and ${others} more` : named;
  const day = at.slice(0, 10);
  return speaks
    ? `Settled by ${names}, read on ${day}.`
    : `Not found any more since ${names} came in on ${day}; nothing there is compared with these words.`;
}

async function sayFinding(
  number: number,
  finding: Finding,
  casefile: Casefile,
  sources: ReadonlyMap<string, SourceHead>,
): Promise<void> {
  const kind = finding.kind.replaceAll('-', ' ');
  for (const line of wrap(
    `${number}. ${kind[0]?.toUpperCase()}${kind.slice(1)}: ${plain(finding.why)}`,
    width(),
  ))
    say(paint('bold', line));
  const voices = await voicesOf(finding, casefile);
  for (const quote of finding.quotes) await sayQuote(quote, voices, casefile, sources);
  for (const [index, { text, result }] of finding.steps.entries())
    say(`   ${index + 1}) ${plain(text)}${result === null ? '' : `  ${paint('cyan', plain(result))}`}`);
  for (const { label, text, guess } of finding.assumes)
    say(paint('dim', `   assumes ${label}${guess ? ' (a guess)' : ''}: ${plain(text)}`));
}

async function voicesOf(finding: Finding, casefile: Casefile): Promise<Map<string, string>> {
  const ids = finding.quotes.flatMap((quote) => quote.statement ?? []);
  const statements = ids.length > 0 ? await casefile.statements({ ids }) : [];
  return new Map(
    statements.map((statement) => [statement.id, statement.voice.map(({ name }) => plain(name)).join(' > ')]),
  );
}

async function sayQuote(
  quote: Quote,
  voices: ReadonlyMap<string, string>,
  casefile: Casefile,
  sources: ReadonlyMap<string, SourceHead>,
): Promise<void> {
  const { text } = await casefile.source(quote.source);
  const words = shorten(plain(sliceOf(text, quote.span)), 240);
  for (const line of wrap(`“${words}”`, width(), '   ')) say(line);
  const file = sources.get(quote.source)?.file ?? quote.source;
  const voice = quote.statement === null ? undefined : voices.get(quote.statement);
  say(
    paint(
      'dim',
      `   — ${voice === undefined ? '' : `${voice}, `}${plain(file)}, line ${lineOf(text, quote.span.start)}`,
    ),
  );
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

async function findingsForPrograms(casefile: Casefile, flags: FindingsFlags) {
  const dismissed = dismissedOf(await casefile.decisions());
  const { findings: all } = await casefile.account();
  return all
    .filter(
      (finding) => (!flags.kind || finding.kind === flags.kind) && (flags.all || !dismissed.has(finding.id)),
    )
    .slice(0, flags.limit === undefined ? undefined : Number(flags.limit));
}

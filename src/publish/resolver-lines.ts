import { z } from 'zod';
import { HearsayError } from '../errors.ts';
import type { Judgement, StandingJudgement } from '../statement/judgement.ts';

/**
 * Judgements as nomenklatura's resolver writes them: a JSON list a line, `[target, source,
 * judgement, score, user, created_at]`, the greater of the two ids first. No score is given:
 * a person's word has none.
 */
export function* writeResolver(judgements: readonly StandingJudgement[]): Generator<string> {
  for (const { a, b, says, who, at } of judgements) {
    const [source, target] = [a, b].sort();
    yield `${JSON.stringify([target, source, says, null, who, at])}\n`;
  }
}

const LINE = z
  .tuple([z.string(), z.string(), z.enum(['positive', 'negative', 'unsure', 'no_judgement'])])
  .rest(z.unknown());

/** Reads such lines; what carries no judgement is passed over. Fault `cli/usage` at the first line of another form. */
export function readResolver(text: string): (Judgement & { readonly who: string | null })[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const [a, b, says, , user] = parseLine(line, at + 1);
    return says === 'no_judgement' ? [] : [{ a, b, says, who: typeof user === 'string' ? user : null }];
  });
}

function parseLine(line: string, number: number): z.infer<typeof LINE> {
  try {
    return LINE.parse(JSON.parse(line));
  } catch (cause) {
    throw new HearsayError(
      'cli/usage',
      `Line ${number} is no line of a resolver: it takes the form ["id", "id", "positive", null, "user", "time"]. Nothing was taken over.`,
      { cause },
    );
  }
}

import type { NamedKind } from './name-memory.ts';
import { keyOf, type Line, type Run } from './run.ts';
import { classesOf, IS, placeIsKnown } from './word-classes.ts';
import { hasPlaceEnding, shapeOf } from './word-shape.ts';

type Ballot = (readonly [NamedKind, number])[];

/** What the words of a run and the words beside it say of its kind. Weights are relative, about 1 for a fair hint. */
export function gatherVotes(line: Line, run: Run, whole: Run): Ballot {
  const ballot: Ballot = [];
  ownWords(line, run, ballot);
  titles(line, run, whole, ballot);
  wordsBefore(line, whole, ballot);
  wordsAfter(line, whole, ballot);
  return ballot;
}

function classAt(line: Line, index: number): number {
  if (index < line.sentence.firstToken || index >= line.sentence.endToken) return 0;
  return classesOf(line.words.tokens[index]?.norm ?? '');
}

function normAt(line: Line, index: number): string {
  if (index < line.sentence.firstToken || index >= line.sentence.endToken) return '';
  return line.words.tokens[index]?.norm ?? '';
}

function ownWords(line: Line, run: Run, ballot: Ballot): void {
  const first = classAt(line, run.first);
  const last = classAt(line, run.end - 1);
  const size = run.end - run.first;
  if (placeIsKnown(keyOf(line, run))) ballot.push(['place', 4]);
  if ((first & IS.kunya) !== 0 && size > 1) ballot.push(['person', 4]);
  if ((last & IS.org) !== 0) ballot.push(['organization', size > 1 ? 3 : 1.5]);
  else if ((first & IS.org) !== 0 && size > 1) ballot.push(['organization', 2.5]);
  if ((last & IS.place) !== 0) ballot.push(['place', size > 1 ? 3 : 1]);
  else if ((first & IS.place) !== 0 && size > 1) ballot.push(['place', 2.5]);
  if (((first | last) & IS.group) !== 0 && size > 1) ballot.push(['group', 3]);
  if ((first & IS.vehicle) !== 0 && size > 1) ballot.push(['vehicle', 3]);
  innerWords(line, run, ballot);
}

function innerWords(line: Line, run: Run, ballot: Ballot): void {
  const { tokens, text } = line.words;
  let initials = 0;
  for (let index = run.first; index < run.end; index += 1) {
    const token = tokens[index];
    // "Nadir K" may be a ship; a person's last initial has its point.
    const dotted = index < run.end - 1 || text[token?.end ?? 0] === '.';
    if (token !== undefined && dotted && shapeOf(token) === 'initial') initials += 1;
  }
  if (initials > 0 && initials < run.end - run.first) ballot.push(['person', 1.5]);
  const only = tokens[run.first];
  if (run.end - run.first > 1 || only === undefined || shapeOf(only) !== 'capitals') return;
  if (only.end - only.start < 6 && !line.heading) ballot.push(['organization', 1]);
}

function titles(line: Line, run: Run, whole: Run, ballot: Ballot): void {
  const titled =
    whole.first < run.first || (classAt(line, whole.first - 1) & (IS.title | IS.softTitle | IS.role)) !== 0;
  const before = line.words.tokens[whole.first - 1];
  const small = before !== undefined && before.kind === 'word';
  if (whole.first < run.first || (titled && small)) ballot.push(['person', 3]);
  if (whole.end > run.end) ballot.push(['person', 3]);
}

function wordsBefore(line: Line, run: Run, ballot: Ballot): void {
  const at = run.first - 1;
  const before = classAt(line, at);
  const norm = normAt(line, at);
  if ((before & IS.strongPlaceCue) !== 0) ballot.push(['place', 1.5]);
  else if ((before & IS.placeCue) !== 0) ballot.push(['place', 0.5]);
  if ((norm === 'of' || norm === 'de') && (classAt(line, at - 1) & (IS.placeOf | IS.place)) !== 0)
    ballot.push(['place', 1.5]);
  if (norm === 'the') theBefore(line, at, ballot);
  if ((before & IS.orgBefore) !== 0) ballot.push(['organization', 1.5]);
  if ((before & IS.vehicle) !== 0) ballot.push(['vehicle', 3]);
  if ((before & IS.kinship) !== 0) ballot.push(['person', 1.5]);
  if ((before & IS.saying) !== 0) ballot.push(['person', 0.8], ['organization', 0.3]);
  if ((norm === 'for' || norm === 'of') && (classAt(line, at - 1) & IS.role) !== 0)
    ballot.push(['organization', 1.2]);
  if (norm === ',') commaBefore(line, at, ballot);
  if (norm === 'by') ballot.push(['person', 0.6]);
}

/** "The company, X," and "the harbour master, X": what stands before the comma is what X is. */
function commaBefore(line: Line, at: number, ballot: Ballot): void {
  const before = classAt(line, at - 1);
  if (describesPerson(line, at)) ballot.push(['person', 1.2]);
  else if ((before & (IS.orgBefore | IS.orgNoun)) !== 0) ballot.push(['organization', 1.2]);
}

const APPOSITION_WORDS = 8;

function describesPerson(line: Line, comma: number): boolean {
  for (let index = comma - 1; index > comma - APPOSITION_WORDS; index -= 1) {
    if ((classAt(line, index) & IS.role) !== 0) return true;
    if (normAt(line, index) === '' || line.words.tokens[index]?.kind === 'mark') return false;
  }
  return false;
}

function theBefore(line: Line, at: number, ballot: Ballot): void {
  const cue = (classAt(line, at - 1) & IS.strongPlaceCue) !== 0;
  ballot.push(['organization', cue ? 0.4 : 0.8]);
  if (cue) ballot.push(['place', 0.8]);
}

const DASHES = new Set(['-', '–', '—']);

function wordsAfter(line: Line, run: Run, ballot: Ballot): void {
  const after = classAt(line, run.end);
  const norm = normAt(line, run.end);
  const last = line.words.tokens[run.end - 1];
  if (last !== undefined && hasPlaceEnding(last)) ballot.push(['place', 1.2]);
  if ((after & IS.saying) !== 0) ballot.push(['person', 0.8], ['organization', 0.4]);
  if ((after & IS.personVerb) !== 0) ballot.push(['person', 0.8]);
  if (last?.norm.endsWith("'s") === true) ballot.push(['person', 0.3]);
  if ((after & IS.placeAfter) !== 0) ballot.push(['place', 1.2]);
  if ((after & IS.orgAfter) !== 0) ballot.push(['organization', 1.2]);
  if (norm === 'who' || norm === 'whose') ballot.push(['person', 1]);
  if (norm === ',') afterComma(line, run.end + 1, ballot);
  if (run.first === line.sentence.firstToken && opensDateline(line, run)) ballot.push(['place', 2]);
}

const AGE_END = new Set([',', '.', ')', '']);

function afterComma(line: Line, at: number, ballot: Ballot): void {
  const token = line.words.tokens[at];
  if (token === undefined || at >= line.sentence.endToken) return;
  if (token.kind === 'number' && /^\d\d$/.test(token.norm) && AGE_END.has(normAt(line, at + 1)))
    ballot.push(['person', 1.5]);
  if (placeIsKnown(token.norm) && shapeOf(token) !== 'small') ballot.push(['place', 1.5]);
  if ((classAt(line, at) & IS.article) === 0 && (classAt(line, at) & IS.role) === 0) return;
  for (let index = at; index < at + 4; index += 1) {
    if ((classAt(line, index) & IS.role) === 0) continue;
    ballot.push(['person', 1.2]);
    return;
  }
}

/** "LISBON (AP) --", "OSLO, Norway, May 3 -": capitals at the head of a passage with a dash soon after. */
function opensDateline(line: Line, run: Run): boolean {
  const { tokens, text } = line.words;
  const first = tokens[run.first];
  if (run.first !== 0 || run.end - run.first > 2 || line.words.passage.kind === 'header') return false;
  if (first === undefined || shapeOf(first) !== 'capitals') return false;
  for (let index = run.end; index < Math.min(run.end + 9, line.sentence.endToken); index += 1) {
    const token = tokens[index];
    if (token !== undefined && DASHES.has(token.norm) && text[token.end] !== undefined) return true;
  }
  return false;
}

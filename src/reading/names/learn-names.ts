import { foldWord } from '../../language/fold-word.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { findArabicNames, hasArabic } from './find-arabic-names.ts';
import { findCandidates } from './find-candidates.ts';
import { type Candidate, emptyMemory, type NamedKind, type NameMemory, vote } from './name-memory.ts';
import { findSpokenNames } from './spoken-names.ts';
import { shapeOf } from './word-shape.ts';

/**
 * What the passages of one source teach of its names, before they are read: which words are
 * written with capitals inside sentences, what speaks for person, place or body, who speaks,
 * which acronyms stand for which names.
 */
export function learnNames(passages: readonly ReadingPassage[]): NameMemory {
  const memory = emptyMemory();
  for (const words of passages) learnParties(words, memory);
  for (const words of passages) learnPassage(words, memory);
  learnParts(memory);
  return memory;
}

function learnParties(words: ReadingPassage, memory: NameMemory): void {
  const { speaker } = words.passage;
  if (speaker !== null) for (const name of [speaker.name, speaker.label]) learnSpeaker(name, 3, memory);
  if (words.passage.index !== 0 && words.passage.kind !== 'header') return;
  for (const { name, kind = 'person' } of words.section.parties) {
    if (name === null) continue;
    if (kind === 'person') learnSpeaker(name, 2, memory);
    else learnNamed(name, kind, memory);
  }
}

function learnSpeaker(name: string, weight: number, memory: NameMemory): void {
  const key = nameKey(name);
  if (key === '') return;
  memory.speakers.add(key);
  for (const word of key.split(' ')) if (word.length > 2) memory.speakers.add(word);
  memory.sure.add(key);
  vote(memory.votes, key, 'person', weight);
}

/** A name that the source says is one, of somebody who does not speak. */
function learnNamed(name: string, kind: NamedKind, memory: NameMemory): void {
  const key = nameKey(name);
  if (key === '') return;
  memory.sure.add(key);
  vote(memory.votes, key, kind, 2);
}

/** A name as candidates are keyed: folded words without marks. */
export function nameKey(name: string): string {
  return name
    .split(/[^\p{L}\p{M}\p{Nd}'’-]+/u)
    .filter(Boolean)
    .map(foldWord)
    .join(' ');
}

function learnPassage(words: ReadingPassage, memory: NameMemory): void {
  learnSmall(words, memory);
  const found = findCandidates(words);
  if (hasArabic(words)) found.push(...findArabicNames(words, memory));
  found.push(...findSpokenNames(words));
  if (found.length > 0) memory.candidates.set(words.passage.id, found);
  for (const candidate of found) learnCandidate(words, candidate, memory);
}

function learnSmall(words: ReadingPassage, memory: NameMemory): void {
  for (const token of words.tokens) {
    if (token.kind === 'word' && shapeOf(token) === 'small') memory.small.add(token.norm);
  }
}

function learnCandidate(words: ReadingPassage, candidate: Candidate, memory: NameMemory): void {
  if (!candidate.unsure) memory.sure.add(candidate.key);
  for (const [kind, weight] of candidate.votes) vote(memory.votes, candidate.key, kind, weight);
  learnAcronym(words, candidate, memory);
}

/** "Lower Basin Authority (LBA)": the letters in brackets are of the kind of the name before. */
function learnAcronym(words: ReadingPassage, candidate: Candidate, memory: NameMemory): void {
  const [open, inner, close] = words.tokens.slice(candidate.endToken, candidate.endToken + 3);
  if (candidate.words < 2 || open?.norm !== '(' || inner?.kind !== 'word' || close?.norm !== ')') return;
  if (shapeOf(inner) !== 'capitals' || inner.end - inner.start > 7) return;
  memory.sure.add(inner.norm);
  for (const [kind, weight] of candidate.votes) vote(memory.votes, inner.norm, kind, weight + 1);
}

/** What is known of whole names is handed to their first and last words, for when those stand alone. */
function learnParts(memory: NameMemory): void {
  for (const [key, votes] of memory.votes) {
    const parts = key.split(' ');
    if (parts.length < 2 || !memory.sure.has(key)) continue;
    for (const part of new Set([parts[0], parts.at(-1)])) {
      if (part !== undefined)
        for (const [kind, weight] of votes) vote(memory.partVotes, part, kind, weight * share(kind));
    }
    const last = parts.at(-1);
    if (votes.size === 0 && last !== undefined) vote(memory.partVotes, last, 'person', 0.5);
  }
}

/** A person is called by one word of the name; a place or a body seldom is. */
function share(kind: NamedKind): number {
  return kind === 'person' ? 0.8 : 0.3;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import { identify } from '../../src/identity/identify.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { readSource } from '../../src/reading/read-source.ts';
import type { FindingKind } from '../../src/statement/finding.ts';
import type { Pile } from '../../src/statement/pile.ts';
import type { Intake, Reading } from '../../src/statement/reading.ts';
import { sharedData } from '../shared-data.ts';
import { redoArithmetic } from './redo-arithmetic.ts';

const root = sharedData('scenarios');
const NUMBER_KINDS = new Set<FindingKind>([
  'count-conflict',
  'rate-conflict',
  'part-exceeds-whole',
  'sum-mismatch',
  'unit-mismatch',
  'share-mismatch',
  'running-total-drop',
]);

async function readPile(folder: string): Promise<Pile> {
  const read: { intake: Intake; reading: Reading }[] = [];
  for (const file of readdirSync(folder).sort()) {
    const intake = await readDocument(readFileSync(join(folder, file)), { path: file, file });
    read.push({ intake, reading: readSource(intake.source, intake.sections, [...intake.passages]) });
  }
  const mentions = read.flatMap(({ reading }) => reading.mentions);
  const intakeOf = (source: string) => read.find(({ intake }) => intake.source.id === source)?.intake;
  return {
    sources: read.map(({ intake }) => intake.source),
    sections: read.flatMap(({ intake }) => intake.sections),
    statements: read.flatMap(({ reading }) => reading.statements),
    figures: read.flatMap(({ reading }) => reading.figures),
    relations: read.flatMap(({ reading }) => reading.relations),
    mentions,
    identities: identify(mentions),
    textOf: (source) => intakeOf(source)?.source.text ?? '',
    passagesOf: (source) => intakeOf(source)?.passages ?? [],
  };
}

describe.skipIf(root === null)('findings of whole piles', () => {
  const checked = { stands: 0, unchecked: 0 };
  const folders = root === null ? [] : readdirSync(root, { withFileTypes: true });
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    test(`${folder.name}: every number can be worked out again, every span is in its source`, async () => {
      const pile = await readPile(join(root ?? '', folder.name, 'files'));
      const { findings } = crosscheck(pile, openGazetteer());
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        const redone = redoArithmetic(pile, finding);
        expect(['stands', 'unchecked'], finding.why).toContain(redone);
        if (NUMBER_KINDS.has(finding.kind)) checked[redone === 'stands' ? 'stands' : 'unchecked'] += 1;
        for (const quote of finding.quotes) {
          const { length } = pile.textOf(quote.source);
          expect(quote.span.end).toBeLessThanOrEqual(length);
          for (const mark of quote.marks) {
            expect(mark.start).toBeGreaterThanOrEqual(quote.span.start);
            expect(mark.end).toBeLessThanOrEqual(quote.span.end);
          }
        }
      }
    });
  }

  test('nearly all findings about numbers are worked out again, whatever their words', () => {
    expect(checked.stands).toBeGreaterThan(12 * checked.unchecked);
  });
});

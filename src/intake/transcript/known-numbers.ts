import type { Party } from '../../statement/source.ts';
import { foldLabel } from './label.ts';
import type { NamedLabel } from './name-speakers.ts';

/** Parties without a name take the one that their number was found to have in a part before. */
export function knownNumbers(parties: readonly Party[], names: Map<string, string>): Party[] {
  return parties.map((party) => {
    const name = party.name ?? (party.number === null ? undefined : names.get(digitsOf(party.number)));
    return name === undefined ? party : { ...party, name };
  });
}

/** Notes which name goes with which number, for the parts that follow. */
export function learnNumbers(
  parties: readonly Party[],
  speakers: ReadonlyMap<string, NamedLabel>,
  names: Map<string, string>,
): void {
  for (const party of parties) {
    const speaker = party.label === null ? undefined : speakers.get(foldLabel(party.label));
    const name =
      party.name ??
      (speaker === undefined || speaker.unknown || foldLabel(speaker.name) === foldLabel(speaker.label)
        ? null
        : speaker.name);
    if (party.number !== null && name !== null) names.set(digitsOf(party.number), name);
  }
}

function digitsOf(number: string): string {
  return number.replace(/\P{Nd}/gu, '');
}

import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, type Place } from './frame.ts';
import { sentenceOf } from './sentence-of.ts';

// After a comma or in brackets a number alone is an age; without them it needs its years ("Lot 16" is none).
const AGE =
  /^["”]?(?:(?:,\s\(?|\s?\()(?:(?:a|the|aged|age|edad|idade)\s)*(\d{1,3})(?=[,;.)])|,?\s\(?(?:(?:a|the|aged|age|edad|idade)\s)*(\d{1,3})(?=[\s-](?:years?|year-old|yaşında|años|anos|ans|de ani|ani|лет)))/iu;
const BORN =
  /^["”]?,?\s\(?(?:born|b\.|doğumlu|d\.|nacid[oa] en|nascid[oa] em|née? en|născut[ăa]? în)\s(?:\w+\s){0,2}((?:19|20)\d\d)/iu;

interface Age {
  readonly years: number;
  readonly at: Place;
}

/** Notes a clash where one name stands with two ages, or two years of birth, that are more than two years apart. */
export function noteAges(frame: Frame): void {
  if (frame.scene === null) return;
  const ages = new Map<Bearer, Map<string, Age[]>>();
  for (const [source, mentions] of frame.placed) {
    const text = frame.scene.textOf(source);
    for (const { id, kind, span } of mentions) {
      const bearer = kind === 'person' ? frame.bearerOf.get(id) : undefined;
      if (bearer === undefined) continue;
      const after = text.slice(span.end, span.end + 48);
      const [by, match] = BORN.test(after) ? ['born', BORN.exec(after)] : ['age', AGE.exec(after)];
      const years = Number(match?.[1] ?? match?.[2] ?? 'NaN');
      if (Number.isNaN(years) || (by === 'age' && (years < 1 || years > 110))) continue;
      const root = frame.joins.rootOf(bearer);
      const known = ages.get(root) ?? new Map<string, Age[]>();
      addTo(known, by ?? 'age', { years, at: { source, span: sentenceOf(text, span) } });
      ages.set(root, known);
    }
  }
  for (const [root, known] of ages) for (const [by, list] of known) noteApart(frame, root, by, list);
}

function noteApart(frame: Frame, bearer: Bearer, by: string, ages: readonly Age[]): void {
  const sorted = [...ages].sort((a, b) => a.years - b.years);
  const [young] = sorted;
  const old = sorted.at(-1);
  if (young === undefined || old === undefined || old.years - young.years < 3) return;
  const reason =
    by === 'born'
      ? `born ${young.years} and born ${old.years}`
      : `${young.years} years old and ${old.years} years old`;
  frame.clashes.push({ bearers: [bearer], name: nameOf(bearer), reason, at: [young.at, old.at] });
}

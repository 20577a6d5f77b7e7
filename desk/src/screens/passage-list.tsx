import { useQueries, useQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SpanView, StatementView } from '../../../src/server/api/quote.ts';
import type { PassageView, SectionView, SourceReply } from '../../../src/server/api/sources.ts';
import { t } from '../language/language.ts';
import { FaultNotice } from '../parts/notices.tsx';
import { PassageRow } from '../parts/passage-row.tsx';
import { questions, STRETCH } from '../queries.ts';
import { sayNumber } from '../words/say-number.ts';
import { sayTime } from '../words/say-time.ts';

/** A browser's page can only be so high (some 33 million pixels): longer sources come in parts. */
const PART = 100_000;
const ROW_GUESS = 76;

interface PassageListProps {
  readonly source: SourceReply;
  readonly at: SpanView | null;
  readonly onSelect: (statement: StatementView) => void;
}

/** The passages of a source; only what is on screen is asked for and drawn. */
export function PassageList({ source, at, onSelect }: PassageListProps) {
  const target = useQuery({
    ...questions.place(source.id, at?.start ?? 0),
    enabled: at !== null,
  }).data?.index;
  const [turned, turn] = useState<number | null>(null);
  const wanted = target === undefined ? 0 : Math.floor(target / PART);
  const part = turned ?? wanted;
  // Whoever follows a link leaves the part that was turned to by hand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new target, not a new render
  useEffect(() => turn(null), [target]);
  const first = part * PART;
  const count = Math.min(PART, source.passageCount - first);
  return (
    <>
      {first > 0 && <Turn to={first - PART} source={source} onTurn={() => turn(part - 1)} />}
      <Part
        key={part}
        source={source}
        first={first}
        count={count}
        target={target !== undefined && wanted === part ? target - first : null}
        at={at}
        onSelect={onSelect}
      />
      {first + count < source.passageCount && (
        <Turn to={first + PART} source={source} onTurn={() => turn(part + 1)} />
      )}
    </>
  );
}

function Turn({ to, source, onTurn }: { to: number; source: SourceReply; onTurn: () => void }) {
  const last = Math.min(source.passageCount, to + PART);
  return (
    <p className="turn-part">
      <button type="button" className="btn" onClick={onTurn}>
        {t('reader.turn', {
          from: sayNumber(to + 1),
          to: sayNumber(last),
          of: sayNumber(source.passageCount),
        })}
      </button>
    </p>
  );
}

interface PartProps extends PassageListProps {
  readonly first: number;
  readonly count: number;
  /** Place within the part of the passage to show. */
  readonly target: number | null;
}

function Part({ source, first, count, target, at, onSelect }: PartProps) {
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is above may grow with each source
  useLayoutEffect(() => {
    const { top } = list.current?.getBoundingClientRect() ?? { top: 0 };
    setMargin(top + window.scrollY);
  }, [source.id]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_GUESS,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 120,
  });
  const shown = virtual.getVirtualItems();
  const { passages, fault } = useStretches(
    source.id,
    shown.map((item) => first + item.index),
  );
  useScrollTo(virtual, target, target !== null && passages.has(first + target), at);
  const start = shown[0]?.start ?? margin;
  return (
    <div ref={list} className="passages" style={{ height: `${virtual.getTotalSize()}px` }}>
      {fault && <FaultNotice fault={fault} />}
      <div style={{ transform: `translateY(${start - margin}px)` }}>
        {shown.map((item) => {
          const passage = passages.get(first + item.index);
          return (
            <div key={item.key} data-index={item.index} ref={virtual.measureElement}>
              {passage ? (
                <PassageWithHead source={source} passage={passage} at={at} onSelect={onSelect} />
              ) : (
                <div className="turn unloaded" aria-hidden="true">
                  <div className="who" />
                  <div className="txt">…</div>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The passages of all stretches that the places lie in, as far as they have come. */
function useStretches(id: string, places: readonly number[]) {
  const stretches = [...new Set(places.map((place) => Math.floor(place / STRETCH)))];
  const replies = useQueries({ queries: stretches.map((stretch) => questions.stretch(id, stretch)) });
  const passages = new Map<number, PassageView>();
  for (const { data } of replies) {
    for (const passage of data?.passages ?? []) passages.set(passage.index, passage);
  }
  return { passages, fault: replies.find((reply) => reply.error)?.error ?? null };
}

/** Brings the passage that the address points at into view, and again when its height is known. */
function useScrollTo(
  virtual: { scrollToIndex: (index: number, options: { align: 'center' | 'auto' }) => void },
  target: number | null,
  loaded: boolean,
  at: SpanView | null,
): void {
  const before = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is new on each render
  useEffect(() => {
    if (target === null) return;
    const far = before.current === null || Math.abs(before.current - target) > 8;
    virtual.scrollToIndex(target, { align: far ? 'center' : 'auto' });
    if (loaded) before.current = target;
  }, [target, loaded, at?.start, at?.end]);
}

interface PassageWithHeadProps {
  readonly source: SourceReply;
  readonly passage: PassageView;
  readonly at: SpanView | null;
  readonly onSelect: (statement: StatementView) => void;
}

function PassageWithHead({ source, passage, at, onSelect }: PassageWithHeadProps) {
  const section = source.sections[passage.section];
  const end = passage.textStart + passage.text.length;
  const here = at && at.start <= end && passage.textStart <= Math.max(at.end, at.start + 1) ? at : null;
  return (
    <>
      {passage.opens && section && <SectionHead section={section} alone={source.sectionCount === 1} />}
      <PassageRow
        passage={passage}
        section={section}
        language={source.language}
        at={here}
        onSelect={onSelect}
      />
    </>
  );
}

const SECTIONS = ['call', 'bulletin', 'interview', 'message', 'table', 'text'] as const;

function knownSection(kind: string): (typeof SECTIONS)[number] {
  return SECTIONS.find((one) => one === kind) ?? 'text';
}

/** The header of a call, a bulletin, a table: what the part says of itself. */
function SectionHead({ section, alone }: { section: SectionView; alone: boolean }) {
  const time = sayTime(section.time);
  const facts = [
    ...(section.title && !alone
      ? [{ key: t(`section.${knownSection(section.kind)}`), value: section.title }]
      : []),
    ...(time ? [{ key: t('reader.time'), value: time }] : []),
    ...section.claims,
    // A header that was read into claims names its parties there already.
    ...(section.claims.length > 0
      ? []
      : section.parties.map((party) => ({ key: t('reader.party'), value: party }))),
  ].slice(0, 12);
  if (facts.length === 0) return null;
  return (
    <dl className="callhead">
      {facts.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may say a thing twice
        <div key={place}>
          <dt dir="auto">{fact.key}</dt>
          <dd dir="auto">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { type CSSProperties, useMemo } from 'react';
import type { OriginsReply, RestView, TellerView } from '../../../src/server/api/origins.ts';
import { direction } from '../language/language.ts';
import { sayTeller } from '../words/say-source.ts';
import { CARD, layOutOrigins, pathOf } from './origin-layout.ts';

interface OriginGraphProps {
  readonly reply: OriginsReply;
  /** The chosen line. */
  readonly chosen: RestView | undefined;
  readonly who: string | undefined;
  readonly label: string;
  readonly onRest: (rest: RestView) => void;
  readonly onTeller: (id: string) => void;
}

/** Who rests on whom, in columns: whoever tells where reading begins, origins at the end. */
export function OriginGraph({ reply, chosen, who, label, onRest, onTeller }: OriginGraphProps) {
  const { tellers, rests } = reply;
  const mirrored = direction() === 'rtl';
  const drawn = useMemo(
    () => layOutOrigins(tellers.length, rests, mirrored),
    [tellers.length, rests, mirrored],
  );
  const { width, height, cards, lines } = drawn;
  const telling = new Set(rests.map(({ from }) => from));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className="scrollx" tabIndex={0} aria-label={label}>
      <div className="origins" dir="ltr" style={{ width, height }}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <defs>
            {['plain', 'hot', 'picked'].map((form) => (
              <marker
                key={form}
                id={`tip-${form}`}
                className={form}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8Z" />
              </marker>
            ))}
          </defs>
          {rests.map((rest, place) => {
            const form = rest === chosen ? 'picked' : rest.hot ? 'hot' : 'plain';
            const path = pathOf(lines[place] ?? []);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <g key={place} className={`${form} ${rest.basis}`}>
                <path d={path} className="rest" markerEnd={`url(#tip-${form})`} />
                {/* biome-ignore lint/a11y/noStaticElementInteractions: the list below does the same by keyboard */}
                <path d={path} className="reach" onClick={() => onRest(rest)} />
              </g>
            );
          })}
        </svg>
        {tellers.map((teller, place) => (
          <TellerCard
            key={teller.id}
            teller={teller}
            end={!telling.has(place)}
            chosen={teller.id === who}
            at={cards[place] ?? { x: 0, y: 0 }}
            onChoose={onTeller}
          />
        ))}
      </div>
    </section>
  );
}

interface TellerCardProps {
  readonly teller: TellerView;
  /** It rests on nobody, as far as the case shows. */
  readonly end: boolean;
  readonly chosen: boolean;
  readonly at: { readonly x: number; readonly y: number };
  readonly onChoose: (id: string) => void;
}

function TellerCard({ teller, end, chosen, at, onChoose }: TellerCardProps) {
  const place: CSSProperties = {
    left: at.x - CARD.width / 2,
    top: at.y - CARD.height / 2,
    width: CARD.width,
    height: CARD.height,
  };
  return (
    <button
      type="button"
      className={end ? 'teller end' : 'teller'}
      dir={direction()}
      style={place}
      aria-pressed={chosen}
      onClick={() => onChoose(teller.id)}
      title={teller.name}
    >
      <b>
        <bdi>{teller.name}</bdi>
      </b>
      <small>{sayTeller(teller)}</small>
    </button>
  );
}

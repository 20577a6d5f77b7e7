/** A mark of a drawing, by its style, and what it stands for. */
export type Mark = readonly [style: string, meaning: string];

/** What the marks of a drawing stand for. */
export function DrawingLegend({ marks }: { marks: readonly Mark[] }) {
  return (
    <p className="legend">
      {marks.map(([style, meaning]) => (
        <span key={style}>
          <i className={style} aria-hidden="true" />
          {meaning}
        </span>
      ))}
    </p>
  );
}

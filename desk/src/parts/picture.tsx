import type { PictureView } from '../../../src/server/api/findings.ts';
import { t } from '../language/language.ts';
import { DrawingLegend, type Mark } from './drawing-legend.tsx';
import { IntervalChart, IntervalSketch } from './interval-chart.tsx';
import { MomentList } from './moment-list.tsx';
import { PartsChart, PartsSketch } from './parts-chart.tsx';
import { fittingForm, gapIn, type ScaleForm } from './scale.ts';
import { DiffSketch, WordDiff } from './word-diff.tsx';

/** The picture of a finding at full size. */
export function Picture({ picture, form }: { picture: PictureView; form?: ScaleForm }) {
  if (picture.type === 'words') return <WordDiff rows={picture.rows} />;
  if (picture.type === 'parts') return <PartsChart {...picture} />;
  if (picture.type === 'timeline' || picture.type === 'route') return <MomentList picture={picture} />;
  return <IntervalChart rows={picture.rows} unit={picture.unit} form={form ?? fittingForm(picture.rows)} />;
}

/** The picture of a finding beside its line. */
export function Sketch({ picture }: { picture: PictureView }) {
  if (picture.type === 'words') return <DiffSketch rows={picture.rows} />;
  if (picture.type === 'parts') return <PartsSketch whole={picture.whole} parts={picture.parts} />;
  if (picture.type === 'timeline' || picture.type === 'route') return <MomentList picture={picture} />;
  return <IntervalSketch rows={picture.rows} />;
}

/** What the marks of a picture mean; only of those that it has. */
export function PictureLegend({ picture }: { picture: PictureView }) {
  if (picture.type !== 'intervals') return null;
  const said = picture.rows.some((row) => !row.derived);
  const derived = picture.rows.some((row) => row.derived);
  const marks: (Mark | false)[] = [
    said && ['bar pt', t('finding.said')],
    derived && ['bar pt der', t('finding.workedOut')],
    gapIn(picture.rows) !== null && ['hatch', t('finding.nothingMeets')],
  ];
  return <DrawingLegend marks={marks.filter((mark) => mark !== false)} />;
}

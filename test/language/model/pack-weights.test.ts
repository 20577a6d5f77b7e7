import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denseOf, sparseOf, streamsOf, wholeOf } from '../../../src/language/model/pack-weights.ts';
import { addScores } from '../../../src/language/model/weights.ts';

const WIDTH = 5;
const FEATURES = 8;

const tables = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.double({ min: -600, max: 600, noNaN: true })),
    {
      minLength: WIDTH * FEATURES,
      maxLength: WIDTH * FEATURES,
    },
  )
  .map((values) => ({ values: Float32Array.from(values), width: WIDTH, mask: FEATURES - 1 }));

test('weights are the same kept sparse and dense, and add up to the same scores', () => {
  fc.assert(
    fc.property(tables, fc.array(fc.nat(FEATURES - 1), { maxLength: 6 }), (table, chosen) => {
      const streams = streamsOf(table);
      const dense = denseOf(streams, WIDTH);
      const sparse = sparseOf(streams, WIDTH);
      expect(dense.values).toEqual(Int16Array.from(table.values, wholeOf));
      expect(streamsOf(sparse)).toEqual(streams);
      expect(streamsOf(dense)).toEqual(streams);
      const features = Int32Array.from(chosen);
      const scores = [dense, sparse].map((weights) => {
        const sums = new Float64Array(WIDTH);
        addScores(weights, features, features.length, sums);
        return sums;
      });
      expect(scores[0]).toEqual(scores[1]);
    }),
  );
});

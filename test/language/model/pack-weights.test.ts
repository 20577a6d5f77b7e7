import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTION_WIDTH, actionWeightsOf, scoreActions } from '../../../src/language/model/action-weights.ts';
import { sparseOf, streamsOf, wholeOf } from '../../../src/language/model/pack-weights.ts';
import { addScores } from '../../../src/language/model/weights.ts';

const WIDTH = 5;
const FEATURES = 128;
const weight = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -90, max: 90 }));
const chosenFeatures = fc
  .array(fc.nat(FEATURES - 1), { maxLength: 6 })
  .map((chosen) => Int32Array.from(chosen));
const weightsOf = (width: number) =>
  fc
    .array(weight, { minLength: width * FEATURES, maxLength: width * FEATURES })
    .map((values) => ({ values: Float32Array.from(values), width, mask: FEATURES - 1 }));

test('weights kept without what is nothing add up to the same scores', () => {
  fc.assert(
    fc.property(weightsOf(WIDTH), chosenFeatures, (table, features) => {
      const streams = streamsOf(table);
      const sparse = sparseOf(streams, WIDTH);
      expect(streamsOf(sparse)).toEqual(streams);
      const [full, kept] = [table, sparse].map((weights) => {
        const sums = new Float64Array(WIDTH);
        addScores(weights, features, features.length, sums);
        return [...sums].map((sum) => sum + 0);
      });
      expect(kept).toEqual(full?.map((sum) => sum * wholeOf(1) + 0));
    }),
  );
});

test('weights that are next to nothing are left out', () => {
  const values = Float32Array.from([0.1, 2, -0.1, -3, 0]);
  expect([...streamsOf({ values, width: WIDTH, mask: 0 }).labels]).toEqual([1, 3]);
});

test('weights of actions in pairs add up to the same scores', () => {
  fc.assert(
    fc.property(weightsOf(ACTION_WIDTH), chosenFeatures, (table, features) => {
      for (let at = 0; at < table.values.length; at += ACTION_WIDTH) {
        const [shift = 0, left = 0] = table.values.subarray(at);
        table.values.set([shift, left, -shift - left, 0], at);
      }
      const [full, kept] = [table, actionWeightsOf(table)].map((weights) => {
        const sums = new Float64Array(ACTION_WIDTH);
        scoreActions(weights, features, features.length, sums);
        return [...sums].map((sum) => sum + 0);
      });
      expect(kept).toEqual(full?.map((sum) => sum * wholeOf(1) + 0));
    }),
  );
});

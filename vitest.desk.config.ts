import { defineConfig } from 'vitest/config';

/** The desk in a real browser; see test/desk/. */
export default defineConfig({
  test: {
    include: ['test/desk/**/*.test.ts'],
    globalSetup: ['test/desk/build-desk.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});

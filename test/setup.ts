import fc from 'fast-check';

/**
 * Laws on random data: the same data in every run of CI, so that a run can be repeated;
 * other data in every run at a desk, so that the laws go on being tried.
 */
if (process.env.CI === 'true') fc.configureGlobal({ seed: 20_220_614 });

import { defineConfig } from 'vitest/config';

// Where .ci/run wants the counts.
const report = process.env['SIJORI_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 300_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    hookTimeout: 300_000,
    // What a test says of colours and columns must not depend on who runs it.
    env: { LANG: 'C.UTF-8', TZ: 'UTC' },
  },
});

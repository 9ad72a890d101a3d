import { defineConfig } from 'vitest/config';

/** Where CI wants a report that it can count. */
const report = process.env.TEST_REPORT;

/** Tests against a real API server: `npm run e2e`. They need what `npm test` must not need. */
export default defineConfig({
  test: {
    include: ['{src,commands}/**/*.e2e.test.ts'],
    testTimeout: 60_000,
    // The first start builds the server.
    hookTimeout: 900_000,
    ...(report !== undefined && { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
});

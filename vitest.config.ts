import { configDefaults, defineConfig } from 'vitest/config';

/** Where CI wants a report that it can count. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['{src,commands,scripts,bench}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.e2e.test.ts'],
    testTimeout: 30_000,
    ...(report !== undefined && { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
});

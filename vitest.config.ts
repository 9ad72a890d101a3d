import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,commands,scripts,bench}/**/*.test.ts'], testTimeout: 30_000 },
});

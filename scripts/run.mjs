// Runs a TypeScript script of this repository: node scripts/run.mjs <file.ts> [arguments...]
import { build } from 'esbuild';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [entry, ...args] = process.argv.slice(2);
const outfile = path.resolve('.cache', `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
await mkdir('.cache', { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(outfile).href);

// Builds dist/: the library as plain modules with types (dist/src), the CLI as one chunk per command (dist/cli).
// `--cli-only` leaves the library as it is.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

async function buildLibrary() {
  await rm(`${root}/dist/src`, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) process.exitCode = 1;
}

async function buildCli() {
  await rm(`${root}/dist/cli`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'commands/main.ts' },
    outdir: 'dist/cli',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.11',
    legalComments: 'external',
    logLevel: 'warning',
    // CommonJS dependencies inside the bundle still ask for Node's own modules with require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
}

await Promise.all(process.argv.includes('--cli-only') ? [buildCli()] : [buildCli(), buildLibrary()]);

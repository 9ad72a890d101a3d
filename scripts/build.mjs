// Builds dist/: the library as plain modules with types (dist/src), the CLI as one chunk per command (dist/cli).
// `--cli-only` leaves the library as it is.
import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

async function buildLibrary() {
  await rm(join(root, 'dist/src'), { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) process.exitCode = 1;
}

async function buildCli() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'commands/main.ts' },
    outdir: 'dist/cli',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.11',
    // For --debug; the sources themselves are not shipped.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'external',
    logLevel: 'warning',
    // CommonJS dependencies inside the bundle still ask for Node's own modules with require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  await removeOthers(new Set(Object.keys(metafile.outputs)));
}

/** Chunks of earlier builds go last, so that a program that runs meanwhile finds its own. */
async function removeOthers(outputs) {
  for (const file of await readdir(join(root, 'dist/cli/chunks')))
    if (!outputs.has(`dist/cli/chunks/${file}`)) await rm(join(root, 'dist/cli/chunks', file));
}

await Promise.all(process.argv.includes('--cli-only') ? [buildCli()] : [buildCli(), buildLibrary()]);

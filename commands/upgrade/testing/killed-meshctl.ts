import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** How a process ended. */
export interface Ended {
  /** Null for one that was killed. */
  readonly code: number | null;
  readonly err: string;
}

/** Runs meshctl in a process of its own; `killAfter` milliseconds from its first word it is killed for good. */
export type RunProcess = (argv: readonly string[], killAfter?: number) => Promise<Ended>;

/** Builds meshctl into a folder, to be run from there. */
export async function meshctlProcess(folder: string): Promise<RunProcess> {
  const outfile = join(folder, 'meshctl.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('meshctl-process.ts', import.meta.url))],
    ...{ outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' },
    logLevel: 'warning',
  });
  return (argv, killAfter) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [outfile, ...argv, '--no-config'], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        if (err === '' && killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
        err += text;
      });
      child.once('error', reject);
      child.once('close', (code) => {
        resolve({ code, err });
      });
    });
}

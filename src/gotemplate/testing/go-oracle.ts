import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** What a template comes to: its output, or the message of an error. */
export interface Outcome {
  readonly output: string;
  readonly error: string;
}

/**
 * A program that renders templates with Go's own text/template, built from `e2e/gotemplate` into the cache. Undefined where
 * it cannot be built.
 */
export async function goOracle(
  sources = 'e2e/gotemplate',
): Promise<((cases: readonly object[]) => Promise<Outcome[]>) | undefined> {
  const program = await built(sources).catch(() => undefined);
  if (program === undefined) return undefined;
  return async (cases) => {
    const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, TZ: 'UTC' } });
    child.stdin.end(cases.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const lines = (await text(child.stdout)).trimEnd().split('\n');
    // The program is ours: e2e/gotemplate/main.go.
    return lines.map((line) => JSON.parse(line) as Outcome);
  };
}

async function built(sources: string): Promise<string> {
  const names = await readdir(sources);
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(join(sources, name)));
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'meshctl-ci', `gotemplate-${hash.digest('hex').slice(0, 12)}`);
  const program = join(folder, 'render');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  for (const name of names) await copyFile(join(sources, name), join(folder, name));
  const env = { ...process.env, GOFLAGS: '-mod=mod' };
  await promisify(execFile)('go', ['build', '-o', program, '.'], { cwd: folder, env });
  return program;
}

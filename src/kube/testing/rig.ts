import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A real API server with an admin endpoint that makes it misbehave. */
export interface Rig {
  readonly api: string;
  readonly kubeconfig: string;
  /** A request to the admin endpoint, such as `POST /faults`; gives the answer, where it is JSON. */
  readonly admin: (method: string, path: string, body?: object) => Promise<unknown>;
  /** Kills the server, and starts it with what it had stored, at the same address; the admin endpoint moves along. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where the sources of the server are: the folder in MESHCTL_APIRIG, or the one beside the repository. */
export function rigSources(): string | undefined {
  const beside = fileURLToPath(new URL('../../../../shared/apirig', import.meta.url));
  return [process.env.MESHCTL_APIRIG, beside].find((folder) => folder && existsSync(join(folder, 'build')));
}

export interface RigOptions {
  /** Pods come up and run, those of workloads too. */
  readonly workloads?: boolean;
  /** More flags of the server, such as `--mesh`. */
  readonly flags?: readonly string[];
}

/** Builds the server, which takes minutes for the first time, and starts it with an empty cluster. */
export async function startRig(
  sources: string,
  { workloads = false, flags = [] }: RigOptions = {},
): Promise<Rig> {
  const program = await built(sources);
  const folder = await mkdtemp(join(tmpdir(), 'meshctl-rig-'));
  const start = (port: string): Promise<Running> =>
    run(program, folder, [`--loop=${workloads}`, '--port', port, ...flags]);
  let running = await start('0');
  const { api, kubeconfig } = running.ready;
  return {
    api,
    kubeconfig,
    admin: (method, path, body) => call(running.ready.admin + path, method, body),
    restart: async () => {
      await end(running.child, 'SIGKILL');
      running = await start(new URL(api).port);
    },
    stop: async () => {
      await end(running.child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly ready: Ready;
}

async function run(program: string, folder: string, flags: readonly string[]): Promise<Running> {
  const readyFile = join(folder, 'ready.json');
  await rm(readyFile, { force: true });
  const fixed = ['--dir', folder, '--ready-file', readyFile, '--http2=false'];
  const child = spawn(program, [...fixed, ...flags], { stdio: 'ignore' });
  return { child, ready: await readWhenThere(readyFile, child) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** The program, built in a folder of the cache that belongs to these very sources. */
async function built(sources: string): Promise<string> {
  const names = (await readdir(sources, { withFileTypes: true })).filter((entry) => entry.isFile());
  const hash = createHash('sha256');
  for (const { name } of names) hash.update(name).update(await readFile(join(sources, name)));
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'meshctl-ci', `apirig-${hash.digest('hex').slice(0, 12)}`);
  const program = join(folder, 'bin', 'apirig');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  for (const { name } of names) await copyFile(join(sources, name), join(folder, name));
  await promisify(execFile)('sh', ['build'], { cwd: folder, maxBuffer: 2 ** 28 });
  return program;
}

interface Ready {
  readonly api: string;
  readonly admin: string;
  readonly kubeconfig: string;
}

async function readWhenThere(file: string, child: ChildProcess): Promise<Ready> {
  while (!existsSync(file)) {
    if (child.exitCode !== null) throw new Error(`the API server ended with ${child.exitCode}`);
    await sleep(50);
  }
  return JSON.parse(await readFile(file, 'utf8')) as Ready;
}

async function call(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined;
}

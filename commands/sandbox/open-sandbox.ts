import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MeshctlError, codeOf, messageOf } from '../../src/errors.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { CommandIo } from '../command-io.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { warn } from '../warn.ts';
import type { SandboxFlags } from './sandbox-options.ts';
import { readSeed } from './read-seed.ts';

/** A simulated cluster with its kubeconfig in a file. */
export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly kubeconfig: string;
  /** Ends it, and removes a temporary file. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a simulated cluster as the flags say, and says that it is one.
 *
 * @throws {MeshctlError} when the seed cannot be read, the port is taken, or the kubeconfig cannot be written.
 */
export async function openSandbox(io: CommandIo, flags: SandboxFlags): Promise<OpenSandbox> {
  const seed = await readSeed(io, flags.seed);
  const { startSandbox } = await import('../../src/sandbox/index.ts');
  const sandbox = await startSandbox({
    port: flags.port,
    readyDelay: millisecondsOf(flags.readyDelay),
    seed,
    onSeedRefused: ({ message, reason }) => {
      warn(io, reason === undefined ? message : `${message}: ${reason}`);
    },
  });
  io.note(`simulated cluster at ${sandbox.url}: nothing runs in it, and it is gone when this command ends`);
  try {
    const { kubeconfig, remove } = await keepKubeconfig(io, flags.writeKubeconfig, sandbox.kubeconfig);
    const close = async (): Promise<void> => {
      await sandbox.stop();
      await remove();
    };
    return { sandbox, kubeconfig, close };
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

interface KeptFile {
  readonly kubeconfig: string;
  readonly remove: () => Promise<void>;
}

async function keepKubeconfig(io: CommandIo, named: string | undefined, text: string): Promise<KeptFile> {
  if (named === undefined) {
    const folder = await mkdtemp(path.join(tmpdir(), 'meshctl-sandbox-'));
    const kubeconfig = path.join(folder, 'config');
    await writeFile(kubeconfig, text, { mode: 0o600 });
    return { kubeconfig, remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const kubeconfig = path.resolve(io.cwd, named);
  await checkFree(kubeconfig, named);
  try {
    await writeFile(kubeconfig, text, { mode: 0o600 });
  } catch (error) {
    throw new MeshctlError('environment', `cannot write ${named}`, {
      ...{ reason: messageOf(error), cause: error },
      hint: 'name a file in a folder that you may write to',
    });
  }
  return { kubeconfig, remove: () => Promise.resolve() };
}

/** The kubeconfig of other clusters must not be lost. */
async function checkFree(file: string, named: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw new MeshctlError('usage', `${named} is there already, and cannot be read`, {
      ...{ reason: messageOf(error), cause: error },
      hint: newFile,
    });
  });
  if (text.trim() === '' || text.includes('"current-context": "meshctl-sandbox"')) return;
  throw new MeshctlError('usage', `${named} is there already, and is no kubeconfig of a sandbox`, {
    hint: newFile,
  });
}

const newFile = 'give the name of a new file';

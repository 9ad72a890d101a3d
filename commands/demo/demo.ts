import { spawn } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { sandboxEnv } from '../sandbox-env.ts';
import { demoFiles } from './demo-files.ts';
import { demoStory } from './demo-story.ts';
import { playStory } from './play-story.ts';

/** `meshctl demo`. */
export function demoCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Plays what meshctl is for on a simulated cluster: installs a control plane, finds a mistake, follows a request through a proxy, upgrades to the next version wave by wave, writes the files of a machine, and removes everything. Takes less than a minute; needs no cluster and changes none.',
    )
    .example('meshctl demo', 'See what meshctl does')
    .example('meshctl demo --quiet', 'See the commands and their answers alone')
    .example('meshctl demo > story.txt', 'Keep the answers')
    .handler(() => demo(io));
}

async function demo(io: CommandIo): Promise<number> {
  const { startSandbox, exampleObjects } = await import('../../src/sandbox/index.ts');
  const signal = io.interrupt();
  const sandbox = await startSandbox({ seed: exampleObjects });
  const folder = await mkdtemp(path.join(tmpdir(), 'meshctl-demo-'));
  try {
    const kubeconfig = path.join(folder, 'kubeconfig');
    await writeFile(kubeconfig, sandbox.kubeconfig, { mode: 0o600 });
    for (const [name, text] of Object.entries(demoFiles)) await writeFile(path.join(folder, name), text);
    io.note('On a simulated cluster, in which nothing runs and which is gone at the end:');
    await playStory(demoStory, {
      say: io.out,
      run: (words, into) => runSelf(io, words, { folder, kubeconfig, signal }, into),
      restart: async () => {
        const { restartShop } = await import('./restart-shop.ts');
        await restartShop(kubeconfig, signal);
      },
    });
    io.note('\nThat was all of it on a simulated cluster. `meshctl --help` lists what there is.');
    return 0;
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Stage {
  readonly folder: string;
  readonly kubeconfig: string;
  readonly signal: AbortSignal;
}

/** Another process, so that each command is what it is for users; it shows its output by itself. */
async function runSelf(
  io: CommandIo,
  words: readonly string[],
  { folder, kubeconfig, signal }: Stage,
  into?: string,
): Promise<number> {
  signal.throwIfAborted();
  const [program = '', ...before] = io.self;
  const quietly = io.verbosity < 0 ? ['--quiet'] : [];
  const file = into === undefined ? undefined : await open(path.join(folder, into), 'w');
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, [...before, ...words, ...quietly], {
        cwd: folder,
        env: sandboxEnv(io.env, kubeconfig),
        stdio: ['ignore', file?.fd ?? 'inherit', 'inherit'],
      });
      child.on('error', reject);
      child.on('close', (code) => {
        resolve(code ?? 128);
      });
    });
  } finally {
    await file?.close();
  }
}

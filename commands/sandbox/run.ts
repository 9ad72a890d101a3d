import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { codeOf, MeshctlError, messageOf } from '../../src/errors.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { sandboxEnv } from '../sandbox-env.ts';
import { openSandbox } from './open-sandbox.ts';
import { addSandboxOptions, type SandboxFlags } from './sandbox-options.ts';

/** `meshctl sandbox run`. */
export function runCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Starts a simulated cluster, runs a command with KUBECONFIG set to it, and ends the cluster. The exit code is that of the command.',
    )
    .argument('<command...>', 'command to run, after --')
    .example('meshctl sandbox run -- meshctl install -y', 'Install Istio for trial')
    .example('meshctl sandbox run -- sh -c "kubectl apply -f mesh/"', 'See what an API server takes')
    .example('meshctl sandbox run --seed none -- ./test.sh', 'Run a script of your own');
  return addSandboxOptions(command).handler(async (words: readonly string[], flags: SandboxFlags) => {
    // The command gets Ctrl-C as well, and decides what comes of it.
    io.interrupt();
    const { kubeconfig, close } = await openSandbox(io, flags);
    try {
      return await runWith(io, words, kubeconfig);
    } finally {
      await close();
    }
  });
}

/** The exit code of a command; of one that a signal ended, 128 and its number, as shells have it. */
function runWith(
  io: CommandIo,
  [first = '', ...rest]: readonly string[],
  kubeconfig: string,
): Promise<number> {
  const [program = '', ...before] = first === 'meshctl' ? io.self : [first];
  const env = sandboxEnv(io.env, kubeconfig);
  const child = spawn(program, [...before, ...rest], { stdio: 'inherit', cwd: io.cwd, env });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      reject(cannotRun(first, error));
    });
    child.on('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function cannotRun(command: string, error: Error): MeshctlError {
  const missing = codeOf(error) === 'ENOENT';
  return new MeshctlError(missing ? 'usage' : 'environment', `cannot run ${command}`, {
    reason: missing ? 'there is no such command' : messageOf(error),
    hint: 'give the command and its arguments after --: meshctl sandbox run -- kubectl get pods',
    cause: error,
  });
}

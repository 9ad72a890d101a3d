import { once } from 'node:events';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { openSandbox } from './open-sandbox.ts';
import { addSandboxOptions, type SandboxFlags } from './sandbox-options.ts';

/** `meshctl sandbox start`. */
export function startCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Serves a simulated cluster on this machine: a subset of the Kubernetes API, in memory, in which pods become ready though nothing runs. Prints the path of a kubeconfig for it, and goes on until Ctrl-C.',
    )
    .example('meshctl sandbox start', 'Serve a cluster with an example in it')
    .example(
      'meshctl sandbox start --seed none --write-kubeconfig kc',
      'Serve an empty one, for KUBECONFIG=kc',
    )
    .example('meshctl sandbox start --seed mesh/ --port 6443', 'Serve one with objects of your own');
  return addSandboxOptions(command).handler(async (flags: SandboxFlags) => {
    const signal = io.interrupt();
    const { kubeconfig, close } = await openSandbox(io, flags);
    io.out(`${kubeconfig}\n`);
    io.note(`use it from another terminal: export KUBECONFIG=${kubeconfig}`);
    if (!signal.aborted) await once(signal, 'abort');
    await close();
    return 0;
  });
}

import { connect } from '../../src/kube/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { begunUpgrade } from './status-begun.ts';
import { printState } from './status-print.ts';

interface StatusOptions extends KubeOptions {
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl upgrade status`. */
export function statusCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Shows how far an upgrade is that `meshctl upgrade canary` began: each step of its plan, and why it stopped. It reads what the upgrade keeps in the cluster, so that it works from anywhere. It ends with 1 when the upgrade stopped.',
    )
    .example('meshctl upgrade status', 'See how far the upgrade is')
    .example('meshctl upgrade status -o json', 'Get it for a program')
    .example('meshctl upgrade status -i mesh-system', 'See that of control planes in another namespace');
  addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return command.handler(async (options: StatusOptions) => {
    const client = await connect(connectOptions(io, options));
    const state = await begunUpgrade(client, options.istioNamespace);
    await printState(io, options.output, state);
    return state.phase === 'stopped' ? 1 : 0;
  });
}

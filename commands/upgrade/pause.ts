import { connectWriter } from '../../src/kube/apply/index.ts';
import { pauseUpgrade } from '../../src/upgrade/run/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';

/** `meshctl upgrade pause`. */
export function pauseCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Asks whoever carries an upgrade out, on whatever machine, to stop after what is under way; a watch ends within seconds. `meshctl upgrade resume` goes on.',
    )
    .example('meshctl upgrade pause', 'Pause the upgrade')
    .example('meshctl upgrade pause --context west', 'Pause that of another cluster')
    .example('meshctl upgrade pause -i mesh-system', 'Pause that of control planes in another namespace');
  return addKubeOptions(command, io).handler(async (options: KubeOptions) => {
    const writer = await connectWriter(connectOptions(io, options));
    const { phase } = await pauseUpgrade(writer, options.istioNamespace);
    io.note(
      phase === 'running' ? 'it stops after what is under way' : `nobody carries it out: it is ${phase}`,
    );
    return 0;
  });
}

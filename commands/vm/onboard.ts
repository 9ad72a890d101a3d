import { Argument } from 'commander';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions } from '../kube-options.ts';
import { addOnboardOptions, type OnboardOptions } from './onboard-options.ts';

/** `meshctl vm onboard`. */
export function onboardCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Brings a VM into the mesh: checks all that it depends on, shows the plan, makes the group and its service account where they are missing, writes the files, hands them over, and waits until the VM is registered and healthy. A second run goes on where the first one stopped.',
    )
    .example('meshctl vm onboard web.shop --ssh admin@203.0.113.7', 'Install on a machine, and wait for it')
    .example('meshctl vm onboard -f group.yaml -o vm/ --dry-run', 'Check, and see what would be done')
    .example('meshctl vm onboard web.shop --print-script > join.sh', 'Make a script to run on the VM')
    .addArgument(new Argument('[group]', 'a WorkloadGroup of the cluster, as name or name.namespace'));
  return addKubeOptions(
    addOnboardOptions(command),
    io,
    'time for all that is asked of the cluster; 0 for any',
    '0',
  ).handler(async (group: string | undefined, options: OnboardOptions) =>
    (await import('./onboard-run.ts')).runOnboard(io, group, options),
  );
}

import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addInstallOptions } from './install/add-install-options.ts';
import { runInstall } from './install/run-install.ts';
import type { InstallOptions } from './install/install-options.ts';

/** `meshctl install`. */
export function installCommand(io: CommandIo): CliCommand {
  return addInstallOptions(described(), io).handler((options: InstallOptions) => runInstall(io, options));
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Compares what a spec installs with what the cluster has, shows the plan, asks, applies it component by component, and waits until each is ready. What is no longer wanted is deleted at the end, and only what this installation owns. A second run writes nothing; one that was interrupted goes on where it was.',
    )
    .example('meshctl install --profile demo -y', 'Install a profile without a question')
    .example('meshctl install -f spec.yaml --dry-run --diff', 'See what would change, field by field')
    .example('meshctl install -f spec.yaml --exit-code', 'Fail in a pipeline when the cluster has drifted')
    .example(
      'meshctl install --profile minimal --revision 1-31-1',
      'Put a control plane beside the one that is there',
    );

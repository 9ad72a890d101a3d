import { Option } from 'commander';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { runInstall } from '../install/run-install.ts';
import type { InstallOptions } from '../install/install-options.ts';
import { addInstallOptions } from '../install/add-install-options.ts';
import { inPlaceRules } from './in-place-rules.ts';

interface InPlaceOptions extends InstallOptions {
  /** Name of a backup, or the folder with one; true when none is named. */
  readonly restore?: string | true;
}

/** `meshctl upgrade in-place`, and `meshctl upgrade` with flags of it. */
export function inPlaceCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Replaces a control plane by a newer version, as `meshctl install` does, but only by one that its proxies can talk to: one minor release at a time. It checks the cluster, shows the plan, asks, and keeps what it replaces in the cluster before the first write, so that --restore brings it back. Workloads get the new proxy when they restart.',
    )
    .example(
      'meshctl upgrade in-place -f spec.yaml --dry-run --diff',
      'See what would change, field by field',
    )
    .example('meshctl upgrade in-place -f spec.yaml', 'Replace the control plane that is there')
    .example('meshctl upgrade in-place --restore', 'Bring back what the last upgrade in place replaced')
    .example('meshctl upgrade in-place --restore before/', 'Bring it back from a folder of --backup');
  return addInstallOptions(command, io)
    .optionsGroup('Way back:')
    .addOption(new Option('--no-backup', 'keep nothing of what is replaced'))
    .addOption(
      new Option(
        '--restore [backup]',
        'bring back what an upgrade in place replaced: by the name of its backup in the cluster, or a folder',
      ).preset(true),
    )
    .handler(async (options: InPlaceOptions) => {
      const { restore } = options;
      if (restore === undefined) return runInstall(io, options, inPlaceRules(io));
      return (await import('./in-place-restore.ts')).runRestore(io, { ...options, restore });
    });
}

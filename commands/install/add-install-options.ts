import { Option } from 'commander';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { durationOption } from '../request-timeout.ts';
import { addSpecOptions } from '../spec-options.ts';

/** Adds the flags that say what is installed, where and how. */
export function addInstallOptions(described: CliCommand, io: CommandIo): CliCommand {
  const command = addSpecOptions(described)
    .optionsGroup('Plan:')
    .addOption(
      new Option(
        '--dry-run [where]',
        'only show the plan; server: as the API server itself would carry it out',
      )
        .choices(['client', 'server'])
        .preset('client'),
    )
    .addOption(new Option('--diff', 'show every field that changes').default(false))
    .addOption(
      new Option('--exit-code', 'only compare: exit with 1 when something would change').default(false),
    )
    .addOption(new Option('-y, --yes', 'do not ask').default(false))
    .addOption(new Option('--skip-confirmation', 'istioctl: --yes').implies({ yes: true }).hideHelp())
    .addOption(new Option('--skip-precheck', 'do not check first whether the cluster is fit').default(false))
    .optionsGroup('Carrying out:')
    .addOption(
      new Option('--backup <folder>', 'first write all objects that change or go there, as manifests'),
    )
    .addOption(new Option('--force-conflicts', 'take over fields that others manage').default(false))
    .addOption(new Option('--no-wait', 'do not wait until what is applied is ready'))
    .addOption(new Option('--wait', 'wait until what is applied is ready').default(true).hideHelp())
    .addOption(durationOption('--timeout <time>', 'how long each component may take to be ready', '300s'))
    .addOption(
      durationOption('--readiness-timeout <time>', 'istioctl: --timeout', '').default(undefined).hideHelp(),
    )
    .addOption(new Option('--verify', 'check the whole installation at the end').default(false))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json']));
  return addKubeOptions(command, io, 'time for all that is asked of the cluster; 0 for any', '0');
}

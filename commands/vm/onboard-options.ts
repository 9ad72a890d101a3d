import { Option } from 'commander';
import type { CliCommand } from '../command.ts';
import { listOption } from '../options.ts';
import { durationOption } from '../request-timeout.ts';
import { UsageError } from '../usage-error.ts';
import { addBundleOptions, type BundleOptions } from './bundle-options.ts';
import { folderOption } from './folder-option.ts';
import { sshPortOption } from './ssh-port-option.ts';

/** What the flags of `meshctl vm onboard` say. */
export interface OnboardOptions extends BundleOptions {
  readonly address?: string;
  readonly probe: boolean;
  readonly register: boolean;
  readonly ssh?: string;
  readonly sshPort?: number;
  readonly sshOption: readonly string[];
  readonly start: boolean;
  readonly printScript: boolean;
  readonly cloudInit: boolean;
  readonly ansible: boolean;
  readonly output?: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  /** Undefined when nothing is said. */
  readonly wait?: boolean;
  readonly timeout: string;
  readonly format: 'table' | 'json';
}

/** Adds the flags of the bundle, and those of how it gets to the VM. */
export function addOnboardOptions(command: CliCommand): CliCommand {
  addBundleOptions(command);
  for (const option of command.options) if (hidden.has(option.long ?? '')) option.hideHelp();
  return command
    .optionsGroup('Control plane:')
    .addOption(
      new Option('--address <address>', 'address of the gateway: as --ingress-ip, or a name to look up'),
    )
    .addOption(
      new Option('--probe', 'ask that address as the VM will: port, name and root of istiod').default(false),
    )
    .addOption(new Option('--no-register', 'the WorkloadEntry is made by hand'))
    .optionsGroup('Delivery:')
    .addOption(new Option('--ssh <target>', 'install on this machine: user@host, or a name of your ssh'))
    .addOption(sshPortOption())
    .addOption(listOption('--ssh-option <setting>', 'setting of ssh, as with its -o; may be repeated'))
    .addOption(new Option('--start', 'start the agent').default(true).hideHelp())
    .addOption(new Option('--no-start', 'only install the files; do not start the agent'))
    .addOption(new Option('--print-script', 'print a script that holds the files').default(false))
    .addOption(new Option('--cloud-init', 'print user data for cloud-init').default(false))
    .addOption(new Option('--ansible', 'write an Ansible playbook to the folder').default(false))
    .addOption(folderOption('-o, --output <folder>', 'folder for the files; a later run goes on from there'))
    .optionsGroup('Carrying out:')
    .addOption(new Option('--dry-run', 'only check, and show the plan').default(false))
    .addOption(new Option('-y, --yes', 'do not ask').default(false))
    .addOption(new Option('--wait', 'wait until the VM is registered and healthy; the default with --ssh'))
    .addOption(new Option('--no-wait', 'do not wait'))
    .addOption(durationOption('--timeout <time>', 'how long to wait', '5m'))
    .addOption(
      new Option('--format <format>', 'format of plan and result')
        .choices(['table', 'json'])
        .default('table'),
    );
}

/** Flags of the bundle that do not apply: a VM registers itself, and there is no onboarding without a cluster. */
const hidden = new Set(['--autoregister', '--from']);

/** Refuses what does not go together, before a cluster is asked. */
export function checkOptions(options: OnboardOptions, isTerminal: boolean): void {
  const { ssh, printScript, cloudInit, ansible, from, dryRun, format } = options;
  const ways = [ssh !== undefined, printScript, cloudInit, ansible].filter(Boolean).length;
  if (from !== undefined)
    throw new UsageError('onboarding needs a cluster', {
      hint: 'make the files alone with `meshctl vm bundle --from`',
    });
  if (ways > 1)
    throw new UsageError('--ssh, --print-script, --cloud-init and --ansible exclude each other', {
      hint: 'deliver the files in one way',
    });
  if (dryRun) return;
  checkFolder(options, ways === 0);
  if (printScript || cloudInit) checkPrinted(format, isTerminal);
}

function checkFolder({ output, ansible }: OnboardOptions, isOnlyWay: boolean): void {
  if (output !== undefined) return;
  if (isOnlyWay)
    throw new UsageError('how the files get to the VM is not said', {
      hint: 'say --ssh user@host, --print-script, --cloud-init, or a folder with -o',
    });
  if (ansible) throw new UsageError('there is no folder for the playbook', { hint: 'name one with -o' });
}

function checkPrinted(format: string, isTerminal: boolean): void {
  if (format === 'json')
    throw new UsageError('there is one standard output for the script and the result', {
      hint: 'leave --format json away, or deliver with --ssh or -o',
    });
  if (isTerminal)
    throw new UsageError('what is printed holds the token, and standard output is a terminal', {
      hint: 'write it to a file of your own: `umask 077; meshctl ... > join.sh`',
    });
}

import { InvalidArgumentError, Option } from 'commander';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import { listOption } from '../options.ts';
import { durationOption } from '../request-timeout.ts';
import { addSpecOptions, type SpecOptions } from '../spec-options.ts';

/** What the flags of `meshctl upgrade plan` say. */
export interface PlanOptions extends SpecOptions, KubeOptions {
  readonly to?: string;
  readonly fromRevision?: string;
  readonly wave: readonly string[];
  readonly soak: string;
  /** Saved objects, in place of a cluster. */
  readonly objectFiles: readonly string[];
  /** False for `--no-proxies`. */
  readonly proxies: boolean;
  readonly timeout: string;
  readonly output: 'table' | 'json' | 'markdown' | 'dir';
  readonly dir: string;
}

/** Adds the flags that say where an upgrade goes, from what it is planned, and how the plan is printed. */
export const addPlanOptions = (command: CliCommand, io: CommandIo): CliCommand =>
  addWayOptions(command, io)
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'how to print the plan; dir: as manifests in a folder, for GitOps')
        .choices(['table', 'json', 'markdown', 'dir'])
        .default('table'),
    )
    .addOption(
      new Option('--dir <folder>', 'folder for -o dir').default('upgrade').argParser((folder: string) => {
        if (folder === '') throw new InvalidArgumentError('it names no folder');
        return folder;
      }),
    );

/** Adds the flags that say where an upgrade goes, and from what it is planned. */
export function addWayOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Upgrade:')
    .addOption(
      new Option('--to <version>', 'version to go to, or a control plane that is there: 1.31.1, canary'),
    )
    .addOption(
      new Option('--from-revision <name>', 'control plane to leave; the default one, if there are several'),
    )
    .addOption(
      listOption(
        '--wave <which>',
        'namespaces that move together: 10%, labels such as team=a, or @file with a name a line; may be repeated',
      ),
    )
    .addOption(durationOption('--soak <time>', 'how long to watch after each wave; 0 for not at all', '5m'));
  addSpecOptions(command)
    .optionsGroup('Source:')
    .addOption(
      new ObjectFilesOption(
        '--from <paths>',
        'saved objects in place of the cluster: a file, a folder, or - for stdin; may be repeated',
      ),
    )
    .addOption(new Option('--no-proxies', 'do not ask istiods for the proxies that are connected to them'))
    .addOption(durationOption('--timeout <time>', 'time for the answer of each istiod; 0 for any', '10s'));
  return addKubeOptions(command, io);
}

/** Its setting is `objectFiles` (MESHCTL_OBJECT_FILES): the `--from` of other commands means something else. */
class ObjectFilesOption extends Option {
  constructor(flags: string, description: string) {
    super(flags, description);
    this.default([]).argParser((file: string, previous: readonly string[]) => [...previous, file]);
  }

  override attributeName(): string {
    return 'objectFiles';
  }
}

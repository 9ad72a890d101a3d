import { Argument, Option } from 'commander';
import type { GroupSummary } from '../../src/vm/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { addKubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import type { GroupSource } from './read-groups.ts';

interface GroupListOptions extends GroupSource {
  readonly output: 'table' | 'json' | 'yaml' | 'name';
}

/** `meshctl vm group list`. */
export function groupListCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists WorkloadGroups with the number of VMs that are registered with them, and how many of these are healthy.',
    )
    .example('meshctl vm group list', 'List the groups of the cluster')
    .example('meshctl vm group list -n shop -o json', 'Those of a namespace, for a script')
    .example('meshctl vm group list mesh/', 'Those of files')
    .addArgument(new Argument('[paths...]', 'files and folders to read instead of a cluster'))
    .optionsGroup('Selection:')
    .addOption(new Option('-n, --namespace <name>', 'this namespace only'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml', 'name']));
  return addKubeOptions(command, io).handler(async (paths: readonly string[], options: GroupListOptions) => {
    const { readGroups } = await import('./read-groups.ts');
    const { groups, partial } = await readGroups(io, paths, options);
    const { output } = options;
    if (output === 'json' || output === 'yaml') await printDocument(io, output, 'VmGroupList', { groups });
    else if (output === 'name')
      io.out(groups.map(({ namespace, name }) => `${namespace}/${name}\n`).join(''));
    else printTable(io, output, columns, groups);
    return partial ? exitCodeOf.environment : 0;
  });
}

const columns = [
  { header: 'NAMESPACE', cell: ({ namespace }: GroupSummary) => namespace },
  { header: 'NAME', cell: ({ name }: GroupSummary) => name },
  { header: 'SERVICE ACCOUNT', cell: ({ serviceAccount }: GroupSummary) => serviceAccount },
  { header: 'NETWORK', cell: ({ network }: GroupSummary) => network || '-' },
  { header: 'VMS', cell: ({ entries }: GroupSummary) => String(entries.length) },
  {
    header: 'HEALTHY',
    cell: ({ entries }: GroupSummary) => String(entries.filter(({ health }) => health === 'healthy').length),
  },
];

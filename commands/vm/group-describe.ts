import { Argument, Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { printable, table } from '../../src/output/index.ts';
import type { EntrySummary, GroupSummary } from '../../src/vm/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { addKubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import type { GroupSource } from './read-groups.ts';

interface GroupDescribeOptions extends GroupSource {
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl vm group describe`. */
export function groupDescribeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description('Tells what a WorkloadGroup gives its VMs, and lists them with their health.')
    .example('meshctl vm group describe web -n shop', 'See a group of the cluster')
    .example('meshctl vm group describe web -n shop -o json', 'Give it to a script')
    .example('meshctl vm group describe web mesh/', 'See a group of files')
    .addArgument(new Argument('<name>', 'the group'))
    .addArgument(new Argument('[paths...]', 'files and folders to read instead of a cluster'))
    .optionsGroup('Selection:')
    .addOption(new Option('-n, --namespace <name>', 'its namespace, if several have such a group'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io).handler(
    async (name: string, paths: readonly string[], options: GroupDescribeOptions) => {
      const { readGroups } = await import('./read-groups.ts');
      const { groups, partial } = await readGroups(io, paths, options);
      const group = theOne(groups, name, paths.length > 0);
      if (options.output === 'table') io.out(textOf(group));
      else await printDocument(io, options.output, 'VmGroup', { ...group });
      return partial ? exitCodeOf.environment : 0;
    },
  );
}

function theOne(groups: readonly GroupSummary[], name: string, saved: boolean): GroupSummary {
  const [group, another] = groups.filter((one) => one.name === name);
  if (another !== undefined)
    throw new MeshctlError('usage', `several namespaces have a WorkloadGroup ${name}`, {
      hint: 'say which with -n',
    });
  if (group !== undefined) return group;
  throw new MeshctlError(saved ? 'input' : 'environment', `there is no WorkloadGroup ${name}`, {
    hint: '`meshctl vm group list` shows which there are',
  });
}

function textOf(group: GroupSummary): string {
  const { labels, ports, probe, network, locality, entries } = group;
  const pairs = (map: Readonly<Record<string, string | number>>): string =>
    Object.entries(map)
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
  const lines: readonly (readonly [string, string])[] = [
    ['Group:', `${group.namespace}/${group.name}`],
    ['Identity:', `service account ${group.serviceAccount}`],
    ['Network:', network],
    ['Locality:', locality],
    ['Labels:', pairs(labels)],
    ['Ports:', pairs(ports)],
    ['Probe:', probe],
  ];
  const head = lines.map(([title, text]) => `${title.padEnd(10)} ${printable(text) || '-'}\n`).join('');
  return `${head}\n${entries.length === 0 ? 'No VMs are registered.\n' : table(columns, entries)}`;
}

const columns = [
  { header: 'VM', cell: ({ name }: EntrySummary) => name },
  { header: 'ADDRESS', cell: ({ address }: EntrySummary) => address || '-' },
  { header: 'HEALTH', cell: ({ health }: EntrySummary) => health },
  {
    header: 'CONNECTED',
    cell: ({ connected, since = '' }: EntrySummary) =>
      connected === undefined ? '-' : `${connected ? 'since' : 'not since'} ${since}`,
  },
];

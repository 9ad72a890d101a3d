import { Argument, Option } from 'commander';
import { given } from '../../src/given.ts';
import { paint, printable } from '../../src/output/index.ts';
import type { ReadSnapshot, VmDump, VmStatus } from '../../src/vm/status/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addControlPlaneOptions, istiodOptions, type ControlPlaneOptions } from '../control-plane-options.ts';
import { readDumpFile } from '../dump-file.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { momentOption } from '../moment-option.ts';
import { listOption, outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import { statusColumns, statusRows } from './status-columns.ts';

interface StatusOptions extends KubeOptions, ControlPlaneOptions {
  readonly namespace?: string;
  readonly allNamespaces: boolean;
  readonly from?: string;
  readonly dump: readonly string[];
  readonly now?: Date;
  readonly output: 'table' | 'wide' | 'json' | 'yaml';
}

/** `meshctl vm status`. */
export function statusCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Tells how VMs are: health, whether their agents are connected, to which istiod, whether they have taken what it sent, and what is wrong or missing. How old certificates are the cluster does not know, but the proxy of the VM does: --dump reads what it says of itself.',
    )
    .example('meshctl vm status', 'See the VMs of all groups')
    .example('meshctl vm status web -n shop -o wide', 'See those of a group, with istiods and versions')
    .example('meshctl vm status --from saved/', 'Judge saved objects, without a cluster')
    .example('meshctl vm status --dump dump.json', 'With the certificate of a VM, from its config dump')
    .addArgument(new Argument('[group]', 'this group only'))
    .optionsGroup('Selection:')
    .addOption(new Option('-n, --namespace <name>', 'this namespace only'))
    .addOption(
      new Option('-A, --all-namespaces', 'all namespaces, as without -n')
        .default(false)
        .conflicts('namespace'),
    )
    .addOption(new Option('--from <folder>', 'objects of a cluster, saved as YAML or JSON'))
    .addOption(
      listOption('--dump <file>', "config dump of a VM's Envoy, - for standard input; may be repeated"),
    )
    .addOption(momentOption('judge certificates of dumps as of then, not as of now'))
    .optionsGroup('Control plane:');
  addControlPlaneOptions(command)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'wide', 'json', 'yaml']));
  return addKubeOptions(command, io).handler(async (group: string | undefined, options: StatusOptions) => {
    const { namespace, output } = options;
    const { strayDumps, vmStatus } = await import('../../src/vm/status/index.ts');
    const dumps = await dumpsOf(io, options);
    const { snapshot: read, missing: unread } = await snapshotOf(io, options);
    const snapshot = { ...read, dumps };
    const missing = [...unread, ...strayDumps(snapshot)];
    const status = vmStatus(snapshot, given({ namespace, group }));
    if (output === 'json' || output === 'yaml')
      await printDocument(io, output, 'VmStatus', { ...status, missing });
    else print(io, output, status, dumps.length > 0);
    for (const message of missing) io.note(`warning: ${printable(message)}`);
    return missing.length > 0 ? exitCodeOf.environment : 0;
  });
}

/** Read before the cluster is asked, so that a file that cannot be read is told at once. */
async function dumpsOf(io: CommandIo, { dump, now = new Date() }: StatusOptions): Promise<readonly VmDump[]> {
  if (dump.length === 0) return [];
  const { readVmDump } = await import('../../src/vm/status/index.ts');
  return Promise.all(
    dump.map(async (file) => {
      const { name, bytes } = await readDumpFile(io, file);
      return readVmDump(bytes, { name, now });
    }),
  );
}

async function snapshotOf(io: CommandIo, options: StatusOptions): Promise<ReadSnapshot> {
  const { from, namespace } = options;
  if (from !== undefined) {
    const { readResources } = await import('../../src/resources/index.ts');
    const { resources, documents } = await readResources([from], { cwd: io.cwd });
    const unread = documents.filter(({ problems }) => problems.length > 0);
    return {
      snapshot: { objects: resources.map(({ value }) => value) },
      missing: unread.map(({ file }) => `${file} cannot be read; \`meshctl validate\` tells why`),
    };
  }
  const [{ connect }, { readVmSnapshot }] = await Promise.all([
    import('../../src/kube/index.ts'),
    import('../../src/vm/status/index.ts'),
  ]);
  const client = await connect(connectOptions(io, options));
  return readVmSnapshot(client, { ...istiodOptions(io, options), ...given({ namespace }) });
}

function print(io: CommandIo, output: 'table' | 'wide', status: VmStatus, hasDumps: boolean): void {
  const rows = statusRows(status);
  if (rows.length === 0) io.note('There are no VMs and no groups of VMs here.');
  else printTable(io, output, statusColumns(output, { hasDumps }), rows);
  const { warning } = paint(io.colors.out);
  if (status.problems.length > 0) io.out('\n');
  for (const { code, message, hint } of status.problems)
    io.out(`${warning(code)}: ${printable(message)}\n  hint: ${printable(hint)}\n`);
}

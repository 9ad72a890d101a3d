import { Option } from 'commander';
import { selectWorkloads, shown, workloadRows, type WorkloadFilter } from '../../src/ztunnel/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDumpOptions, readDump, type DumpOptions } from './dump-options.ts';
import { printSection } from './print-section.ts';
import { tables } from './tables.ts';

interface WorkloadOptions extends DumpOptions {
  readonly address?: string;
  readonly workloadNamespace?: string;
  readonly workloadNode?: string;
}

/** `meshctl ztunnel-config workload`. */
export function workloadCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl ztunnel-config workload', 'See every workload that a ztunnel of the cluster knows')
    .example(
      'meshctl ztunnel-config workload -f dump.json --workload-namespace shop',
      'See those of one namespace',
    )
    .example(
      'meshctl ztunnel-config workload -f dump.json --address 10.0.0.7 -o yaml',
      'See all that is known of an address',
    )
    .optionsGroup('Selection:')
    .addOption(new Option('--address <ip>', 'only workloads with this address'))
    .addOption(new Option('--workload-namespace <name>', 'only workloads of this namespace'))
    .addOption(new Option('--workload-node <name>', 'only workloads on this node'));
  return addDumpOptions(command, io).handler(async (pod: string | undefined, options: WorkloadOptions) => {
    const dump = await readDump(io, pod, options);
    const filter: WorkloadFilter = {
      address: options.address,
      namespace: options.workloadNamespace,
      node: options.workloadNode,
    };
    await printSection(io, options.output, {
      columns: tables.workloads,
      rows: () => workloadRows(dump, filter),
      data: () => shown('workloads', selectWorkloads(dump, filter)),
    });
    return 0;
  });
}

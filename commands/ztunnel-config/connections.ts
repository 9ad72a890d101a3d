import { Option } from 'commander';
import { connectionRows, selectConnections, shown, type ConnectionFilter } from '../../src/ztunnel/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDumpOptions, readDump, type DumpOptions } from './dump-options.ts';
import { printSection } from './print-section.ts';
import { tables } from './tables.ts';

interface ConnectionsOptions extends DumpOptions {
  readonly direction?: 'inbound' | 'outbound';
  readonly workloadNamespace?: string;
  readonly raw?: boolean;
}

/** `meshctl ztunnel-config connections`. */
export function connectionsCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl ztunnel-config connections ztunnel-x7k2p', 'See who talks to whom on a node')
    .example('meshctl ztunnel-config connections -f dump.json --direction inbound', 'See what comes in')
    .example('meshctl ztunnel-config connections -f dump.json --raw', 'See addresses in place of names')
    .optionsGroup('Selection:')
    .addOption(
      new Option('--direction <direction>', 'only connections this way').choices(['inbound', 'outbound']),
    )
    .addOption(new Option('--workload-namespace <name>', 'only workloads of this namespace'))
    .optionsGroup('Output:')
    .addOption(new Option('--raw', 'leave addresses as they are'));
  return addDumpOptions(command, io).handler(async (pod: string | undefined, options: ConnectionsOptions) => {
    const dump = await readDump(io, pod, options, { ofOneNode: true });
    const filter: ConnectionFilter = {
      direction: options.direction,
      namespace: options.workloadNamespace,
    };
    await printSection(io, options.output, {
      columns: tables.connections,
      rows: () => connectionRows(dump, filter, { raw: options.raw === true }),
      data: () => shown('workloadState', selectConnections(dump, filter)),
    });
    return 0;
  });
}

import { Option } from 'commander';
import { selectServices, serviceRows, shown } from '../../src/ztunnel/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDumpOptions, readDump, type DumpOptions } from './dump-options.ts';
import { printSection } from './print-section.ts';
import { tables } from './tables.ts';

interface ServiceOptions extends DumpOptions {
  readonly serviceNamespace?: string;
}

/** `meshctl ztunnel-config service`. */
export function serviceCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl ztunnel-config service', 'See every service and its healthy endpoints')
    .example(
      'meshctl ztunnel-config service -f dump.json --service-namespace shop',
      'See those of one namespace',
    )
    .example('gzip -dc dump.json.gz | meshctl ztunnel-config service -f - -o json', 'Hand them to a script')
    .optionsGroup('Selection:')
    .addOption(new Option('--service-namespace <name>', 'only services of this namespace'));
  return addDumpOptions(command, io).handler(async (pod: string | undefined, options: ServiceOptions) => {
    const dump = await readDump(io, pod, options);
    const filter = { namespace: options.serviceNamespace };
    await printSection(io, options.output, {
      columns: tables.services,
      rows: () => serviceRows(dump, filter),
      data: () => shown('services', selectServices(dump, filter)),
    });
    return 0;
  });
}

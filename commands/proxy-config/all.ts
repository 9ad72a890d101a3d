import { Option } from 'commander';
import type { ClusterFilter, EndpointFilter, ListenerFilter, RouteFilter } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { momentOption } from '../moment-option.ts';
import { printData } from '../print-data.ts';
import { allTables } from './all-tables.ts';
import { addClusterFilters } from './cluster-filters.ts';
import {
  addSourceOptions,
  briefOption,
  isBrief,
  portOption,
  readProxy,
  type SourceOptions,
} from './source-options.ts';

interface AllOptions extends SourceOptions, ClusterFilter, ListenerFilter, RouteFilter, EndpointFilter {
  readonly now?: Date;
  readonly withHeaders?: boolean;
}

/** `meshctl proxy-config all`. */
export function allCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config all -f dump.json', 'See all that a proxy knows')
    .example('meshctl proxy-config all -f dump.json --brief --port 9080', 'See what there is of a port')
    .example('meshctl proxy-config all -f dump.json.gz -o yaml', 'Unpack a dump')
    .optionsGroup('Selection:');
  addClusterFilters(command)
    .addOption(portOption('only clusters, listeners and endpoints of this port'))
    .addOption(new Option('--address <address>', 'only listeners and endpoints at this address'))
    .addOption(new Option('--type <type>', 'only listeners of this type: HTTP, TCP, HTTP+TCP'))
    .addOption(new Option('--name <name>', 'only the route configuration of this name'))
    .addOption(new Option('--cluster <name>', 'only endpoints of this cluster, by its whole name'))
    .addOption(new Option('--status <status>', 'only endpoints in this state, such as unhealthy'))
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment to judge certificates by, such as 2027-01-31'));
  addSourceOptions(command, io)
    .addOption(briefOption())
    .addOption(new Option('--with-headers', 'put a title above each table'));
  return command.handler(async (pod: string | undefined, options: AllOptions) => {
    const dump = await readProxy(io, { ...options, pod });
    const { output, now = new Date(), withHeaders: titles = false } = options;
    if (output === 'json' || output === 'yaml') await printData(io, output, dump.value());
    else io.out(allTables(dump, options, { io, output, now, titles, brief: isBrief(command) }));
    return 0;
  });
}

import { selectAssignments, summarizeAssignments, type EndpointFilter } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addEndpointFilters } from './endpoint-filters.ts';
import { printSection } from './print-section.ts';
import { addSourceOptions, readProxy, type SourceOptions } from './source-options.ts';
import { tables } from './tables.ts';

type EdsOptions = SourceOptions & EndpointFilter;

/** `meshctl proxy-config eds`. */
export function edsCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists endpoints as the control plane assigned them, from a config dump made with include_eds.',
    )
    .example('meshctl proxy-config eds -f dump.json', 'See every endpoint a proxy was told of')
    .example('meshctl proxy-config eds -f dump.json --port 9080 -o wide', 'See weights and priorities')
    .example(
      'meshctl proxy-config eds -f dump.json --address 10.0.0.7:9080 -o json',
      'See the clusters that an endpoint is in',
    );
  addEndpointFilters(command, 'only endpoints at this address, with its port');
  return addSourceOptions(command, io).handler(async (pod: string | undefined, options: EdsOptions) => {
    const dump = await readProxy(io, { ...options, pod }, 'endpoints');
    if (dump.section('endpoints') === undefined && dump.section('clusterStatuses') !== undefined) {
      io.err(`warning: ${dump.name} is an answer of /clusters, which has no assignments\n`);
      io.err(`  hint: use \`meshctl proxy-config endpoint\` for it, or save /config_dump?include_eds=true\n`);
    }
    await printSection(io, options.output, {
      columns: tables.assignments,
      rows: () => summarizeAssignments(dump, options),
      data: () => selectAssignments(dump, options),
    });
    return 0;
  });
}

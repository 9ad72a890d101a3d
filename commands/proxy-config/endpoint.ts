import { selectClusterStatuses, summarizeEndpoints, type EndpointFilter } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addEndpointFilters } from './endpoint-filters.ts';
import { printSection } from './print-section.ts';
import { addSourceOptions, readProxy, type SourceOptions } from './source-options.ts';
import { tables } from './tables.ts';

type EndpointOptions = SourceOptions & EndpointFilter;

/** `meshctl proxy-config endpoint`. */
export function endpointCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists endpoints with the health that Envoy sees, from what it answers to /clusters?format=json.',
    )
    .example('meshctl proxy-config endpoint -f clusters.json', 'See every endpoint and its health')
    .example('meshctl proxy-config endpoint -f clusters.json --status unhealthy', 'See those that are out')
    .example(
      'meshctl proxy-config endpoint -f clusters.json --address 10.0.0.7 -o yaml',
      'See the clusters that an address is in',
    );
  addEndpointFilters(command, 'only endpoints at this address, without its port');
  return addSourceOptions(command, io).handler(async (pod: string | undefined, options: EndpointOptions) => {
    const dump = await readProxy(io, { ...options, pod }, 'clusterStatuses');
    if (dump.section('clusterStatuses') === undefined) {
      io.err(`warning: ${dump.name} is a config dump, which does not tell what Envoy sees of endpoints\n`);
      io.err(`  hint: use \`meshctl proxy-config eds\` for it, or save /clusters?format=json\n`);
    }
    await printSection(io, options.output, {
      columns: tables.endpoints,
      rows: () => summarizeEndpoints(dump, options),
      data: () => selectClusterStatuses(dump, options),
    });
    return 0;
  });
}

import { selectClusters, summarizeClusters, type ClusterFilter } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addClusterFilters } from './cluster-filters.ts';
import { printSection } from './print-section.ts';
import { addSourceOptions, portOption, readProxy, type SourceOptions } from './source-options.ts';
import { tables } from './tables.ts';

type ClusterOptions = SourceOptions & ClusterFilter;

/** `meshctl proxy-config cluster`. */
export function clusterCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config cluster -f dump.json', 'See every cluster a proxy knows')
    .example(
      'meshctl proxy-config cluster -f dump.json --port 9080 -o wide',
      'See updates that Envoy refused',
    )
    .example(
      'meshctl proxy-config cluster -f dump.json --fqdn reviews.shop.svc.cluster.local -o yaml',
      'See all of the clusters of a host',
    )
    .optionsGroup('Selection:');
  addClusterFilters(command).addOption(portOption('only clusters of this port'));
  return addSourceOptions(command, io).handler(async (pod: string | undefined, options: ClusterOptions) => {
    const dump = await readProxy(io, { ...options, pod }, 'clusters');
    await printSection(io, options.output, {
      columns: tables.clusters,
      rows: (all) => summarizeClusters(dump, options, { all }),
      data: () => selectClusters(dump, options),
    });
    return 0;
  });
}

import { Argument } from 'commander';
import { formatService, serviceInMesh, type ServiceDescription } from '../../src/describe/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { printDocument } from '../print-document.ts';
import { addDescribeOptions, type DescribeCommandOptions } from './describe-options.ts';
import { readConfiguration } from './read-configuration.ts';
import { readDumps } from './read-dumps.ts';

/** `meshctl describe service`. */
export function serviceCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Tells what the mesh does with requests for a service: ports and their protocols, routes, who may send them, and the gateways through which it is reached from outside.',
    )
    .example('meshctl describe service reviews.shop', 'See a service of the cluster')
    .example('meshctl describe service reviews.shop mesh/', 'Ask files instead of a cluster')
    .example(
      'meshctl describe service reviews.shop mesh/ --gateway-dump gateway.json',
      'See whether the gateway has a route to it',
    );
  const service = new Argument('<service>', 'the service, as name[.namespace]');
  return addDescribeOptions(command, io, service).handler(
    async (name: string, paths: readonly string[], options: DescribeCommandOptions) => {
      const { mesh, target, cluster } = await readConfiguration(io, name, paths, options);
      const found = serviceInMesh(mesh, target);
      const asked = { pod: clientOf(found), exposure: found.exposure };
      const read = await readDumps(io, cluster?.client, asked, options);
      const description = serviceInMesh(mesh, target, read.dumps);
      if (options.output === 'table') io.out(formatService(description));
      else await printDocument(io, options.output, 'ServiceDescription', { ...description });
      return cluster?.partial === true || read.partial ? exitCodeOf.environment : 0;
    },
  );
}

/** A Pod behind the Service: its proxy knows the way to the Service as well as any other. */
const clientOf = ({ workloads }: ServiceDescription) =>
  workloads.find(
    ({ workload, mesh, ready }) => workload.kind === 'Pod' && mesh.mode === 'sidecar' && ready !== false,
  )?.workload;

import { Argument } from 'commander';
import { formatPod, podInMesh } from '../../src/describe/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { printDocument } from '../print-document.ts';
import { addDescribeOptions, type DescribeCommandOptions } from './describe-options.ts';
import { readConfiguration } from './read-configuration.ts';
import { readDumps } from './read-dumps.ts';

/** `meshctl describe pod`. */
export function podCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Tells how a pod takes part in the mesh: its proxy, which policies count for it, how requests come to it and from where; and where its proxy does something else. In files, a Deployment or its like stands for its pods.',
    )
    .example('meshctl describe pod reviews-v1-6d4c9.shop', 'See what the mesh does to a pod of the cluster')
    .example('meshctl describe pod deployment/reviews-v1.shop mesh/', 'Ask files instead of a cluster')
    .example(
      'meshctl describe pod reviews-v1.shop mesh/ --dump dump.json',
      'See where its proxy differs from the files',
    );
  const pod = new Argument('<pod>', 'the pod, as [type/]name[.namespace]');
  return addDescribeOptions(command, io, pod).handler(
    async (name: string, paths: readonly string[], options: DescribeCommandOptions) => {
      const { mesh, target, cluster } = await readConfiguration(io, name, paths, options);
      const found = podInMesh(mesh, target);
      const asked = {
        pod: hasProxy(found) ? found.workload : undefined,
        exposure: found.services.flatMap(({ exposure }) => exposure),
      };
      const read = await readDumps(io, cluster?.client, asked, options);
      const description = podInMesh(mesh, target, read.dumps);
      if (options.output === 'table') io.out(formatPod(description));
      else await printDocument(io, options.output, 'PodDescription', { ...description });
      return cluster?.partial === true || read.partial ? exitCodeOf.environment : 0;
    },
  );
}

const hasProxy = ({ workload, mesh }: ReturnType<typeof podInMesh>): boolean =>
  workload.kind === 'Pod' && ['sidecar', 'gateway', 'waypoint'].includes(mesh.mode);

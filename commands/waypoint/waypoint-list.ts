import { Option } from 'commander';
import { connect, type ClusterClient } from '../../src/kube/index.ts';
import { listWaypoints, type FoundWaypoint, type Waypoint } from '../../src/waypoint/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { namespaceOption } from './waypoint-options.ts';

/** How commands that list waypoints are told which, and how to print them. */
export interface WaypointListOptions extends KubeOptions {
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
  readonly output: 'table' | 'json' | 'yaml';
}

export function addListOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Selection:')
    .addOption(namespaceOption())
    .addOption(new Option('-A, --all-namespaces', 'in all namespaces'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io);
}

/** The waypoints of the namespace or of all, and where they were looked for. */
export async function waypointsOf(
  io: CommandIo,
  options: Omit<WaypointListOptions, 'output'>,
): Promise<{
  readonly client: ClusterClient;
  readonly where: string;
  readonly waypoints: readonly FoundWaypoint[];
}> {
  const client = await connect(connectOptions(io, options));
  const namespace = options.allNamespaces === true ? undefined : (options.namespace ?? client.namespace);
  const waypoints = await listWaypoints(client, {
    signal: io.interrupt(),
    ...(namespace !== undefined && { namespace }),
  });
  return { client, waypoints, where: namespace === undefined ? 'the cluster' : `the namespace ${namespace}` };
}

export async function printWaypoints(
  io: CommandIo,
  format: 'json' | 'yaml',
  waypoints: readonly FoundWaypoint[],
): Promise<void> {
  const rows = waypoints.map(({ namespace, name, revision, traffic, programmed, conditions }): Waypoint => ({
    ...{ namespace, name, revision, traffic, programmed, conditions },
  }));
  await printDocument(io, format, 'WaypointList', { waypoints: rows });
}

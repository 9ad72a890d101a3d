import { Option } from 'commander';
import type { WaypointOptions, WaypointTraffic } from '../../src/waypoint/index.ts';
import type { CliCommand } from '../command.ts';

/** What the options that describe a waypoint say. */
export interface WaypointFlags {
  readonly name: string;
  readonly namespace?: string;
  readonly revision?: string;
  readonly for?: WaypointTraffic;
}

/** Adds them under a heading of their own. */
export function addWaypointOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Waypoint:')
    .addOption(new Option('--name <name>', 'its name').default('waypoint'))
    .addOption(namespaceOption())
    .addOption(new Option('-r, --revision <name>', 'the control plane that runs it'))
    .addOption(
      new Option('--for <traffic>', 'traffic it takes').choices(['service', 'workload', 'all', 'none']),
    );
}

/** `-n, --namespace <name>`. */
export const namespaceOption = (): Option =>
  new Option('-n, --namespace <name>', 'namespace of the waypoint, instead of that of the context');

/** What the library takes of them. */
export function waypointOptions({ name, namespace, revision, for: traffic }: WaypointFlags): WaypointOptions {
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(revision !== undefined && { revision }),
    ...(traffic !== undefined && { traffic }),
  };
}

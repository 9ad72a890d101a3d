import type { Column } from '../../src/output/index.ts';
import type { Waypoint } from '../../src/waypoint/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printTable } from '../print-table.ts';
import { addListOptions, printWaypoints, waypointsOf, type WaypointListOptions } from './waypoint-list.ts';

/** `meshctl waypoint list`. */
export function listCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl waypoint list -n shop', 'List the waypoints of a namespace')
    .example('meshctl waypoint list -A', 'List all')
    .example('meshctl waypoint list -A -o json', 'Give them to a script');
  return addListOptions(command, io).handler(async (options: WaypointListOptions) => {
    const { waypoints, where } = await waypointsOf(io, options);
    if (options.output !== 'table') await printWaypoints(io, options.output, waypoints);
    else {
      printTable(io, 'table', columns, waypoints);
      if (waypoints.length === 0) io.note(`there is no waypoint in ${where}`);
    }
    return 0;
  });
}

const columns: readonly Column<Waypoint>[] = [
  { header: 'Namespace', cell: ({ namespace }) => namespace },
  { header: 'Name', cell: ({ name }) => name },
  { header: 'Revision', cell: ({ revision }) => revision },
  { header: 'Traffic type', cell: ({ traffic }) => traffic },
  { header: 'Programmed', cell: ({ programmed }) => programmed },
];

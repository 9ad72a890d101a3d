import { Argument, Option } from 'commander';
import type { Column } from '../../src/output/index.ts';
import type { FoundWaypoint, WaypointCondition } from '../../src/waypoint/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { connectOptions } from '../kube-options.ts';
import { printTable } from '../print-table.ts';
import { durationOption, millisecondsOf } from '../request-timeout.ts';
import { UsageError } from '../usage-error.ts';
import { addListOptions, printWaypoints, waypointsOf, type WaypointListOptions } from './waypoint-list.ts';

interface StatusOptions extends WaypointListOptions {
  readonly wait?: boolean;
  readonly timeout: string;
}

/** `meshctl waypoint status`. */
export function statusCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists the conditions of waypoints. The exit code is 1 when one of them is not set up (Programmed).',
    )
    .addArgument(new Argument('[names...]', 'only these'))
    .example('meshctl waypoint status -n shop', 'See the waypoints of a namespace')
    .example('meshctl waypoint status waypoint -n shop --wait', 'Wait until one is set up')
    .example('meshctl waypoint status -A', 'See all')
    .optionsGroup('Wait:')
    .addOption(new Option('-w, --wait', 'until all are set up'))
    .addOption(durationOption('--timeout <time>', 'how long to wait for each', '90s'));
  return addListOptions(command, io).handler(async (names: readonly string[], options: StatusOptions) => {
    const first = chosen(names, await waypointsOf(io, options));
    if (options.wait === true) await waitForAll(io, first, options);
    const waypoints = options.wait === true ? chosen(names, await waypointsOf(io, options)) : first;
    if (options.output !== 'table') await printWaypoints(io, options.output, waypoints);
    else printTable(io, 'table', columns, waypoints.flatMap(rowsOf));
    return waypoints.every(({ programmed }) => programmed === 'True') ? 0 : 1;
  });
}

function chosen(
  names: readonly string[],
  { waypoints, where }: { readonly waypoints: readonly FoundWaypoint[]; readonly where: string },
): readonly FoundWaypoint[] {
  const absent = names.find((name) => !waypoints.some((waypoint) => waypoint.name === name));
  if (absent !== undefined || waypoints.length === 0) {
    throw new UsageError(`there is no waypoint ${absent === undefined ? '' : `${absent} `}in ${where}`, {
      hint: '`meshctl waypoint list -A` lists those there are',
    });
  }
  return names.length === 0 ? waypoints : waypoints.filter(({ name }) => names.includes(name));
}

async function waitForAll(
  io: CommandIo,
  waypoints: readonly FoundWaypoint[],
  options: StatusOptions,
): Promise<void> {
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const { waitForWaypoint } = await import('../../src/waypoint/index.ts');
  // Only watches: the wait has a time of its own.
  const writer = await connectWriter({ ...connectOptions(io, options), timeout: 0 });
  const timeout = millisecondsOf(options.timeout);
  for (const waypoint of waypoints) {
    const onWaiting = (reason: string): void => {
      io.note(`waiting for ${waypoint.namespace}/${waypoint.name}: ${reason}`);
    };
    await waitForWaypoint(writer, waypoint, { timeout, signal: io.interrupt(), onWaiting });
  }
}

/** A condition of a waypoint. */
interface Row extends WaypointCondition {
  readonly namespace: string;
  readonly name: string;
}

function rowsOf({ namespace, name, conditions }: FoundWaypoint): readonly Row[] {
  const none = { type: 'Programmed', status: 'Unknown', reason: '', message: 'istiod has not seen it' };
  return (conditions.length === 0 ? [none] : conditions).map((condition) => ({
    ...{ namespace, name },
    ...condition,
  }));
}

const columns: readonly Column<Row>[] = [
  { header: 'Namespace', cell: ({ namespace }) => namespace },
  { header: 'Name', cell: ({ name }) => name },
  { header: 'Status', cell: ({ status }) => status },
  { header: 'Type', cell: ({ type }) => type },
  { header: 'Reason', cell: ({ reason }) => reason },
  { header: 'Message', cell: ({ message }) => message },
];

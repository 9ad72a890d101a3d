import { Argument, Option } from 'commander';
import { carryOut, planDeletion } from '../../src/changes/index.ts';
import { connectWriter } from '../../src/kube/apply/index.ts';
import { titleOf } from '../../src/operator/diff/index.ts';
import type { FoundWaypoint } from '../../src/waypoint/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { UsageError } from '../usage-error.ts';
import { waypointsOf } from './waypoint-list.ts';
import { namespaceOption } from './waypoint-options.ts';

interface DeleteOptions extends KubeOptions {
  readonly namespace?: string;
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** `meshctl waypoint delete`. */
export function deleteCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Removes waypoints of a namespace. With --all, it asks first. Namespaces and Services that use one keep their label, and their traffic goes on without its policies.',
    )
    .addArgument(new Argument('[names...]', 'the waypoints'))
    .example('meshctl waypoint delete waypoint -n shop', 'Remove one')
    .example('meshctl waypoint delete --all -n shop --yes', 'Remove all of a namespace, without a question')
    .example('meshctl waypoint delete --all -n shop --dry-run', 'See which these are')
    .optionsGroup('Selection:')
    .addOption(namespaceOption())
    .addOption(new Option('--all', 'all waypoints of the namespace'))
    .optionsGroup('Change:')
    .addOption(new Option('-y, --yes', 'do not ask'))
    .addOption(new Option('--dry-run', 'only show what would be removed'));
  return addKubeOptions(command, io).handler(async (names: readonly string[], options: DeleteOptions) => {
    const chosen = await chooseFrom(io, names, options);
    const changes = chosen.map(({ object }) => planDeletion({ group: 'Waypoint', live: object }));
    for (const { object } of changes) io.note(`to be removed: ${titleOf(object)}`);
    if (options.dryRun === true || changes.length === 0) return 0;
    const yes = options.yes === true || options.all !== true;
    if (!(await confirm(io, `Remove ${changes.length === 1 ? 'it' : 'them'}?`, { yes }))) return 1;
    const writer = await connectWriter(connectOptions(io, options));
    for (const change of changes) {
      await carryOut(writer, change, { signal: io.interrupt() });
      io.note(`removed: ${titleOf(change.object)}`);
    }
    return 0;
  });
}

async function chooseFrom(
  io: CommandIo,
  names: readonly string[],
  options: DeleteOptions,
): Promise<readonly FoundWaypoint[]> {
  if (names.length > 0 === (options.all === true)) {
    throw new UsageError(names.length > 0 ? 'names and --all exclude each other' : 'no waypoint is named', {
      hint: 'name waypoints, or give --all',
    });
  }
  const { waypoints, where } = await waypointsOf(io, options);
  if (names.length === 0) {
    if (waypoints.length === 0) io.note(`there is no waypoint in ${where}`);
    return waypoints;
  }
  return [...new Set(names)].map((name) => {
    const found = waypoints.find((waypoint) => waypoint.name === name);
    if (found !== undefined) return found;
    throw new UsageError(`there is no waypoint ${name} in ${where}`, {
      hint: '`meshctl waypoint list -A` lists those there are; nothing was removed',
    });
  });
}

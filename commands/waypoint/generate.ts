import { waypointObject } from '../../src/waypoint/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printData } from '../print-data.ts';
import { addWaypointOptions, waypointOptions, type WaypointFlags } from './waypoint-options.ts';

/** `meshctl waypoint generate`. */
export function generateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description('Prints the Gateway that asks for a waypoint, for kubectl or Git. No cluster is asked.')
    .example('meshctl waypoint generate -n shop', 'A waypoint for the Services of a namespace')
    .example('meshctl waypoint generate --for all --name shared -n shop', 'One for workloads, too')
    .example('meshctl waypoint generate -r canary | kubectl apply -f -', 'One that another revision runs');
  return addWaypointOptions(command)
    .optionsGroup('Output:')
    .addOption(outputOption(['yaml', 'json']))
    .handler(async (flags: WaypointFlags & { readonly output: 'yaml' | 'json' }) => {
      await printData(io, flags.output, waypointObject(waypointOptions(flags)));
      return 0;
    });
}

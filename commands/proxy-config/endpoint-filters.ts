import { Option } from 'commander';
import type { CliCommand } from '../command.ts';
import { portOption } from './source-options.ts';

/** Adds the filters of endpoints; `address` says what they compare an address with. */
export function addEndpointFilters(command: CliCommand, address: string): CliCommand {
  return command
    .optionsGroup('Selection:')
    .addOption(new Option('--address <address>', address))
    .addOption(portOption('only endpoints at this port'))
    .addOption(new Option('--cluster <name>', 'only endpoints of this cluster, by its whole name'))
    .addOption(new Option('--status <status>', 'only endpoints in this state, such as unhealthy'));
}

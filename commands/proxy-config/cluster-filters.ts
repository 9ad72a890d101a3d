import { Option } from 'commander';
import type { CliCommand } from '../command.ts';

/** Adds the filters of clusters, but for the port. */
export function addClusterFilters(command: CliCommand): CliCommand {
  return command
    .addOption(new Option('--fqdn <text>', 'only clusters with this in their name'))
    .addOption(new Option('--direction <text>', 'only inbound or outbound clusters'))
    .addOption(new Option('--subset <text>', 'only clusters with this subset in their name'));
}

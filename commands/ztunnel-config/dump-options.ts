import { Option } from 'commander';
import { readZtunnelDump, type ZtunnelDump } from '../../src/ztunnel/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { outputOption } from '../options.ts';

/** What every command about a ztunnel is told. */
export interface DumpOptions {
  readonly file: string;
  readonly output: 'table' | 'short' | 'json' | 'yaml';
}

/** Adds the options that say where the dump is and how to print; call it after those of the command. */
export function addDumpOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Source:')
    .addOption(
      new Option('-f, --file <file>', 'a saved config_dump, also .gz; - for stdin').makeOptionMandatory(),
    )
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'json', 'yaml']));
}

/** Reads the dump that the options name. */
export async function readDump(io: CommandIo, { file }: DumpOptions): Promise<ZtunnelDump> {
  const { bytes, name } = await readDumpFile(io, file);
  return readZtunnelDump(bytes.toString('utf8'), name);
}

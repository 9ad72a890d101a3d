import { InvalidArgumentError, Option } from 'commander';
import { readDump, type ProxyDump, type SectionKind } from '../../src/proxy/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { outputOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

/** How the commands about a proxy print. */
export type ProxyOutput = 'table' | 'short' | 'wide' | 'json' | 'yaml';

/** What every command about a proxy is told. */
export interface SourceOptions {
  readonly file?: string;
  readonly output: ProxyOutput;
}

/** Adds the options that say where the dump is and how to print; call it after those of the command. */
export function addSourceOptions(command: CliCommand, byDefault: ProxyOutput = 'table'): CliCommand {
  return command
    .optionsGroup('Source:')
    .addOption(new Option('-f, --file <file>', 'a saved dump of a proxy, also .gz; - for stdin'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'wide', 'json', 'yaml']).default(byDefault));
}

/** Reads the dump that the options name; `list` is what the resources of a bare list are. */
export async function readProxy(
  io: CommandIo,
  { file }: SourceOptions,
  list?: SectionKind,
): Promise<ProxyDump> {
  if (file === undefined) {
    throw new UsageError('no dump of a proxy is named', {
      hint: 'add `--file <file>`, or `--file -` to read standard input',
    });
  }
  const { bytes, name } = await readDumpFile(io, file);
  return readDump(bytes, { name, ...(list !== undefined && { list }) });
}

/** `--port <port>`; 0 admits all, as in istioctl. */
export function portOption(description: string): Option {
  return new Option('--port <port>', description).argParser((text: string) => {
    const port = Number(text);
    if (/^\d+$/.test(text) && port <= 65_535) return port;
    throw new InvalidArgumentError('give a number from 1 to 65535');
  });
}

/**
 * Whether `--verbose=false` was said, by which istioctl means one line for each resource: `--brief` here, because
 * `--verbose` is a flag of every command.
 */
export function isBrief(command: CliCommand): boolean {
  const { brief, verbose } = command.opts<{ readonly brief?: boolean; readonly verbose: number }>();
  return brief === true || (verbose === 0 && command.getOptionValueSource('verbose') === 'cli');
}

/** `--brief`; see `isBrief`. */
export function briefOption(): Option {
  return new Option('--brief', 'one line for each resource (--verbose=false)');
}

import { InvalidArgumentError, Option } from 'commander';
import type { ProxyDump, SectionKind } from '../../src/proxy/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { addProxySource, proxySource, type ProxySourceOptions } from './proxy-source.ts';

/** How the commands about a proxy print. */
export type ProxyOutput = 'table' | 'short' | 'wide' | 'json' | 'yaml';

/** What every command about a proxy is told. */
export interface SourceOptions extends ProxySourceOptions {
  readonly output: ProxyOutput;
}

/**
 * Adds the argument and the options that say whose dump is meant and how to print; call it after those of the command.
 * See `addProxySource` for its handler.
 */
export function addSourceOptions(
  command: CliCommand,
  io: CommandIo,
  byDefault: ProxyOutput = 'table',
): CliCommand {
  return addProxySource(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'wide', 'json', 'yaml']).default(byDefault));
}

/** Reads the dump that the options name: of a live proxy only the section that is asked for, if one is. */
export async function readProxy(
  io: CommandIo,
  options: SourceOptions,
  section?: SectionKind,
): Promise<ProxyDump> {
  const source = await proxySource(io, options);
  return source.read(section);
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

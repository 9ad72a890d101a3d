import { InvalidArgumentError, Option } from 'commander';
import { parseDuration } from '../../src/duration.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions } from '../kube-options.ts';
import { proxyAdminPortOption, type PodOptions } from '../pod-options.ts';
import { UsageError } from '../usage-error.ts';
import { diffSource } from './diff-source.ts';
import { diffFormats, printDiff, type DiffFormat } from './print-diff.ts';

interface DiffCommandOptions extends PodOptions {
  readonly output: DiffFormat;
  readonly includeNoise: boolean;
  readonly watch: boolean;
  /** Milliseconds. */
  readonly interval: number;
  readonly watchFor?: number;
}

/** `meshctl proxy-config diff`: what is different between two proxies, or one at two times. */
export function diffCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Compares two dumps, saved or live. Resources are told apart by name, and inside of them virtual hosts, routes, filters and endpoints by name, match or address. Exits with 0 when nothing is different, with 1 when something is.',
    )
    .argument(
      '<before>',
      'a saved dump, also .gz; - for stdin; the address of an admin port; or a pod, as [type/]name[.namespace]',
    )
    .argument('[after]', 'the same; with --watch the first may stand alone')
    .example('meshctl proxy-config diff before.json after.json', 'See what a change did to a proxy')
    .example(
      'meshctl proxy-config diff saved.json deployment/web.shop',
      'Compare a proxy with what it ran before',
    )
    .example(
      'meshctl proxy-config diff web-1.shop web-2.shop -o patch',
      'See why two pods differ, as a patch',
    )
    .example('meshctl proxy-config diff --watch web-1.shop', 'See changes as they come');
  addSelection(command)
    .optionsGroup('Source:')
    .addOption(namespaceOption())
    .addOption(proxyAdminPortOption());
  addKubeOptions(command, io, 'time for each answer of a live proxy, and to find its pod; 0 for any')
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result; json is one line each with --watch')
        .choices(diffFormats)
        .default('table'),
    );
  return command.handler((before: string, after: string | undefined, options: DiffCommandOptions) =>
    options.watch ? watch(io, before, after, options) : compare(io, before, after, options),
  );
}

function addSelection(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Selection:')
    .addOption(
      new Option(
        '--include-noise',
        'tell also of versions, times, draining listeners, re-issued certificates and the bootstrap',
      ).default(false),
    )
    .addOption(new Option('--watch', 'go on and print changes of a live proxy as they come').default(false))
    .addOption(
      new Option('--interval <time>', 'time from one look at the proxy to the next')
        .default(5000, '5s')
        .argParser(milliseconds),
    )
    .addOption(
      new Option('--watch-for <time>', 'watch for so long; exits with 1 when something changed')
        .implies({ watch: true })
        .argParser(milliseconds),
    );
}

const namespaceOption = (): Option =>
  new Option('-n, --namespace <name>', 'namespace of the pods, instead of that of the context');

function milliseconds(text: string): number {
  const duration = parseDuration(/^\d+$/.test(text) ? `${text}s` : text);
  if (duration !== undefined && duration > 0n) return Number(duration) / 1e6;
  throw new InvalidArgumentError('use a time such as 500ms, 5s or 2m');
}

async function compare(
  io: CommandIo,
  before: string,
  after: string | undefined,
  options: DiffCommandOptions,
): Promise<number> {
  if (after === undefined)
    throw new UsageError('there is nothing to compare with', {
      hint: 'name a second dump, or add --watch to see changes of a live proxy',
    });
  if (before === '-' && after === '-')
    throw new UsageError('standard input can be one of the two', { hint: 'save the other one to a file' });
  const { diffDumps } = await import('../../src/proxy/diff/index.ts');
  const [old, now] = [await diffSource(io, before, options), await diffSource(io, after, options)];
  const diff = diffDumps(await old.read(), await now.read(), { includeNoise: options.includeNoise });
  await printDiff(io, diff, options.output);
  const { added, removed, changed } = diff;
  const differences = added.length + removed.length + changed.length;
  io.note(`${differences} of ${differences + diff.unchanged} resources are different`);
  return differences === 0 ? 0 : 1;
}

async function watch(
  io: CommandIo,
  before: string,
  after: string | undefined,
  options: DiffCommandOptions,
): Promise<number> {
  const live = await diffSource(io, after ?? before, options);
  if (!live.live)
    throw new UsageError(`${live.name} is a saved dump, which does not change`, {
      hint: 'watch a pod or the address of an admin port',
    });
  const { watchDiff } = await import('./watch-diff.ts');
  const baseline = after === undefined ? undefined : await diffSource(io, before, options);
  return watchDiff(io, live, baseline, { ...options, duration: options.watchFor });
}

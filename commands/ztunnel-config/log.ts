import { Option } from 'commander';
import type { Column } from '../../src/output/index.ts';
import type { AdminTarget } from '../../src/proxy/source/index.ts';
import {
  parseZtunnelLevels,
  readZtunnelLog,
  resetZtunnelLog,
  setZtunnelLog,
  ztunnelLogLevels,
  type ZtunnelLogLevel,
} from '../../src/ztunnel/log/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printData } from '../print-data.ts';
import { printTable } from '../print-table.ts';
import { failIfAny } from '../proxy-config/live-proxies.ts';
import { addZtunnelOptions, expectOneSource, type ZtunnelSourceOptions } from './dump-options.ts';
import { byName, findZtunnels } from './find-ztunnels.ts';
import { askZtunnel, ztunnelAt, ztunnelIn } from './ztunnel-target.ts';

interface LogOptions extends ZtunnelSourceOptions {
  readonly level?: readonly ZtunnelLogLevel[];
  readonly reset?: boolean;
  readonly output: 'table' | 'short' | 'json' | 'yaml';
}

/** `meshctl ztunnel-config log`. */
export function logCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Shows what ztunnels log, of every node unless one is named. With --level or --reset it changes that, until the ztunnel restarts; then they have to be named.',
    )
    .example('meshctl ztunnel-config log', 'See the levels of every ztunnel')
    .example(
      'meshctl ztunnel-config log --node worker-1 --level ztunnel::proxy:debug,info',
      'Let one module of a ztunnel say more',
    )
    .example('meshctl ztunnel-config log -l app=ztunnel --reset', 'Set all ztunnels back')
    .optionsGroup('Change:')
    .addOption(
      new Option(
        '--level <levels>',
        `a level for all loggers (${ztunnelLogLevels.join(', ')}), or module:level, by commas`,
      ).argParser(parseZtunnelLevels),
    )
    .addOption(
      new Option('-r, --reset', 'back to the levels that the ztunnel was started with').conflicts('level'),
    )
    .optionsGroup('Source:');
  return addZtunnelOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'json', 'yaml']))
    .handler(async (pod: string | undefined, options: LogOptions) => {
      expectOneSource(pod, options, { ofOneNode: options.level !== undefined || options.reset === true });
      const targets = await targetsOf(io, pod, options);
      const results = await Promise.allSettled(targets.map((target) => levelsOf(target, options)));
      const levels = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      if (levels.length > 0) await print(io, options, levels);
      failIfAny(
        io,
        results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : [])),
      );
      return 0;
    });
}

async function targetsOf(
  io: CommandIo,
  pod: string | undefined,
  options: LogOptions,
): Promise<readonly AdminTarget[]> {
  const { admin, node, selector } = options;
  if (admin !== undefined) return [ztunnelAt(io, { ...options, admin })];
  const { client, ztunnels } = await findZtunnels(io, pod, options);
  const isOne = pod !== undefined || node !== undefined;
  const chosen = isOne && selector === undefined ? ztunnels.slice(0, 1) : ztunnels.toSorted(byName);
  return chosen.map((ztunnel) => ztunnelIn(io, options, client, ztunnel));
}

interface LevelsOfOne {
  readonly ztunnel: string;
  readonly loggers: readonly ZtunnelLogLevel[];
}

async function levelsOf(target: AdminTarget, { level, reset = false }: LogOptions): Promise<LevelsOfOne> {
  const ask = (path: string): Promise<string> => askZtunnel(target, { method: 'POST', path });
  if (reset) return { ztunnel: target.name, loggers: await resetZtunnelLog(ask) };
  const loggers = level === undefined ? readZtunnelLog(ask) : setZtunnelLog(ask, level);
  return { ztunnel: target.name, loggers: await loggers };
}

async function print(io: CommandIo, { output }: LogOptions, levels: readonly LevelsOfOne[]): Promise<void> {
  if (output === 'json' || output === 'yaml') {
    await printData(io, output, levels);
    return;
  }
  const rows = levels.flatMap(({ ztunnel, loggers }) => loggers.map((logger) => ({ ztunnel, ...logger })));
  printTable(io, output, columns, rows);
}

const columns: readonly Column<ZtunnelLogLevel & { readonly ztunnel: string }>[] = [
  { header: 'ZTUNNEL', cell: ({ ztunnel }) => ztunnel },
  { header: 'LOGGER', cell: ({ logger }) => logger },
  { header: 'LEVEL', cell: ({ level }) => level },
];

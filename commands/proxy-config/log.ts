import { Option } from 'commander';
import {
  initialLogLevels,
  logLevels,
  parseLevels,
  readLogLevels,
  setLogLevels,
  type LevelChange,
  type LoggerLevel,
} from '../../src/proxy/log/index.ts';
import type { AdminTarget } from '../../src/proxy/source/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printData } from '../print-data.ts';
import { printTable } from '../print-table.ts';
import { UsageError } from '../usage-error.ts';
import { addAdminOptions, adminTarget, type AdminOptions } from './proxy-source.ts';

interface LogOptions extends AdminOptions {
  readonly level?: readonly LevelChange[];
  readonly reset?: boolean;
  readonly output: 'table' | 'short' | 'json' | 'yaml';
}

/** `meshctl proxy-config log`. */
export function logCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Shows what the loggers of a live proxy say. With --level or --reset it changes them, until the proxy restarts.',
    )
    .example('meshctl proxy-config log --admin http://127.0.0.1:15000', 'See the levels of all loggers')
    .example(
      'meshctl proxy-config log --admin http://127.0.0.1:15000 --level rbac:debug,http:info',
      'Let two loggers say more',
    )
    .example(
      'meshctl proxy-config log --admin http://127.0.0.1:15000 --reset',
      'Go back to the levels it was started with',
    )
    .optionsGroup('Change:')
    .addOption(
      new Option(
        '--level <levels>',
        `a level for all loggers (${logLevels.join(', ')}), or logger:level, by commas`,
      ).argParser(parseLevels),
    )
    .addOption(new Option('--reset', 'back to the levels that the proxy was started with').conflicts('level'))
    .optionsGroup('Source:');
  return addAdminOptions(command)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'json', 'yaml']))
    .handler(async (options: LogOptions) => {
      const levels = await levelsAfter(targetOf(io, options), options);
      const { output } = options;
      if (output === 'json' || output === 'yaml') await printData(io, output, levels);
      else printTable(io, output, columns, levels);
      return 0;
    });
}

const columns = [
  { header: 'LOGGER', cell: ({ logger }: LoggerLevel) => logger },
  { header: 'LEVEL', cell: ({ level }: LoggerLevel) => level },
];

function targetOf(io: CommandIo, { admin, requestTimeout }: LogOptions): AdminTarget {
  if (admin !== undefined) return adminTarget(io, { admin, requestTimeout });
  throw new UsageError('no proxy is named', { hint: 'add `--admin http://127.0.0.1:15000`, say' });
}

async function levelsAfter(
  target: AdminTarget,
  { level, reset = false }: LogOptions,
): Promise<LoggerLevel[]> {
  const changes = reset ? await initialLogLevels(target) : level;
  return changes === undefined ? readLogLevels(target) : setLogLevels(target, changes);
}

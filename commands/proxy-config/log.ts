import { Option } from 'commander';
import type { Column } from '../../src/output/index.ts';
import {
  configuredLogLevels,
  initialLogLevels,
  logLevels,
  parseLevels,
  readLogLevels,
  setLogLevels,
  type LevelChange,
  type LoggerLevel,
} from '../../src/proxy/log/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { addPodOptions, podArgument } from '../pod-options.ts';
import { printData } from '../print-data.ts';
import { printTable } from '../print-table.ts';
import { adminOption } from './admin-source.ts';
import { askAll, failIfAny, liveProxies, type LiveProxy, type LiveProxyOptions } from './live-proxies.ts';

interface LogOptions extends LiveProxyOptions {
  readonly level?: readonly LevelChange[];
  readonly reset?: boolean;
  readonly output: 'table' | 'short' | 'json' | 'yaml';
}

/** `meshctl proxy-config log`. */
export function logCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Shows what the loggers of live proxies say. With --level or --reset it changes them, until the proxy restarts. With --selector it is for all pods that have the labels.',
    )
    .addArgument(podArgument())
    .example('meshctl proxy-config log web-6d4c9.shop', 'See the levels of all loggers')
    .example(
      'meshctl proxy-config log -n shop -l app=web --level rbac:debug,http:info',
      'Let two loggers of several proxies say more',
    )
    .example('meshctl proxy-config log deployment/web.shop --reset', 'Go back to the levels of its injection')
    .optionsGroup('Change:')
    .addOption(
      new Option(
        '--level <levels>',
        `a level for all loggers (${logLevels.join(', ')}), or logger:level, by commas`,
      ).argParser(parseLevels),
    )
    .addOption(new Option('--reset', 'back to the levels that the proxy was started with').conflicts('level'))
    .optionsGroup('Source:')
    .addOption(adminOption());
  return addPodOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'json', 'yaml']))
    .handler(async (pod: string | undefined, options: LogOptions) => {
      const proxies = await liveProxies(io, pod, options);
      const { answers, failures } = await askAll(proxies, (proxy) => levelsAfter(proxy, options));
      const levels = answers.map(({ proxy, answer }) => ({ proxy: proxy.target.name, loggers: answer }));
      if (levels.length > 0) await print(io, options, levels);
      failIfAny(io, failures);
      return 0;
    });
}

interface ProxyLevels {
  readonly proxy: string;
  readonly loggers: readonly LoggerLevel[];
}

async function levelsAfter(
  { target, pod }: LiveProxy,
  { level, reset = false }: LogOptions,
): Promise<readonly LoggerLevel[]> {
  const configured = pod && configuredLogLevels(pod.object);
  const changes = reset ? (configured ?? (await initialLogLevels(target))) : level;
  return changes === undefined ? readLogLevels(target) : setLogLevels(target, changes);
}

/** Of one proxy that was named only its loggers; what labels choose may be several. */
async function print(
  io: CommandIo,
  { output, selector }: LogOptions,
  levels: readonly ProxyLevels[],
): Promise<void> {
  const many = selector !== undefined;
  if (output === 'json' || output === 'yaml') {
    await printData(io, output, many ? levels : (levels[0]?.loggers ?? []));
    return;
  }
  const rows = levels.flatMap(({ proxy, loggers }) => loggers.map((logger) => ({ proxy, ...logger })));
  printTable(io, output, many ? [proxyColumn, ...columns] : columns, rows);
}

type Row = LoggerLevel & { readonly proxy: string };

const proxyColumn: Column<Row> = { header: 'PROXY', cell: ({ proxy }) => proxy };

const columns: readonly Column<Row>[] = [
  { header: 'LOGGER', cell: ({ logger }) => logger },
  { header: 'LEVEL', cell: ({ level }) => level },
];

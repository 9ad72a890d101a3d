import { Option } from 'commander';
import { selectRoutes, summarizeRoutes, type RouteFilter, type RouteRow } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printSection } from './print-section.ts';
import { addSourceOptions, briefOption, isBrief, readProxy, type SourceOptions } from './source-options.ts';
import { tables } from './tables.ts';

type RouteOptions = SourceOptions & RouteFilter;

/** `meshctl proxy-config route`. */
export function routeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config route -f dump.json', 'See every route a proxy knows')
    .example('meshctl proxy-config route -f dump.json --name 9080 -o wide', 'See where its routes lead')
    .example(
      'meshctl proxy-config route -f dump.json --name 9080 -o json',
      'See all of a route configuration',
    )
    .optionsGroup('Selection:')
    .addOption(new Option('--name <name>', 'only the route configuration of this name'));
  addSourceOptions(command, io).addOption(briefOption());
  return command.handler(async (pod: string | undefined, options: RouteOptions) => {
    const dump = await readProxy(io, { ...options, pod }, 'routes');
    const data = (): object => selectRoutes(dump, options);
    const rows = (all: boolean): RouteRow[] => summarizeRoutes(dump, options, { all });
    if (isBrief(command)) await printSection(io, options.output, { columns: tables.routes, rows, data });
    else {
      await printSection(io, options.output, {
        columns: tables.lines,
        rows: (all) => rows(all).flatMap((row) => row.routes.map((line) => [row, line] as const)),
        data,
      });
    }
    return 0;
  });
}

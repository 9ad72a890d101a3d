import { Option } from 'commander';
import {
  selectListeners,
  summarizeListeners,
  summarizeWaypoint,
  type ListenerFilter,
  type ListenerRow,
} from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printSection } from './print-section.ts';
import {
  addSourceOptions,
  briefOption,
  isBrief,
  portOption,
  readProxy,
  type SourceOptions,
} from './source-options.ts';
import { chainLines, tables } from './tables.ts';

type ListenerOptions = SourceOptions & ListenerFilter & { readonly waypoint?: boolean };

/** `meshctl proxy-config listener`. */
export function listenerCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config listener -f dump.json', 'See where a proxy listens, chain by chain')
    .example('meshctl proxy-config listener -f dump.json --brief --type HTTP', 'One line for each listener')
    .example(
      'meshctl proxy-config listener -f dump.json -o wide',
      'See listeners that wait for secrets or were refused',
    )
    .optionsGroup('Selection:')
    .addOption(new Option('--address <address>', 'only listeners at this address'))
    .addOption(portOption('only listeners at this port'))
    .addOption(new Option('--type <type>', 'only listeners of this type: HTTP, TCP, HTTP+TCP'))
    .addOption(
      new Option('--waypoint', 'every way through the matchers of a waypoint to its chains').hideHelp(),
    );
  addSourceOptions(command, io).addOption(briefOption());
  return command.handler(async (pod: string | undefined, options: ListenerOptions) => {
    // Which secrets a listener waits for, their own section tells.
    const section = options.output === 'wide' ? undefined : 'listeners';
    const dump = await readProxy(io, { ...options, pod }, section);
    const data = (): object => selectListeners(dump, options);
    const rows = (all: boolean): ListenerRow[] => summarizeListeners(dump, options, { all });
    if (options.waypoint === true) {
      await printSection(io, options.output, {
        columns: tables.waypoint,
        rows: () => summarizeWaypoint(dump, options),
        data,
      });
    } else if (isBrief(command))
      await printSection(io, options.output, { columns: tables.listeners, rows, data });
    else {
      await printSection(io, options.output, {
        columns: tables.chains,
        rows: (all) => rows(all).flatMap((row) => chainLines(row, all)),
        data,
      });
    }
    return 0;
  });
}

import { selectEcds, summarizeEcds } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printSection } from './print-section.ts';
import { addSourceOptions, readProxy, type SourceOptions } from './source-options.ts';
import { tables } from './tables.ts';

/** `meshctl proxy-config ecds`. */
export function ecdsCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config ecds -f dump.json', 'See the filters that a proxy got by themselves')
    .example('meshctl proxy-config ecds -f dump.json -o wide', 'See their versions, and what was refused')
    .example('meshctl proxy-config ecds -f dump.json -o yaml', 'See their configuration');
  return addSourceOptions(command, io).handler(async (pod: string | undefined, options: SourceOptions) => {
    const dump = await readProxy(io, { ...options, pod }, 'ecds');
    await printSection(io, options.output, {
      columns: tables.ecds,
      rows: () => summarizeEcds(dump),
      data: () => selectEcds(dump),
    });
    return 0;
  });
}

import { selectBootstrap, summarizeBootstrap } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printData } from '../print-data.ts';
import { bootstrapLines } from './bootstrap-lines.ts';
import { addSourceOptions, readProxy, type SourceOptions } from './source-options.ts';

/** `meshctl proxy-config bootstrap`. */
export function bootstrapCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config bootstrap -f dump.json', 'See with what a proxy was started')
    .example('meshctl proxy-config bootstrap -f dump.json -o short', 'See its versions')
    .example('meshctl proxy-config bootstrap -f dump.json -o wide', 'See whose proxy it is');
  return addSourceOptions(command, io, 'json').handler(
    async (pod: string | undefined, options: SourceOptions) => {
      const dump = await readProxy(io, { ...options, pod }, 'bootstrap');
      const { output } = options;
      if (output === 'json' || output === 'yaml') await printData(io, output, selectBootstrap(dump));
      else io.out(bootstrapLines(summarizeBootstrap(dump), output === 'wide'));
      return 0;
    },
  );
}

import { selectSecrets, summarizeSecrets } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { momentOption } from '../moment-option.ts';
import { printSection } from './print-section.ts';
import { addSourceOptions, readProxy, type SourceOptions } from './source-options.ts';
import { tables } from './tables.ts';

interface SecretOptions extends SourceOptions {
  readonly now?: Date;
}

/** `meshctl proxy-config secret`. */
export function secretCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl proxy-config secret -f dump.json', 'See the certificates of a proxy')
    .example(
      'meshctl proxy-config secret -f dump.json -o wide',
      'See identities, roots and what expires soon',
    )
    .example('meshctl proxy-config secret -f dump.json --now 2027-01-31', 'See what is valid on a day')
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment to judge certificates by, such as 2027-01-31'));
  return addSourceOptions(command, io).handler(async (pod: string | undefined, options: SecretOptions) => {
    const { now = new Date(), output } = options;
    const dump = await readProxy(io, { ...options, pod }, 'secrets');
    const rows = output === 'json' || output === 'yaml' ? [] : summarizeSecrets(dump, now);
    if (rows.length === 0 && output !== 'json' && output !== 'yaml') {
      io.out('The proxy has no secrets and waits for none.\n');
      return 0;
    }
    await printSection(io, output, {
      columns: (format) => tables.secrets(format)(rows),
      rows: () => rows,
      data: () => selectSecrets(dump),
    });
    return 0;
  });
}

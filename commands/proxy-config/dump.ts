import { Option } from 'commander';
import { escapeLines } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addProxySource, proxySource, type ProxySourceOptions } from './proxy-source.ts';
import { savedAsOption, saveText } from './saved-as.ts';

interface DumpOptions extends ProxySourceOptions {
  readonly savedAs: string;
  readonly showSecrets?: boolean;
}

/** `meshctl proxy-config dump`. */
export function dumpCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Saves all that a proxy says of itself in a file that every proxy-config command reads. Private keys, ' +
        'passwords and tokens are replaced by [redacted]; look through a dump all the same before you pass it on.',
    )
    .example('meshctl proxy-config dump web-6d4c9.shop -o dump.json', 'Save a dump of the proxy in a pod')
    .example('meshctl proxy-config dump -f raw.json.gz -o dump.json', 'Take the secrets out of a saved dump')
    .example('meshctl proxy-config dump --admin 127.0.0.1:15000 -o - | gzip > dump.json.gz', 'Compress it');
  return addProxySource(command, io)
    .optionsGroup('Output:')
    .addOption(savedAsOption())
    .addOption(new Option('--show-secrets', 'leave private keys, passwords and tokens in it'))
    .handler(async (pod: string | undefined, options: DumpOptions) => {
      const source = await proxySource(io, { ...options, pod });
      const { saveDump } = await import('../../src/proxy/source/index.ts');
      const { showSecrets = false, savedAs } = options;
      const { text, redacted } = await saveDump(source, { showSecrets });
      saveText(io, savedAs, savedAs === '-' ? escapeLines(text.trimEnd()) + '\n' : text);
      if (!showSecrets) io.note(`${redacted} ${redacted === 1 ? 'secret' : 'secrets'} redacted`);
      return 0;
    });
}

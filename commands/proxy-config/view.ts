import { Option } from 'commander';
import type { ViewModel } from '../../src/proxy/view/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addProxySource, proxySource, type ProxySourceOptions } from './proxy-source.ts';
import { savedAsOption, saveText } from './saved-as.ts';

interface ViewCommandOptions extends ProxySourceOptions {
  readonly savedAs: string;
  readonly title?: string;
  readonly showSecrets?: boolean;
}

/** `meshctl proxy-config view`. */
export function viewCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Writes one HTML page that shows what a proxy runs as a graph, from listeners over routes and clusters to ' +
        'endpoints, with search, health, problems and the JSON of each part. It needs no network. Private keys, ' +
        'passwords and tokens are replaced by [redacted].',
    )
    .example('meshctl proxy-config view web-6d4c9.shop -o page.html', 'Look at the proxy in a pod')
    .example('meshctl proxy-config view -f dump.json -o page.html', 'Look at a saved dump')
    .example(
      'meshctl proxy-config view -f dump.json --title "web before the change" -o before.html',
      'Keep a page for later',
    );
  return addProxySource(command, io)
    .optionsGroup('Output:')
    .addOption(savedAsOption())
    .addOption(new Option('--title <text>', 'what the page is called, in place of the name of the proxy'))
    .addOption(new Option('--show-secrets', 'leave private keys, passwords and tokens in it'))
    .handler(async (pod: string | undefined, options: ViewCommandOptions) => {
      const { savedAs, title, showSecrets = false } = options;
      const source = await proxySource(io, { ...options, pod });
      const { renderView, viewModel } = await import('../../src/proxy/view/index.ts');
      const dump = await source.read();
      const statuses = source.live ? await source.read('clusterStatuses') : dump;
      const model = viewModel(dump, { statuses, showSecrets });
      const page = renderView(model, title === undefined ? {} : { title });
      saveText(io, savedAs, page);
      io.note(`${describeModel(model)}; the page has ${sizeOf(page)}`);
      return 0;
    });
}

function describeModel({ nodes }: ViewModel): string {
  const count = (kind: string): number => nodes.filter((node) => node.kind === kind).length;
  const problems = nodes.reduce((sum, node) => sum + node.problems.length, 0);
  return [
    counted(count('listener'), 'listener'),
    counted(count('route'), 'route'),
    counted(count('cluster'), 'cluster'),
    counted(count('endpoint'), 'endpoint'),
    counted(problems, 'problem'),
  ].join(', ');
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function sizeOf(page: string): string {
  const bytes = Buffer.byteLength(page);
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

import { Option } from 'commander';
import { MeshctlError } from '../src/errors.ts';
import { readStatus, selectProxies, type ProxyStatus, type StatusAnswer } from '../src/proxy/status/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { readDumpFile } from './dump-file.ts';
import { momentOption } from './moment-option.ts';
import { outputOption } from './options.ts';
import { printData } from './print-data.ts';
import { printSync, type SyncSources } from './print-sync.ts';
import { printTable } from './print-table.ts';
import { proxyStatusColumns } from './proxy-status-columns.ts';

interface ProxyStatusOptions extends SyncSources {
  readonly statusFiles: readonly string[];
  readonly namespace?: string;
  readonly now?: Date;
  readonly verbosity?: number;
}

/** `meshctl proxy-status`. */
export function proxyStatusCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Shows which resources each proxy has taken from its control plane, from what istiod answers at /debug/syncz or over xDS. With -v there is a column for each type of resource: SYNCED, STALE (sent, not acknowledged), NOT SENT, IGNORED (never asked for) or ERROR (refused), and for how long.',
    )
    .argument('[proxies...]', 'only these, as pod or pod.namespace')
    .example('meshctl proxy-status --from syncz.json', 'See every proxy of a control plane')
    .example('meshctl proxy-status --from syncz.json -v', 'See how far each is, type by type')
    .example('meshctl proxy-status --from syncz.json -n shop -o wide', 'See what keeps proxies out of sync')
    .example(
      'meshctl proxy-status --file proxy.json --control-plane istiod.json',
      'Compare what a proxy runs with what it should',
    )
    .optionsGroup('Source:')
    .addOption(statusFileOption())
    .addOption(
      new Option('-f, --file <file>', 'the config_dump of a proxy, to compare').conflicts('statusFiles'),
    )
    .addOption(
      new Option('--control-plane <file>', 'the config_dump that istiod makes for that proxy').conflicts(
        'from',
      ),
    )
    .optionsGroup('Selection:')
    .addOption(new Option('-n, --namespace <name>', 'only proxies of this namespace'))
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment to count ages to, such as 2027-01-31T12:00:00Z'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'wide', 'short', 'json', 'yaml']))
    .addOption(new Option('--verbosity <level>', 'istioctl: 1 is -v').argParser(Number).hideHelp())
    .handler(async (words: readonly string[], options: ProxyStatusOptions) => {
      if (options.file !== undefined || options.controlPlane !== undefined) {
        await printSync(io, options);
        return 0;
      }
      const { names, byType } = istioctlLevel(io, words, options);
      const answers = await readAnswers(io, options.statusFiles);
      const proxies = selectProxies(
        answers.flatMap((answer) => answer.proxies),
        { namespace: options.namespace, names },
      );
      await print(io, options, { answers, proxies, byType });
      return 0;
    });
}

/** Its setting is `statusFiles` (MESHCTL_STATUS_FILES): the `--from` of other commands means something else. */
class StatusFileOption extends Option {
  override attributeName(): string {
    return 'statusFiles';
  }
}

const statusFileOption = (): Option =>
  new StatusFileOption('--from <file>', 'an answer of istiod, also .gz; - for stdin; may be repeated')
    .default([])
    .argParser((file: string, previous: readonly string[]) => [...previous, file]);

/** istioctl's `-v` takes a level: the `1` of `-v 1` is no proxy. */
function istioctlLevel(
  { verbosity }: CommandIo,
  words: readonly string[],
  options: ProxyStatusOptions,
): { readonly names: readonly string[]; readonly byType: boolean } {
  const level = verbosity > 0 ? words.findIndex((word) => /^\d$/.test(word)) : -1;
  return {
    names: words.filter((_, index) => index !== level),
    byType: (options.verbosity ?? Number(level < 0 ? verbosity : words[level])) > 0,
  };
}

async function readAnswers(io: CommandIo, files: readonly string[]): Promise<readonly StatusAnswer[]> {
  if (files.length === 0) {
    throw new MeshctlError('usage', 'nothing says how far proxies are', {
      hint: 'save what istiod answers at /debug/syncz, and name the file with --from',
    });
  }
  const answers: StatusAnswer[] = [];
  for (const file of files) {
    const { bytes, name } = await readDumpFile(io, file);
    answers.push(...readStatus(bytes.toString('utf8'), name));
  }
  return answers;
}

interface Status {
  readonly answers: readonly StatusAnswer[];
  readonly proxies: readonly ProxyStatus[];
  readonly byType: boolean;
}

async function print(
  io: CommandIo,
  { output, now = new Date() }: ProxyStatusOptions,
  { answers, proxies, byType }: Status,
): Promise<void> {
  if (output === 'json' || output === 'yaml') {
    const wanted = new Set(proxies);
    const data = answers.map((answer) => answer.dataOf(wanted));
    await printData(io, output, data.length === 1 ? (data[0] ?? {}) : data);
    return;
  }
  const layout = { format: output, byType, now, colors: output !== 'short' && io.colors.out };
  printTable(io, output, proxyStatusColumns(proxies, layout), proxies);
}

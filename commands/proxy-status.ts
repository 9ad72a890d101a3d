import { Option } from 'commander';
import { selectProxies, type ProxyStatus, type StatusAnswer } from '../src/proxy/status/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addControlPlaneOptions } from './control-plane-options.ts';
import { exitCodeOf } from './exit-codes.ts';
import { addKubeOptions } from './kube-options.ts';
import { momentOption } from './moment-option.ts';
import { outputOption } from './options.ts';
import { proxyAdminPortOption } from './pod-options.ts';
import { printData } from './print-data.ts';
import { printSync } from './print-sync.ts';
import { printTable } from './print-table.ts';
import { proxyStatusColumns } from './proxy-status-columns.ts';
import { readProxyStatus, type StatusSourceOptions } from './read-proxy-status.ts';
import type { SyncOptions } from './sync-sides.ts';
import { tellMissing } from './tell-missing.ts';
import { UsageError } from './usage-error.ts';
import { addXdsOptions } from './xds-options.ts';

interface ProxyStatusOptions extends StatusSourceOptions, SyncOptions {
  readonly output: 'table' | 'wide' | 'short' | 'json' | 'yaml';
  readonly now?: Date;
  readonly verbosity?: number;
}

/** `meshctl proxy-status`. */
export function proxyStatusCommand(io: CommandIo): CliCommand {
  return withOptions(described(), io).handler(
    async (words: readonly string[], options: ProxyStatusOptions) => {
      const { names, byType } = istioctlLevel(io, words, options);
      if (isComparison(names, options)) {
        await printSync(io, names[0], options);
        return 0;
      }
      const { answers, missing } = await readProxyStatus(io, options);
      const proxies = selectProxies(
        answers.flatMap((answer) => answer.proxies),
        { namespace: options.namespace, names },
      );
      await print(io, options, { answers, proxies, byType });
      tellMissing(io, 'proxies', missing);
      return missing.length > 0 ? exitCodeOf.environment : 0;
    },
  );
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Shows which resources each proxy has taken from its control plane: every istiod of the cluster is asked, one at an address (--xds-address), or saved answers are read (--from). With -v there is a column for each type of resource: SYNCED, STALE (sent, not acknowledged), NOT SENT, IGNORED (never asked for) or ERROR (refused), and for how long. With the name of a pod, what its proxy runs is compared with what istiod says it should. Nothing is changed.',
    )
    .argument(
      '[proxies...]',
      'a pod to compare, as [type/]name[.namespace]; with --from or --xds-address only these are listed',
    )
    .example('meshctl proxy-status', 'See every proxy of the cluster')
    .example('meshctl proxy-status -n shop -o wide', 'See what keeps proxies of a namespace out of sync')
    .example('meshctl proxy-status deployment/cart.shop', 'Compare what a proxy runs with what it should')
    .example('meshctl proxy-status --from syncz.json -v', 'See from a saved answer how far each is, by type')
    .example(
      'meshctl proxy-status --file proxy.json --control-plane istiod.json',
      'Compare a proxy with its control plane in saved dumps',
    );

function withOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Source:')
    .addOption(statusFileOption())
    .addOption(
      new Option('-f, --file <file>', 'the config_dump of a proxy, to compare').conflicts('statusFiles'),
    )
    .addOption(
      new Option('--control-plane <file>', 'the config_dump that istiod makes for that proxy').conflicts(
        'statusFiles',
      ),
    )
    .optionsGroup('Selection:')
    .addOption(new Option('-n, --namespace <name>', 'only proxies of this namespace; that of the pod'));
  addControlPlaneOptions(command)
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment to count ages to, such as 2027-01-31T12:00:00Z'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'wide', 'short', 'json', 'yaml']))
    .addOption(new Option('--verbosity <level>', 'istioctl: 1 is -v').argParser(Number).hideHelp());
  return addKubeOptions(addXdsOptions(command), io).addOption(proxyAdminPortOption());
}

/** Of a live cluster, one name is a proxy to compare, as in istioctl. */
function isComparison(
  names: readonly string[],
  { file, controlPlane, statusFiles, xdsAddress }: ProxyStatusOptions,
): boolean {
  if (file !== undefined || controlPlane !== undefined) return true;
  if (statusFiles.length > 0 || xdsAddress !== undefined || names.length === 0) return false;
  if (names.length === 1) return true;
  throw new UsageError('proxies are compared one at a time', {
    hint: 'name one pod, or none to list the proxies of the cluster; -n narrows the list',
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

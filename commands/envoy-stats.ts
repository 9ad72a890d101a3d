import { Option } from 'commander';
import { MeshctlError } from '../src/errors.ts';
import { requestAdmin } from '../src/proxy/source/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addPodOptions, podArgument } from './pod-options.ts';
import { printData } from './print-data.ts';
import { adminOption } from './proxy-config/admin-source.ts';
import {
  askAll,
  failIfAny,
  liveProxies,
  type LiveProxy,
  type LiveProxyOptions,
} from './proxy-config/live-proxies.ts';
import { UsageError } from './usage-error.ts';

interface StatsOptions extends LiveProxyOptions {
  readonly statsType: 'server' | 'clusters';
  readonly output: 'short' | 'json' | 'yaml' | 'prom' | 'prom-merged';
}

/** `meshctl envoy-stats`. */
export function envoyStatsCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Prints what live proxies count, as Envoy tells it. prom-merged asks the agent beside the proxy, whose answer has the metrics of the application and of the agent, too.',
    )
    .addArgument(podArgument())
    .example('meshctl envoy-stats web-6d4c9.shop', 'See every counter of a proxy')
    .example(
      'meshctl envoy-stats deployment/web.shop -t clusters',
      'See the hosts of clusters and their requests',
    )
    .example('meshctl envoy-stats -n shop -l app=web -o prom', 'See several proxies as Prometheus does')
    .optionsGroup('Selection:')
    .addOption(
      new StatsTypeOption('-t, --type <type>', 'what to print')
        .choices(['server', 'clusters'])
        .default('server'),
    )
    .optionsGroup('Source:')
    .addOption(adminOption());
  return addPodOptions(command, io)
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result')
        .choices(['short', 'json', 'yaml', 'prom', 'prom-merged'])
        .default('short'),
    )
    .handler(async (pod: string | undefined, options: StatsOptions) => {
      const { path, port } = requestFor(options);
      const proxies = await liveProxies(io, pod, { ...options, proxyAdminPort: port });
      const asked = (proxy: LiveProxy) => requestAdmin(proxy.target, { method: 'GET', path });
      const { answers, failures } = await askAll(proxies, asked);
      const stats = answers.map(({ proxy, answer }) => ({
        proxy: proxy.target.name,
        text: answer.toString('utf8'),
      }));
      await print(io, options, stats);
      failIfAny(io, failures);
      return 0;
    });
}

/** Its setting is `statsType`: the `--type` of other commands is that of a listener. */
class StatsTypeOption extends Option {
  override attributeName(): string {
    return 'statsType';
  }
}

/** Where the agent of Istio merges the metrics of a pod. */
const agentPort = 15_020;

function requestFor({ statsType, output, admin, proxyAdminPort: port }: StatsOptions): {
  readonly path: string;
  readonly port: number;
} {
  const isData = output === 'json' || output === 'yaml';
  if (statsType === 'clusters') {
    if (output === 'prom' || output === 'prom-merged') {
      throw new UsageError(`clusters cannot be printed as ${output}`, { hint: 'use short, json or yaml' });
    }
    return { port, path: isData ? '/clusters?format=json' : '/clusters' };
  }
  if (output === 'prom') return { port, path: '/stats/prometheus' };
  if (output !== 'prom-merged') return { port, path: isData ? '/stats?format=json' : '/stats' };
  if (admin === undefined) return { port: agentPort, path: '/stats/prometheus' };
  throw new UsageError('an admin port has no merged metrics', {
    hint: 'name a pod, or ask for `-o prom`',
  });
}

interface ProxyStats {
  readonly proxy: string;
  readonly text: string;
}

/** Of one proxy that was named as it says it; what labels choose may be several, each under its name. */
async function print(
  io: CommandIo,
  { output, selector }: StatsOptions,
  stats: readonly ProxyStats[],
): Promise<void> {
  const many = selector !== undefined;
  if (output === 'json' || output === 'yaml') {
    const values = stats.map(({ proxy, text }) => ({ proxy, stats: parsed(text, proxy) }));
    const [first] = values;
    if (many) await printData(io, output, values);
    else if (first !== undefined) await printData(io, output, first.stats);
    return;
  }
  for (const { proxy, text } of stats) {
    if (many) io.out(`# ${proxy}\n`);
    io.out(text.endsWith('\n') ? text : `${text}\n`);
  }
}

function parsed(text: string, proxy: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The same as for JSON of another sort.
  }
  throw new MeshctlError('environment', `the proxy at ${proxy} does not answer with JSON`, {
    hint: 'check that this is the admin port of an Envoy: 15000 in proxies of Istio',
  });
}

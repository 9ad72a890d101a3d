import { Argument, Option } from 'commander';
import {
  findPods,
  parsePodTarget,
  type ClusterClient,
  type FindPodsOptions,
  type Pod,
} from '../../src/kube/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { CommandBuilder } from '../entry.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import { UsageError } from '../usage-error.ts';
import { addDashboardOptions, podPortOption, type DashboardOptions } from './dashboard-options.ts';
import type { PodDashboard } from './pod-dashboards.ts';
import { showDashboard } from './show-dashboard.ts';

interface PodDashboardOptions extends DashboardOptions, KubeOptions {
  readonly namespace?: string;
  readonly selector?: string;
  readonly uiPort?: number;
  readonly ctrlz_port?: number;
}

/** `meshctl dashboard proxy` and the like. */
export function podDashboardCommand(dashboard: PodDashboard): CommandBuilder {
  const { name, title, path, port, portFlag, example } = dashboard;
  return (io: CommandIo): CliCommand => {
    const command = new CliCommand()
      .description(
        `Opens ${title} in a pod: connections to a port of this machine are led to it until Ctrl-C. The address is printed.`,
      )
      .addArgument(new Argument('[pod]', 'the pod, as [type/]name[.namespace]'))
      .example(`meshctl dashboard ${name} ${example}`, 'Look at it in a browser')
      .example(`meshctl dashboard ${name} ${example} --browser=false`, 'Only listen, and print the address')
      .example(`meshctl dashboard ${name} -l app=${example.replace(/.*\/|\..*/g, '')}`, 'Choose by labels')
      .optionsGroup('Pod:')
      .addOption(new Option('-l, --selector <labels>', 'labels of the pod, such as app=web'))
      .addOption(new Option('-n, --namespace <name>', 'namespace of the pod, instead of that of the context'))
      .addOption(podPortOption(`${portFlag} <port>`, port));
    return addKubeOptions(addDashboardOptions(command), io).handler(
      (pod: string | undefined, options: PodDashboardOptions) => {
        const { uiPort, ctrlz_port: controlPort } = options;
        const find = finder(dashboard, pod, options);
        return showDashboard(io, { title, path, remotePort: uiPort ?? controlPort ?? port, find }, options);
      },
    );
  };
}

function finder(
  { byDefault, name, example }: PodDashboard,
  pod: string | undefined,
  { selector, namespace, istioNamespace }: PodDashboardOptions,
): (client: ClusterClient) => Promise<Pod> {
  if (pod !== undefined && selector !== undefined) {
    throw new UsageError('a pod and --selector each say which pod is meant', { hint: 'give one of them' });
  }
  if (pod !== undefined) return (client) => firstOf(client, parsePodTarget(pod), namespace);
  if (selector !== undefined) return (client) => firstOf(client, { selector }, namespace);
  if (byDefault === undefined) {
    throw new UsageError('no pod is named', { hint: `name one: meshctl dashboard ${name} ${example}` });
  }
  return (client) => firstOf(client, { selector: byDefault }, namespace ?? istioNamespace);
}

async function firstOf(
  client: ClusterClient,
  wanted: Parameters<typeof findPods>[1],
  namespace: FindPodsOptions['namespace'],
): Promise<Pod> {
  const [pod] = await findPods(client, wanted, namespace === undefined ? {} : { namespace });
  return pod;
}

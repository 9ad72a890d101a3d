import { Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { findPods, type ClusterClient, type Pod } from '../../src/kube/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { CommandBuilder } from '../entry.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import type { Addon } from './addons.ts';
import { addDashboardOptions, podPortOption, type DashboardOptions } from './dashboard-options.ts';
import { showDashboard } from './show-dashboard.ts';

interface AddonOptions extends DashboardOptions, KubeOptions {
  readonly namespace?: string;
  readonly uiPort: number;
}

/** `meshctl dashboard kiali` and the like. */
export function addonCommand(addon: Addon): CommandBuilder {
  const { name, title } = addon;
  return (io: CommandIo): CliCommand => {
    const command = new CliCommand()
      .description(
        `Opens ${title}, which runs in the cluster: connections to a port of this machine are led to its pod until Ctrl-C. The address is printed.`,
      )
      .example(`meshctl dashboard ${name}`, `Look at ${title} in a browser`)
      .example(`meshctl dashboard ${name} --browser=false --port 9000`, 'Only listen, at a certain port')
      .example(`meshctl dashboard ${name} -n monitoring`, 'Find it in another namespace')
      .optionsGroup('Pod:')
      .addOption(new Option('-n, --namespace <name>', 'namespace of the pod, instead of -i'))
      .addOption(podPortOption('--ui-port <port>', addon.port));
    return addKubeOptions(addDashboardOptions(command), io).handler((options: AddonOptions) => {
      const { uiPort, istioNamespace, namespace = istioNamespace } = options;
      const find = (client: ClusterClient): Promise<Pod> => podOf(client, addon, namespace);
      return showDashboard(io, { title, remotePort: uiPort, path: addon.path, find }, options);
    });
  };
}

async function podOf(client: ClusterClient, { title, selector }: Addon, namespace: string): Promise<Pod> {
  try {
    const [pod] = await findPods(client, { selector }, { namespace });
    return pod;
  } catch (error) {
    if (!(error instanceof MeshctlError) || error.code !== 'usage') throw error;
    throw new MeshctlError('environment', `${title} does not run in the namespace ${namespace}`, {
      reason: `no pod there has the label ${selector}`,
      hint: '-n names another namespace; the add-ons of Istio are in samples/addons of its release',
      cause: error,
    });
  }
}

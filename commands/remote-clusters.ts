import type { Column } from '../src/output/index.ts';
import type { RemoteCluster, RemoteClusters } from '../src/remote-cluster/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addControlPlaneOptions, istiodOptions, type ControlPlaneOptions } from './control-plane-options.ts';
import { exitCodeOf } from './exit-codes.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { outputOption } from './options.ts';
import { printDocument } from './print-document.ts';
import { printTable } from './print-table.ts';
import { tellMissing } from './tell-missing.ts';
import { warn } from './warn.ts';

interface RemoteClustersOptions extends KubeOptions, ControlPlaneOptions {
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl remote-clusters`. */
export function remoteClustersCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists the clusters that each istiod reads, and how far it is with each: synced, syncing or timeout. A Secret for a cluster that an istiod does not know is listed as not loaded.',
    )
    .example('meshctl remote-clusters', 'See the clusters of every istiod')
    .example('meshctl remote-clusters --revision canary', 'See those of a revision')
    .example('meshctl remote-clusters -o json', 'Give the list to a script');
  addControlPlaneOptions(command.optionsGroup('Control plane:'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io).handler(async (options: RemoteClustersOptions) => {
    const { connect } = await import('../src/kube/index.ts');
    const { remoteClusters } = await import('../src/remote-cluster/index.ts');
    const found = await remoteClusters(
      await connect(connectOptions(io, options)),
      istiodOptions(io, options),
    );
    await print(io, options, found);
    tellMissing(io, 'clusters', found.missing);
    warnOfSecrets(io, found);
    return found.missing.length > 0 ? exitCodeOf.environment : 0;
  });
}

const columns: readonly Column<RemoteCluster>[] = [
  { header: 'Name', cell: ({ name }) => name },
  { header: 'Secret', cell: ({ secret }) => secret },
  { header: 'Status', cell: ({ status }) => status },
  { header: 'Istiod', cell: ({ istiod }) => istiod },
];

async function print(
  io: CommandIo,
  { output }: RemoteClustersOptions,
  { clusters, missing }: RemoteClusters,
): Promise<void> {
  if (output === 'table') {
    printTable(io, output, columns, clusters);
    return;
  }
  await printDocument(io, output, 'RemoteClusterList', {
    clusters,
    missing: missing.map(({ istiod, error }) => ({ istiod, message: error.message })),
  });
}

function warnOfSecrets(io: CommandIo, { clusters, secretsUnread }: RemoteClusters): void {
  if (secretsUnread !== undefined) warn(io, `Secrets were not compared: ${secretsUnread.message}`);
  const unknown = clusters.filter(({ status }) => status === 'not loaded');
  if (unknown.length === 0) return;
  io.note(
    `${unknown.length === 1 ? 'a Secret is' : 'Secrets are'} not loaded: the log of istiod says why, such as a kubeconfig it cannot use`,
  );
}

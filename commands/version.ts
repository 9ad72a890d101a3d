import { Option } from 'commander';
import { MeshctlError } from '../src/errors.ts';
import type { MeshVersions, VersionSkew } from '../src/istiod/index.ts';
import { istioVersion, kubernetesRange, version } from '../src/version.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addControlPlaneOptions, type ControlPlaneOptions } from './control-plane-options.ts';
import { exitCodeOf } from './exit-codes.ts';
import { addKubeOptions, type KubeOptions } from './kube-options.ts';
import { outputOption } from './options.ts';
import { printDocument } from './print-document.ts';
import { readMeshVersions, type Unread } from './read-mesh-versions.ts';
import { versionTable } from './version-table.ts';

interface VersionOptions extends KubeOptions, ControlPlaneOptions {
  readonly output: 'table' | 'json' | 'yaml' | 'short';
  readonly short: boolean;
  readonly remote: boolean;
}

/** `meshctl version`. */
export function versionCommand(io: CommandIo): CliCommand {
  return withOptions(described(), io).handler(async (options: VersionOptions) => {
    const { output, short, remote } = options;
    if (short || output === 'short') {
      io.out(`${version}\n`);
      return 0;
    }
    const client = clientVersions(io);
    const mesh = remote ? await readMeshVersions(io, options) : undefined;
    if (output === 'table') io.out(await versionTable(io, client, meshOf(mesh)));
    else await printDocument(io, output, 'Version', { ...client, ...(await document(mesh)) });
    return tell(io, mesh, options);
  });
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Shows the version of meshctl, of the Istio it knows, and of what runs in the cluster: control planes as their istiods say, proxies as counted by them, and whether they go together. A control plane may be one minor version ahead of its proxies, and proxies are never ahead. Without a cluster, or with --remote=false, only the first is shown.',
    )
    .example('meshctl version', 'See all versions at a glance')
    .example('meshctl version --remote=false', 'Ask no cluster')
    .example('meshctl version -o short', 'Print the version of meshctl alone')
    .example('meshctl version -o json', 'Hand the versions to a script');

function withOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Selection:')
    .addOption(new Option('--remote', 'ask the cluster as well; --remote=false does not').default(true));
  addControlPlaneOptions(command)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml', 'short']))
    .addOption(new Option('-s, --short', 'the version of meshctl alone (-o short)').default(false));
  return addKubeOptions(command, io);
}

function clientVersions({ runtime: { node, platform, arch } }: CommandIo): Readonly<Record<string, string>> {
  return { meshctl: version, istio: istioVersion, kubernetes: kubernetesRange, node, platform, arch };
}

const meshOf = (read: MeshVersions | Unread | undefined): MeshVersions | undefined =>
  read === undefined || 'unread' in read ? undefined : read;

/** The parts of the document about the cluster; none when it was not read. */
async function document(
  read: MeshVersions | Unread | undefined,
): Promise<(Pick<MeshVersions, 'controlPlanes' | 'dataPlane'> & { skew: VersionSkew }) | undefined> {
  const mesh = meshOf(read);
  if (mesh === undefined) return undefined;
  const { versionSkew } = await import('../src/istiod/index.ts');
  return { controlPlanes: mesh.controlPlanes, dataPlane: mesh.dataPlane, skew: versionSkew(mesh) };
}

/** Says what is missing and why. That nobody set up a cluster is no failure: the question is answered as far as it goes. */
function tell(
  io: CommandIo,
  read: MeshVersions | Unread | undefined,
  { istioNamespace, kubeconfig, context }: VersionOptions,
): number {
  if (read === undefined) return 0;
  if ('unread' in read) {
    const { unread, configured } = read;
    io.note(`no versions of a mesh: ${words(unread)}`);
    return configured || kubeconfig !== undefined || context !== undefined ? exitCodeOf[unread.code] : 0;
  }
  for (const { istiod, error } of read.missing)
    io.note(
      `${istiod} does not answer, its version is that of its image, its proxies are missing: ${words(error)}`,
    );
  if (read.controlPlanes.length === 0) io.note(`no istiod is ready in the namespace ${istioNamespace}`);
  return 0;
}

const words = ({ message, reason }: MeshctlError): string =>
  reason === undefined ? message : `${message}: ${reason}`;

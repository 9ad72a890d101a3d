import { InvalidArgumentError, Option } from 'commander';
import type { JsonObject } from '../src/json.ts';
import { labelOf } from '../src/label-of.ts';
import { describeKey } from '../src/kube/apply/index.ts';
import type { RemoteSecretOptions } from '../src/remote-cluster/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { outputOption } from './options.ts';
import { printData } from './print-data.ts';
import { warn } from './warn.ts';

interface CreateRemoteSecretOptions extends KubeOptions {
  readonly type: 'remote' | 'config';
  readonly name?: string;
  readonly server?: string;
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly secretName?: string;
  readonly createServiceAccount: boolean;
  readonly authType: 'bearer-token' | 'plugin';
  readonly authPluginName: string;
  readonly authPluginConfig: Readonly<Record<string, string>>;
  readonly remoteManifests?: string;
  readonly output: 'yaml' | 'json';
}

/** `meshctl create-remote-secret`. */
export function createRemoteSecretCommand(io: CommandIo): CliCommand {
  const command = withCredentialOptions(described())
    .optionsGroup('Output:')
    .addOption(outputOption(['yaml', 'json']));
  return addKubeOptions(command, io).handler(async (options: CreateRemoteSecretOptions) => {
    if (options.remoteManifests !== undefined)
      io.note('note: --manifests is not used: the objects are those that meshctl installs');
    const { connectWriter } = await import('../src/kube/apply/index.ts');
    const { createRemoteSecret, isLoopback } = await import('../src/remote-cluster/index.ts');
    const writer = await connectWriter(connectOptions(io, options));
    const { secret, server } = await createRemoteSecret(writer, await requestOf(io, options));
    await printData(io, options.output, secret);
    if (isLoopback(server)) warnOfLoopback(io, server);
    return 0;
  });
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Prints a Secret with which istiods of other clusters reach this one: apply it there. It holds a token that does not expire, so pipe it on instead of keeping it. The service account, its permissions and the Secret with its token are made in this cluster where they are missing; objects that are there are not changed.',
    )
    .example(
      'meshctl create-remote-secret --context east --name east | kubectl apply --context west -f -',
      'Let the control plane of west read the cluster east',
    )
    .example(
      'meshctl create-remote-secret --name kind --server https://172.18.0.2:6443',
      'Name the address that other clusters reach',
    )
    .example(
      'meshctl create-remote-secret --create-service-account=false --service-account reader',
      'Use a service account that is there',
    )
    .optionsGroup('Cluster to be reached:')
    .addOption(new Option('--name <cluster>', 'its name in the mesh, instead of the uid of kube-system'))
    .addOption(new Option('--server <url>', 'its API server, instead of that of the kubeconfig'))
    .addOption(
      new Option('--type <type>', 'for other clusters (remote) or for an istiod outside of it (config)')
        .choices(['remote', 'config'])
        .default('remote'),
    )
    .addOption(new Option('-n, --namespace <name>', 'namespace of the Secret, instead of -i'));

function withCredentialOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Credential:')
    .addOption(
      new Option('--service-account <name>', 'who istiod will be, instead of istio-reader-service-account'),
    )
    .addOption(new Option('--secret-name <name>', 'the Secret that holds the token of the service account'))
    .addOption(
      new Option('--create-service-account', 'make the service account if it is missing').default(true),
    )
    .addOption(
      new Option('--auth-type <type>', 'log in by the token, or by a plugin of the client')
        .choices(['bearer-token', 'plugin'])
        .default('bearer-token'),
    )
    .addOption(new Option('--auth-plugin-name <name>', 'the plugin').default('gcp'))
    .addOption(
      new Option('--auth-plugin-config <key=value>', 'settings of the plugin; may be repeated')
        .default({})
        .argParser(withSettings),
    )
    .addOption(new ManifestsOption('-d, --manifests <folder>', 'taken for istioctl, not used').hideHelp());
}

/** Its setting is `remoteManifests`: the `--manifests` of other commands does something. */
class ManifestsOption extends Option {
  override attributeName(): string {
    return 'remoteManifests';
  }
}

/** `a=1,b=2` on top of those before. */
function withSettings(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = text.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new InvalidArgumentError('give key=value');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { ...before, ...Object.fromEntries(pairs) };
}

async function requestOf(io: CommandIo, options: CreateRemoteSecretOptions): Promise<RemoteSecretOptions> {
  const { type, name, server, istioNamespace, serviceAccount, secretName } = options;
  const { authType, authPluginName, authPluginConfig, createServiceAccount } = options;
  const namespace = options.namespace ?? istioNamespace;
  return {
    ...{ type, namespace, signal: io.interrupt() },
    ...(name !== undefined && { cluster: name }),
    ...(server !== undefined && { server }),
    ...(serviceAccount !== undefined && { serviceAccount }),
    ...(secretName !== undefined && { secretName }),
    ...(authType === 'plugin' && { plugin: { name: authPluginName, config: authPluginConfig } }),
    readers: createServiceAccount ? await readersIn(namespace) : [],
    onCreated: (key) => {
      io.note(`created: ${describeKey(key)}`);
    },
  };
}

/** The namespace and, in it, the account that may read a cluster for istiods elsewhere, as an installation has it. */
async function readersIn(namespace: string): Promise<readonly JsonObject[]> {
  const { loadOperatorSpec, renderManifests } = await import('../src/operator/index.ts');
  const spec = await loadOperatorSpec({
    sets: ['profile=default', `values.global.istioNamespace=${namespace}`],
  });
  const { objects } = await renderManifests(spec);
  const readers = objects
    .map(({ object }) => object)
    .filter((object) => labelOf(object, 'app') === 'istio-reader');
  return [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }, ...readers];
}

function warnOfLoopback(io: CommandIo, server: string): void {
  warn(io, `${server} is an address of this machine, which other clusters do not reach`);
  io.err('  hint: name one that they do with --server, such as that of the container for kind\n');
}

import { Argument, InvalidArgumentError, Option } from 'commander';
import type { ClusterClient, FoundPods, Pod } from '../src/kube/index.ts';
import type { AdminTarget } from '../src/proxy/source/index.ts';
import type { CliCommand, GivenFlags } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { millisecondsOf } from './request-timeout.ts';

/** What the options of a command that talks to proxies in pods say. */
export interface PodOptions extends KubeOptions {
  /** Where to look for pods that are named without a namespace. */
  readonly namespace?: string;
  /** Labels of the pods. */
  readonly selector?: string;
  readonly proxyAdminPort: number;
}

/** `[pod]`. */
export function podArgument(): Argument {
  return new Argument(
    '[pod]',
    'the pod of the proxy, as [type/]name[.namespace], such as deployment/web.shop',
  );
}

/** Adds the options that say which pods of which cluster, those of the cluster under a heading of their own. */
export function addPodOptions(command: CliCommand, io: CommandIo): CliCommand {
  command.addOption(new Option('-l, --selector <labels>', 'labels of the pod, such as app=web'));
  return addNamedPodOptions(command, io);
}

/** The same for commands that take pods by their names alone; `pods` are the arguments that are such names. */
export function addNamedPodOptions(
  command: CliCommand,
  io: CommandIo,
  pods: readonly string[] = ['pod'],
): CliCommand {
  command
    .addOption(new Option('-n, --namespace <name>', 'namespace of the pod, instead of that of the context'))
    .addOption(proxyAdminPortOption());
  for (const name of pods) command.completer(name, (given) => knownPods(io, given));
  return addKubeOptions(command, io, 'time for each answer of a live proxy, and to find its pod; 0 for any');
}

async function knownPods({ env, cwd }: CommandIo, given: GivenFlags): Promise<readonly string[]> {
  const { connect, podNames } = await import('../src/kube/index.ts');
  const [kubeconfig, context, namespace] = ['kubeconfig', 'context', 'namespace'].map((name) =>
    given.get(name),
  );
  const client = await connect({
    ...{ env, cwd, timeout: patience },
    ...(kubeconfig !== undefined && { kubeconfig }),
    ...(context !== undefined && { context }),
  });
  return podNames(client, namespace);
}

/** Completion waits no longer. */
const patience = 1000;

/** `--proxy-admin-port <port>`. */
export function proxyAdminPortOption(): Option {
  return new Option('--proxy-admin-port <port>', 'admin port of the proxy in the pod')
    .default(15_000)
    .argParser(portNumber);
}

/** Pods with the cluster they are in. */
interface NamedPods {
  readonly client: ClusterClient;
  /** The one to ask comes first. */
  readonly pods: FoundPods;
}

/** Finds the pods of a name such as `deployment/web.shop`, or those with the labels that the options have. */
export async function findNamedPods(
  io: CommandIo,
  name: string | undefined,
  options: PodOptions,
): Promise<NamedPods> {
  const { connect, findPods, parsePodTarget } = await import('../src/kube/index.ts');
  const { namespace, selector = '' } = options;
  const wanted = name === undefined ? { selector } : parsePodTarget(name);
  const client = await connect(connectOptions(io, options));
  const pods = await findPods(client, wanted, { ...(namespace !== undefined && { namespace }) });
  return { client, pods };
}

/** The admin interface of the proxy in a pod; each request opens a connection of its own through the API server. */
export function podTarget(
  io: CommandIo,
  { requestTimeout }: Pick<PodOptions, 'requestTimeout'>,
  client: ClusterClient,
  pod: Pod,
  port: number,
): AdminTarget {
  return {
    name: `${pod.name}.${pod.namespace}`,
    address: `http://127.0.0.1:${port}`,
    connect: (signal) => client.forward(pod, port, signal),
    timeout: millisecondsOf(requestTimeout),
    signal: io.interrupt(),
  };
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('give a number from 1 to 65535');
}

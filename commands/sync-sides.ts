import { MeshctlError } from '../src/errors.ts';
import type { ClusterClient, Pod, PodName } from '../src/kube/index.ts';
import { fieldsOf } from '../src/object-fields.ts';
import { readDump, type ProxyDump, type SectionKind } from '../src/proxy/index.ts';
import type { CommandIo } from './command-io.ts';
import { istiodOptions, type ControlPlaneOptions } from './control-plane-options.ts';
import { readDumpFile } from './dump-file.ts';
import { connectOptions, type KubeOptions } from './kube-options.ts';
import { podTarget } from './pod-options.ts';
import { UsageError } from './usage-error.ts';

/** Where the two sides of a comparison are: in files, else in the cluster. */
export interface SyncOptions extends KubeOptions, ControlPlaneOptions {
  /** The dump of the proxy. */
  readonly file?: string;
  /** The dump that istiod makes for it. */
  readonly controlPlane?: string;
  readonly namespace?: string;
  readonly proxyAdminPort: number;
}

/** What a proxy runs, and what its control plane says it should. */
export interface SyncSides {
  readonly expected: ProxyDump;
  readonly running: ProxyDump;
}

/** Reads both sides; `name` is the pod, as `[type/]name[.namespace]`, and needed for what is in no file. */
export async function syncSides(
  io: CommandIo,
  name: string | undefined,
  options: SyncOptions,
): Promise<SyncSides> {
  const { file, controlPlane } = options;
  if (file !== undefined && controlPlane !== undefined) {
    return { expected: await dumpIn(io, controlPlane), running: await dumpIn(io, file) };
  }
  if (name === undefined) {
    throw new UsageError('--file and --control-plane belong together', {
      hint: 'give both, or name the pod to ask it or its istiod for the other',
    });
  }
  const { connect } = await import('../src/kube/index.ts');
  const client = await connect(connectOptions(io, options));
  const pod = await podNamed(client, name, options);
  const [expected, running] = await Promise.all([
    controlPlane === undefined ? expectedOf(io, client, pod, options) : dumpIn(io, controlPlane),
    file === undefined ? runningIn(io, client, pod, options) : dumpIn(io, file),
  ]);
  return { expected, running };
}

async function dumpIn(io: CommandIo, file: string): Promise<ProxyDump> {
  const { bytes, name } = await readDumpFile(io, file);
  return readDump(bytes, { name });
}

/** A proxy whose dump is in a file need not be a pod: it may be on a machine. */
async function podNamed(client: ClusterClient, text: string, options: SyncOptions): Promise<Pod> {
  const { findPods, parsePodTarget } = await import('../src/kube/index.ts');
  const target = parsePodTarget(text);
  const { file, namespace = client.namespace } = options;
  if (file !== undefined && target.type === 'pods') {
    return { namespace, ...target, object: {} };
  }
  const [pod] = await findPods(client, target, { namespace });
  if (isZtunnel(pod)) throw noEnvoy(pod);
  return pod;
}

const isZtunnel = ({ object }: Pod): boolean =>
  fieldsOf(object.metadata)?.inner('labels')?.text('app') === 'ztunnel';

function noEnvoy({ name, namespace }: PodName): MeshctlError {
  return new MeshctlError('usage', `${name}.${namespace} is a ztunnel, which has nothing to compare`, {
    reason: 'it takes workloads, services and policies, not the clusters, listeners and routes of an Envoy',
    hint: `\`meshctl ztunnel-config all ${name}.${namespace}\` shows what it knows, \`meshctl proxy-status\` how far it is`,
  });
}

async function expectedOf(
  io: CommandIo,
  client: ClusterClient,
  { name, namespace }: PodName,
  options: SyncOptions,
): Promise<ProxyDump> {
  const { expectedDump } = await import('../src/istiod/index.ts');
  return expectedDump(client, `${name}.${namespace}`, istiodOptions(io, options));
}

/** Of a proxy, only the sections that are compared: the whole dump may be a hundred times as large. */
async function runningIn(
  io: CommandIo,
  client: ClusterClient,
  pod: Pod,
  options: SyncOptions,
): Promise<ProxyDump> {
  const { adminSource } = await import('../src/proxy/source/index.ts');
  const source = adminSource(podTarget(io, options, client, pod, options.proxyAdminPort));
  const [clusters, listeners, routes] = await Promise.all([
    source.read('clusters'),
    source.read('listeners'),
    source.read('routes'),
  ]);
  const read: Partial<Record<SectionKind, ProxyDump>> = { clusters, listeners, routes };
  return {
    ...clusters,
    sections: [...clusters.sections, ...listeners.sections, ...routes.sections],
    section: (kind) => read[kind]?.section(kind),
  };
}

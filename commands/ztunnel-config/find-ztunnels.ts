import { compareText } from '../../src/compare-text.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { ClusterClient, Pod, PodTarget } from '../../src/kube/index.ts';
import { fieldsOf } from '../../src/object-fields.ts';
import type { WorkloadName } from '../../src/ztunnel/index.ts';
import type { CommandIo } from '../command-io.ts';
import { connectOptions } from '../kube-options.ts';
import type { PodOptions } from '../pod-options.ts';

/** Which ztunnels of a cluster are meant. */
export interface ZtunnelOptions extends PodOptions {
  /** Those of this node. */
  readonly node?: string;
}

/** Ztunnels with the cluster they are in. */
export interface FoundZtunnels {
  readonly client: ClusterClient;
  /** At least one; the one to ask comes first. */
  readonly ztunnels: readonly Pod[];
  /** The pod that was named, where it is one whose traffic the first ztunnel carries. */
  readonly workload?: WorkloadName;
}

/**
 * Finds ztunnels: the one that is named or that runs on the node of the pod that is named, those with the labels of the
 * options, that of a node, or else all.
 */
export async function findZtunnels(
  io: CommandIo,
  name: string | undefined,
  options: ZtunnelOptions,
): Promise<FoundZtunnels> {
  const { connect } = await import('../../src/kube/index.ts');
  const client = await connect(connectOptions(io, options));
  if (name === undefined && options.selector === undefined) {
    return { client, ztunnels: await ztunnelsOf(client, options, options.node) };
  }
  const pods = await podsNamed(client, name, options);
  if (pods.every(isZtunnel)) return { client, ztunnels: pods };
  const [pod] = pods.filter((one) => !isZtunnel(one));
  const node = pod && fieldsOf(pod.object.spec)?.text('nodeName');
  if (pod === undefined || node === undefined || node === '') throw noNode(pod);
  const { namespace } = pod;
  return {
    client,
    ztunnels: await ztunnelsOf(client, options, node),
    workload: { namespace, name: pod.name },
  };
}

/** A pod that is named without a namespace may be a ztunnel, which lives in that of the control plane. */
async function podsNamed(
  client: ClusterClient,
  name: string | undefined,
  { namespace, istioNamespace, selector = '' }: ZtunnelOptions,
): Promise<readonly Pod[]> {
  const { findPods, parsePodTarget } = await import('../../src/kube/index.ts');
  if (name === undefined) return findPods(client, { selector }, { namespace: namespace ?? istioNamespace });
  const target: PodTarget = parsePodTarget(name);
  try {
    return await findPods(client, target, namespace === undefined ? {} : { namespace });
  } catch (error) {
    const isMissing = error instanceof MeshctlError && error.code === 'usage';
    if (!isMissing || namespace !== undefined || target.namespace !== undefined) throw error;
    return findPods(client, target, { namespace: istioNamespace }).catch(() => {
      throw error;
    });
  }
}

const labels = 'app=ztunnel';

const isZtunnel = ({ object }: Pod): boolean =>
  fieldsOf(object.metadata)?.inner('labels')?.text('app') === 'ztunnel';

async function ztunnelsOf(
  client: ClusterClient,
  { istioNamespace: namespace }: ZtunnelOptions,
  node: string | undefined,
): Promise<readonly Pod[]> {
  const { findPods } = await import('../../src/kube/index.ts');
  const pods = await findPods(client, { selector: labels }, { namespace }).catch((error: unknown) => {
    if (error instanceof MeshctlError && error.code === 'usage') return [];
    throw error;
  });
  const running = pods.filter(
    ({ object }) =>
      fieldsOf(object.status)?.text('phase') === 'Running' &&
      (node === undefined || fieldsOf(object.spec)?.text('nodeName') === node),
  );
  if (running.length > 0) return running;
  throw new MeshctlError(
    'environment',
    `no ztunnel runs ${node === undefined ? '' : `on the node ${node}, `}in the namespace ${namespace}`,
    {
      reason: pods.length === 0 ? `no pod there has the labels ${labels}` : `${pods.length} are there`,
      hint: `\`kubectl get pods -n ${namespace} -l ${labels} -o wide\` lists them; -i names another namespace`,
    },
  );
}

function noNode(pod: Pod | undefined): MeshctlError {
  return new MeshctlError(
    'environment',
    `${pod?.name ?? 'the pod'} is on no node, so no ztunnel carries its traffic`,
    {
      hint: 'it may be pending, or you may not read it: name the ztunnel itself, or --node',
    },
  );
}

/** By name, for those who ask several. */
export const byName = (a: Pod, b: Pod): number => compareText(a.name, b.name);

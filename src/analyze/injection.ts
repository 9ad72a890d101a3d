import { namespacesAreInjectedByDefault } from './injector-settings.ts';
import type { PodSpec } from './kubernetes-shapes.ts';
import type { Mesh } from './mesh.ts';
import type { Labels, Workload } from './workloads.ts';

/**
 * How a workload takes part in the mesh: with a sidecar (VMs too), through ambient redirection, or not at all. `unknown`
 * where the Namespace decides and the input, which may be partial, does not hold it.
 */
export type Membership = 'sidecar' | 'ambient' | 'outside' | 'unknown';

/** How a workload takes part in the mesh, by the labels of its Namespace and its own. */
export function membershipOf(mesh: Mesh, workload: Workload): Membership {
  return mesh.settings.compat ? membershipInIstioctl(mesh, workload) : membership(mesh, workload);
}

/** Whether a workload surely has a sidecar. */
export const isInMesh = (mesh: Mesh, workload: Workload): boolean =>
  membershipOf(mesh, workload) === 'sidecar';

/** Whether a workload is surely redirected to the node proxy of ambient mode. */
export const isAmbient = (mesh: Mesh, workload: Workload): boolean =>
  membershipOf(mesh, workload) === 'ambient';

/** Whether a workload has a sidecar or is in ambient mode, or may be for all that the input says. */
export const mayBeInMesh = (mesh: Mesh, workload: Workload): boolean =>
  membershipOf(mesh, workload) !== 'outside';

/** Whether the Pods of a namespace are redirected to the node proxy unless they say otherwise. */
export function isAmbientNamespace(mesh: Mesh, namespace: string): boolean {
  const labels = labelsOf(mesh, namespace) ?? {};
  const revision = labels['istio.io/rev'] ?? '';
  return isRedirected(labels) && labels['istio-injection'] !== 'enabled' && revision === '';
}

/** What the labels of a Namespace say of its Pods; undefined for what `istio-injection` switches off, and no labels. */
export type NamespaceInjection = { readonly revision: string } | 'disabled' | 'unlabelled' | 'unknown';

/**
 * Who injects the Pods of a namespace that do not say otherwise. The label `istio-injection` comes before a revision,
 * and every value of it other than `enabled` switches injection off.
 */
export function namespaceInjection(mesh: Mesh, namespace: string): NamespaceInjection {
  const labels = labelsOf(mesh, namespace);
  if (labels === undefined) return mesh.settings.assume === 'complete' ? 'unlabelled' : 'unknown';
  const { 'istio-injection': injection, 'istio.io/rev': revision = '' } = labels;
  if (injection === 'enabled') return { revision: 'default' };
  if (injection !== undefined && injection !== '') return 'disabled';
  return revision === '' ? 'unlabelled' : { revision };
}

/** Namespaces whose Pods the injector never touches. */
export const isSystemNamespace = (namespace: string): boolean => systemNamespaces.has(namespace);

const systemNamespaces: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage',
]);

const labelsOf = (mesh: Mesh, namespace: string): Labels | undefined =>
  mesh.find('Namespace', '', namespace)?.labels;

const isRedirected = (labels: Labels): boolean => labels['istio.io/dataplane-mode'] === 'ambient';

/** It goes by Pods, by `istio-injection`, and by what the CNI has written on a Pod. */
function membershipInIstioctl(mesh: Mesh, workload: Workload): Membership {
  const { object, pod = {}, labels, annotations, namespace } = workload;
  if (hasProxy(pod.containers) || (object.kind === 'Pod' && hasProxy(pod.initContainers))) return 'sidecar';
  const asked = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'];
  const home = labelsOf(mesh, namespace) ?? {};
  const injected = asked === undefined ? home['istio-injection'] === 'enabled' : asked === 'true';
  if (injected) return 'sidecar';
  return annotations['ambient.istio.io/redirection'] === 'enabled' ? 'ambient' : 'outside';
}

const hasProxy = (containers: PodSpec['containers'] = []): boolean =>
  containers.some(({ name, image = '' }) => name === 'istio-proxy' && image !== '');

function membership(mesh: Mesh, workload: Workload): Membership {
  const { pod, namespace } = workload;
  if (pod === undefined || isInjectedByHand(pod)) return 'sidecar';
  if (pod.hostNetwork === true || isSystemNamespace(namespace)) return 'outside';
  const injected = isInjected(mesh, workload);
  if (injected === true) return 'sidecar';
  const redirected = isPodRedirected(mesh, workload);
  if (redirected === true) return 'ambient';
  return injected === undefined || redirected === undefined ? 'unknown' : 'outside';
}

/** The image `auto` asks the injector for the real one. */
const isInjectedByHand = ({ containers = [], initContainers = [] }: PodSpec): boolean =>
  [...containers, ...initContainers].some(
    ({ name, image = '' }) => name === 'istio-proxy' && image !== '' && image !== 'auto',
  );

/** Undefined where only the Namespace can tell. */
function isInjected(mesh: Mesh, { namespace, labels, annotations }: Workload): boolean | undefined {
  const label = labels['sidecar.istio.io/inject'];
  if ((label ?? annotations['sidecar.istio.io/inject']) === 'false') return false;
  const home = namespaceInjection(mesh, namespace);
  if (home === 'disabled') return false;
  if (typeof home === 'object') return true;
  // Without a label of the namespace only labels of the Pod make the API server ask the injector.
  if (label === 'true' || (labels['istio.io/rev'] ?? '') !== '') return true;
  if (home === 'unknown') return undefined;
  return label === undefined && namespacesAreInjectedByDefault(mesh);
}

function isPodRedirected(mesh: Mesh, { namespace, labels, annotations }: Workload): boolean | undefined {
  if (annotations['ambient.istio.io/redirection'] === 'enabled' || isRedirected(labels)) return true;
  if (labels['istio.io/dataplane-mode'] === 'none') return false;
  const home = labelsOf(mesh, namespace);
  if (home === undefined && mesh.settings.assume === 'partial') return undefined;
  return isRedirected(home ?? {});
}

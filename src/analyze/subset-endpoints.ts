import type { Host } from './hosts.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { carries, isKind, type Labels } from './workloads.ts';

/** Whether some endpoint of a host carries labels: `unknown` where the input does not hold the endpoints. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Labels that istiod adds to endpoints, and those that controllers add to Pods: no template has them. */
const addedLater =
  /^(topology\.|(kubernetes\.io\/hostname|pod-template-hash|rollouts-pod-template-hash|controller-revision-hash|apps\.kubernetes\.io\/pod-index|statefulset\.kubernetes\.io\/pod-name)$|(security|service)\.istio\.io\/)/;

/** Whether the subset with these labels of a host has an endpoint. */
export function hasEndpoint(mesh: Mesh, { object }: Host, labels: Labels): Answer {
  const asked = Object.fromEntries(Object.entries(labels).filter(([name]) => !addedLater.test(name)));
  if (Object.keys(asked).length === 0) return 'yes';
  return isKind(object, 'Service') ? ofService(mesh, object, asked) : ofServiceEntry(mesh, object, asked);
}

function ofService(mesh: Mesh, { namespace, spec }: MeshObject<'Service'>, labels: Labels): Answer {
  const { selector = {}, type } = spec;
  if (type === 'ExternalName') return 'no';
  return Object.keys(selector).length === 0 ? 'unknown' : ofSelector(mesh, namespace, selector, labels);
}

function ofServiceEntry(mesh: Mesh, { namespace, spec }: MeshObject<'ServiceEntry'>, labels: Labels): Answer {
  const { resolution, endpoints = [], workloadSelector } = spec;
  // Such hosts are reached at the address that the request has.
  if (resolution === undefined || resolution === 'NONE' || resolution === 'DYNAMIC_DNS') return 'yes';
  if (endpoints.some((endpoint) => carries(endpoint.labels ?? {}, labels))) return 'yes';
  const { labels: selector = {} } = workloadSelector ?? {};
  return Object.keys(selector).length === 0 ? 'no' : ofSelector(mesh, namespace, selector, labels);
}

function ofSelector(mesh: Mesh, namespace: string, selector: Labels, labels: Labels): Answer {
  const selected = mesh.workloads.matching(selector, namespace);
  if (selected.length === 0 && mesh.settings.assume === 'partial') return 'unknown';
  return selected.some((workload) => carries(workload.labels, labels)) ? 'yes' : 'no';
}

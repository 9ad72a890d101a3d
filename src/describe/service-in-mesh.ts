import { serviceWorkloads, type Mesh, type MeshObject, type Workload } from '../analyze/index.ts';
import { MeshctlError } from '../errors.ts';
import { given } from '../given.ts';
import type { Dumps } from './describe-options.ts';
import type { ServiceDescription, ServiceWorkload } from './description.ts';
import { hintFor, type Target } from './find-workload.ts';
import { membershipOf } from './membership.ts';
import { mutualTlsOf } from './mutual-tls.ts';
import { refOf } from './object-ref.ts';
import { isReady } from './pod-facts.ts';
import { authorizationOf } from './policies.ts';
import { readProxyFacts, type ProxyFacts } from './proxy-facts.ts';
import { serviceView } from './service-view.ts';

/** Describes a Service of a mesh that was read already; throws MeshctlError (input) when it is not there. */
export function serviceInMesh(mesh: Mesh, target: Target, dumps: Dumps = {}): ServiceDescription {
  const service = findService(mesh, target);
  const workloads = serviceWorkloads(mesh).selectedBy.get(service) ?? [];
  const facts = dumps.proxy && readProxyFacts(dumps.proxy);
  const workload = facts && clientOf(mesh, facts);
  const client = facts && workload && { mesh, workload, facts };
  const gateways = (dumps.gateways ?? []).map(readProxyFacts);
  return {
    ...serviceView(mesh, service, workloads, { subject: 'any workload', client, gateways }),
    workloads: workloads.map((one) => workloadView(mesh, one)),
  };
}

function findService(mesh: Mesh, { namespace, name }: Target): MeshObject<'Service'> {
  const found = mesh.find('Service', namespace, name);
  if (found !== undefined) return found;
  const known = mesh.of('Service').filter((service) => service.namespace === namespace);
  throw new MeshctlError('input', `there is no Service ${name} in the namespace ${namespace}`, {
    hint: hintFor(
      name,
      known.map((service) => service.name),
      `Service in ${namespace}`,
    ),
  });
}

/** The Pod that a dump is of. */
const clientOf = (mesh: Mesh, { pod, labels = {} }: ProxyFacts): Workload | undefined => {
  const neighbours = pod === undefined ? mesh.workloads.all : mesh.workloads.in(pod.namespace);
  return (
    neighbours.find(({ object }) => object.kind === 'Pod' && object.name === pod?.name) ??
    neighbours.find((one) => Object.entries(one.labels).every(([name, value]) => labels[name] === value))
  );
};

function workloadView(mesh: Mesh, workload: Workload): ServiceWorkload {
  const membership = membershipOf(mesh, workload);
  return {
    workload: refOf(workload.object),
    mesh: membership,
    ...given({ ready: isReady(workload) }),
    mutualTls: mutualTlsOf(mesh, workload),
    authorization: authorizationOf(mesh, workload, membership),
  };
}

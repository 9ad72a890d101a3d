import { serviceWorkloads, type Mesh, type Workload } from '../analyze/index.ts';
import { given } from '../given.ts';
import { comparePod, comparePodName } from './compare-pod.ts';
import type { Dumps } from './describe-options.ts';
import type { Membership, Note, PodDescription } from './description.ts';
import { findWorkload, type Target } from './find-workload.ts';
import { membershipOf } from './membership.ts';
import { mutualTlsOf } from './mutual-tls.ts';
import { refOf } from './object-ref.ts';
import { containersOf, isReady, podNotes } from './pod-facts.ts';
import { authorizationOf, tokenPoliciesOf } from './policies.ts';
import { readProxyFacts } from './proxy-facts.ts';
import { serviceView } from './service-view.ts';

/** Describes a workload of a mesh that was read already; throws MeshctlError (input) when it is not there. */
export function podInMesh(mesh: Mesh, target: Target, dumps: Dumps = {}): PodDescription {
  const workload = findWorkload(mesh, target);
  const membership = membershipOf(mesh, workload);
  const facts = dumps.proxy && readProxyFacts(dumps.proxy);
  const isOwn = facts !== undefined && comparePodName(workload, facts).length === 0;
  const client = isOwn ? { mesh, workload, facts } : undefined;
  const gateways = (dumps.gateways ?? []).map(readProxyFacts);
  const services = serviceWorkloads(mesh).servicesOf.get(workload) ?? [];
  const mutualTls = mutualTlsOf(mesh, workload);
  const authorization = authorizationOf(mesh, workload, membership);
  return {
    workload: refOf(workload.object),
    labels: workload.labels,
    ...given({ serviceAccount: workload.pod?.serviceAccountName }),
    mesh: membership,
    ...given({ ready: isReady(workload) }),
    containers: containersOf(workload),
    ...{ mutualTls, authorization },
    requestAuthentication: tokenPoliciesOf(mesh, workload, membership),
    services: services.map((service) =>
      serviceView(mesh, service, [workload], { subject: 'this workload', client, gateways }),
    ),
    differences: facts === undefined ? [] : comparePod(mesh, workload, { mutualTls, authorization }, facts),
    notes: [...podNotes(workload), ...meshNotes(workload, membership, services.length)],
  };
}

function meshNotes({ namespace }: Workload, { mode }: Membership, services: number): readonly Note[] {
  const notes: Note[] = [];
  if (mode === 'outside')
    notes.push({
      level: 'info',
      message: 'it is not part of the mesh: no policy of Istio is enforced for it',
    });
  if (mode === 'unknown') {
    const message = `whether it is part of the mesh depends on the Namespace ${namespace}, which is not in the input`;
    notes.push({ level: 'info', message });
  }
  if (services === 0 && mode !== 'gateway' && mode !== 'waypoint')
    notes.push({ level: 'warning', message: 'no Service selects it: Istio needs one to send it requests' });
  return notes;
}

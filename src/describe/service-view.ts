import { serviceWorkloads, type Mesh, type MeshObject, type Workload } from '../analyze/index.ts';
import { given } from '../given.ts';
import { compareExposure } from './compare-exposure.ts';
import { compareService, originsOf, type Client } from './compare-service.ts';
import type { Note, ServiceView } from './description.ts';
import { destinationRulesOf } from './destination-rules.ts';
import { exposureOf, hostOf } from './exposure.ts';
import { kubernetesRoutesOf } from './kubernetes-routes.ts';
import { waypointOf } from './membership.ts';
import { refOf } from './object-ref.ts';
import type { ProxyFacts } from './proxy-facts.ts';
import { portNotes, servicePorts } from './service-ports.ts';
import { virtualServicesOf } from './virtual-services.ts';

/** What a Service is looked at for, and what is known of proxies. */
export interface Proxies {
  readonly subject: 'this workload' | 'any workload';
  readonly client: Client | undefined;
  readonly gateways: readonly ProxyFacts[];
}

/** What a configuration says of a Service; `reaches` and `selects` in it are about `workloads`. */
export function serviceView(
  mesh: Mesh,
  service: MeshObject<'Service'>,
  workloads: readonly Workload[],
  { subject, client, gateways }: Proxies,
): ServiceView {
  const host = hostOf(service);
  const scene = { mesh, service, host, workloads, subject };
  const ports = servicePorts(service);
  const virtualServices = virtualServicesOf(scene);
  const routes = kubernetesRoutesOf(mesh, service);
  const ways = compareExposure(mesh, exposureOf(scene, { virtualServices, routes }), host, gateways);
  const view = { host, ports, virtualServices, routes };
  const facts = [...(client === undefined ? [] : [client.facts]), ...gateways];
  return {
    ...{ service: refOf(service), host, type: service.spec.type ?? 'ClusterIP' },
    ...given({ waypoint: waypointOf(mesh, 'service', { ...service, object: service }) }),
    ports,
    destinationRules: destinationRulesOf(mesh, service, workloads),
    ...{ virtualServices, routes, exposure: ways.exposure },
    origins: facts.flatMap((one) => originsOf(one, view)),
    differences: [
      ...(client === undefined ? [] : compareService(client, service, view)),
      ...ways.differences,
    ],
    notes: [...portNotes(ports), ...emptyNotes(mesh, service)],
  };
}

function emptyNotes(mesh: Mesh, service: MeshObject<'Service'>): readonly Note[] {
  const selected = serviceWorkloads(mesh).selectedBy.get(service);
  return selected === undefined || selected.length > 0
    ? []
    : [{ level: 'warning', message: 'its selector fits no workload of its namespace' }];
}

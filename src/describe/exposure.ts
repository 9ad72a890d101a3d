import {
  acceptsHost,
  fullName,
  nameOf,
  serverHost,
  type Mesh,
  type MeshObject,
  type Workload,
} from '../analyze/index.ts';
import { routesOf, type Listener } from '../analyze/gateway-api/index.ts';
import { isObject, type Json } from '../json.ts';
import type { Exposure, RouteView, VirtualServiceView } from './description.ts';
import { gatewayNameLabel } from './membership.ts';
import { refOf } from './object-ref.ts';
import type { Scene } from './virtual-services.ts';

/** What leads to a Service. */
export interface Ways {
  readonly virtualServices: readonly VirtualServiceView[];
  readonly routes: readonly RouteView[];
}

/** The ways from outside to a Service: through Gateways of Istio and of Gateway API. */
export const exposureOf = (scene: Scene, ways: Ways): readonly Exposure[] => [
  ...ways.virtualServices.flatMap((view) => throughGateways(scene, view)),
  ...ways.routes.flatMap((view) => throughListeners(scene.mesh, view)),
];

function throughGateways(
  { mesh }: Scene,
  { service, gateways, routes }: VirtualServiceView,
): readonly Exposure[] {
  const object = mesh.find('VirtualService', service.namespace, service.name);
  const leads = routes.some(({ destinations }) =>
    destinations.some(({ reaches, mirror }) => reaches && !mirror),
  );
  if (object === undefined || !leads) return [];
  return gateways.flatMap((name) => {
    const [namespace = '', own = ''] = name.split('/');
    const gateway = mesh.find('Gateway', namespace, own);
    return gateway === undefined ? [] : serversFor(mesh, gateway, object);
  });
}

function serversFor(
  mesh: Mesh,
  gateway: MeshObject<'Gateway'>,
  object: MeshObject<'VirtualService'>,
): readonly Exposure[] {
  const { selector = {}, servers = [] } = gateway.spec;
  const proxies = Object.keys(selector).length === 0 ? [] : mesh.workloads.matching(selector);
  return servers.flatMap((server) => {
    // A Gateway with this server alone tells which hosts it takes.
    const alone = { ...gateway, spec: { ...gateway.spec, servers: [server] } };
    const hosts = (object.spec.hosts ?? []).filter((host) => acceptsHost(alone, host, object.namespace));
    if (hosts.length === 0) return [];
    const { number = 0, protocol = '' } = server.port ?? {};
    return [
      {
        ...{ gateway: refOf(gateway), via: refOf(object), port: number, protocol },
        hosts: hosts.flatMap((host) => (host === '*' ? namesOf(server.hosts, gateway.namespace) : [host])),
        tls: tlsOf(server),
        ...reachedAt(mesh, proxies),
      },
    ];
  });
}

type Server = NonNullable<MeshObject<'Gateway'>['spec']['servers']>[number];

/** What comes without TLS may be sent back to ask with it. */
function tlsOf({ tls, port }: Server): string {
  if (tls?.httpsRedirect === true) return 'redirect to HTTPS';
  return tls === undefined || /^(HTTP|TCP|GRPC|HTTP2)$/i.test(port?.protocol ?? '')
    ? ''
    : (tls.mode ?? 'PASSTHROUGH');
}

const namesOf = (hosts: readonly string[] = [], namespace: string): readonly string[] =>
  hosts.map((host) => serverHost(host, namespace).name);

function throughListeners(mesh: Mesh, view: RouteView): readonly Exposure[] {
  if (!view.backends.some(({ mirror }) => !mirror)) return [];
  const route = mesh
    .derive(routesOf)
    .find(
      ({ object }) => object.resource.kind === view.route.kind && fullName(object) === fullName(view.route),
    );
  return (route?.parents ?? []).flatMap(({ outcome, ref }) => {
    if (outcome.state !== 'listeners' || ref.kind !== 'Gateway') return [];
    const gateway = mesh.find('KubernetesGateway', ref.namespace, ref.name);
    if (gateway === undefined) return [];
    return outcome.attached.map((listener) => exposureBy(mesh, gateway, { listener, view }));
  });
}

function exposureBy(
  mesh: Mesh,
  gateway: MeshObject<'KubernetesGateway'>,
  { listener, view }: { readonly listener: Listener; readonly view: RouteView },
): Exposure {
  const proxies = mesh.workloads.matching({ [gatewayNameLabel]: gateway.name }, gateway.namespace);
  const { status } = gateway.resource.value;
  const own = isObject(status) ? textsAt(status.addresses, 'value') : [];
  const reached = reachedAt(mesh, proxies);
  const hosts = view.hostnames.includes('*') ? [listener.hostname] : view.hostnames;
  return {
    ...{ gateway: refOf(gateway), via: view.route, hosts, port: listener.port },
    ...{
      protocol: listener.protocol,
      tls: listener.spec.tls === undefined ? '' : (listener.spec.tls.mode ?? 'Terminate'),
    },
    ...reached,
    addresses: own.length > 0 ? own : reached.addresses,
  };
}

/** The Services in front of the Pods of a gateway, and their addresses outside. */
function reachedAt(
  mesh: Mesh,
  proxies: readonly Workload[],
): Pick<Exposure, 'addresses' | 'services' | 'workloads'> {
  const services = [...new Set(proxies.flatMap((proxy) => mesh.servicesOf(proxy)))];
  return {
    addresses: services.flatMap(addressesOf),
    services: services.map(fullName),
    workloads: [...new Set(proxies.map(({ object }) => fullName(object)))],
  };
}

function addressesOf({ resource }: MeshObject<'Service'>): readonly string[] {
  const { status, spec } = resource.value;
  const balancer =
    isObject(status) && isObject(status.loadBalancer) ? status.loadBalancer.ingress : undefined;
  const external = isObject(spec) && Array.isArray(spec.externalIPs) ? spec.externalIPs : [];
  return [
    ...textsAt(balancer, 'ip'),
    ...textsAt(balancer, 'hostname'),
    ...external.filter((address) => typeof address === 'string'),
  ];
}

const textsAt = (value: Json | undefined, field: string): readonly string[] =>
  (Array.isArray(value) ? value : []).flatMap((item) => {
    const text = isObject(item) ? item[field] : undefined;
    return typeof text === 'string' && text !== '' ? [text] : [];
  });

/** The full name of a Service. */
export const hostOf = ({ namespace, name }: MeshObject<'Service'>): string => nameOf(namespace, name);

import {
  carries,
  fullName,
  gatewayName,
  nameOf,
  type Mesh,
  type MeshObject,
  type Workload,
} from '../analyze/index.ts';
import { given } from '../given.ts';
import type { DestinationView, Note, VirtualRouteView, VirtualServiceView } from './description.ts';
import { describeMatch, type VirtualRoute } from './describe-match.ts';
import { rulesForHost } from './destination-rules.ts';
import { refOf } from './object-ref.ts';

type VirtualService = MeshObject<'VirtualService'>;

/** A Service with the workloads that are described. */
export interface Scene {
  readonly mesh: Mesh;
  readonly service: MeshObject<'Service'>;
  /** Its full name. */
  readonly host: string;
  readonly workloads: readonly Workload[];
  /** What they are called: `this workload`, or `any workload`. */
  readonly subject: string;
}

/** The VirtualServices that are for the host of a Service, or lead to it from elsewhere. */
export const virtualServicesOf = (scene: Scene): readonly VirtualServiceView[] =>
  scene.mesh.of('VirtualService').flatMap((object) => {
    const routes = routesTo(scene, object);
    const isOwn = isForHost(scene, object);
    if (routes.length === 0 && !isOwn) return [];
    const notes = [...routes.flatMap((route) => routeNotes(scene, route)), ...endNotes(routes, isOwn)];
    return [{ service: refOf(object), gateways: gatewaysOf(object), routes, notes }];
  });

/** `mesh`, and Gateways by their full names. */
const gatewaysOf = ({ namespace, spec: { gateways = [] } }: VirtualService): readonly string[] =>
  gateways.length === 0
    ? ['mesh']
    : gateways.map((name) => (name === 'mesh' ? name : fullName(gatewayName(name, namespace))));

/** Whether sidecars follow a VirtualService when they send requests to the Service. */
function isForHost({ host }: Scene, object: VirtualService): boolean {
  if (!gatewaysOf(object).includes('mesh')) return false;
  return (object.spec.hosts ?? []).some((name) => {
    const full = nameOf(object.namespace, name);
    return full === host || (full.startsWith('*.') && host.endsWith(full.slice(1)));
  });
}

function routesTo(scene: Scene, object: VirtualService): readonly VirtualRouteView[] {
  return (['http', 'tls', 'tcp'] as const).flatMap((protocol) => {
    const routes: readonly VirtualRoute[] = object.spec[protocol] ?? [];
    return routes.flatMap((route, index) => {
      const destinations = destinationsOf(scene, object, route);
      if (!destinations.some(({ host }) => nameOf(object.namespace, host) === scene.host)) return [];
      const name = 'name' in route && route.name !== '' ? route.name : `#${index + 1}`;
      return [{ protocol, name, match: describeMatch(route), destinations }];
    });
  });
}

interface Target {
  readonly host?: string;
  readonly subset?: string;
  readonly port?: { readonly number?: number };
}

function destinationsOf(
  scene: Scene,
  object: VirtualService,
  route: VirtualRoute,
): readonly DestinationView[] {
  const view = (
    target: Target = {},
    rest: { readonly weight?: number; readonly mirror: boolean },
  ): DestinationView => {
    const { host = '', subset = '', port } = target;
    const here = nameOf(object.namespace, host) === scene.host;
    return {
      host,
      ...given({ subset: subset === '' ? undefined : subset, port: port?.number, weight: rest.weight }),
      mirror: rest.mirror,
      reaches: here && (subset === '' || selects(scene, subset) === true),
    };
  };
  const routed = (route.route ?? []).map(({ destination, weight }) =>
    view(destination, { ...given({ weight }), mirror: false }),
  );
  if (!('mirror' in route || 'mirrors' in route)) return routed;
  const mirrors = [route.mirror, ...(route.mirrors ?? []).map(({ destination }) => destination)];
  return [
    ...routed,
    ...mirrors.flatMap((target) => (target === undefined ? [] : [view(target, { mirror: true })])),
  ];
}

/** Whether a subset selects one of the workloads; undefined where no DestinationRule defines it. */
function selects({ mesh, service, workloads }: Scene, subset: string): boolean | undefined {
  const defined = rulesForHost(mesh, service).flatMap(({ spec }) =>
    (spec.subsets ?? []).filter(({ name }) => name === subset),
  );
  if (defined.length === 0) return undefined;
  return defined.some(({ labels = {} }) => workloads.some((workload) => carries(workload.labels, labels)));
}

function routeNotes(scene: Scene, { name, destinations }: VirtualRouteView): readonly Note[] {
  return destinations.flatMap(({ subset, weight, mirror, reaches }): readonly Note[] => {
    if (subset !== undefined && selects(scene, subset) === undefined)
      return [
        {
          level: 'warning',
          message: `route ${name}: no DestinationRule for ${scene.host} has the subset ${subset}`,
        },
      ];
    if (subset !== undefined && !reaches)
      return [
        { level: 'info', message: `route ${name}: the subset ${subset} does not select ${scene.subject}` },
      ];
    return reaches && weight === 0 && !mirror
      ? [{ level: 'warning', message: `route ${name}: a weight of 0 sends nothing here` }]
      : [];
  });
}

function endNotes(routes: readonly VirtualRouteView[], isOwn: boolean): readonly Note[] {
  const reaching = routes.some(({ destinations }) =>
    destinations.some(({ reaches, mirror }) => reaches && !mirror),
  );
  if (reaching) return [];
  const message =
    isOwn && routes.length === 0
      ? 'it sends requests for this host elsewhere'
      : 'none of its routes leads here';
  return [{ level: 'warning', message }];
}

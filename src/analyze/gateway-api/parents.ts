import { isObject, objectsIn, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { MeshObject } from '../mesh-object.ts';

/** A route that Istio acts on. */
export type RouteObject =
  MeshObject<'HTTPRoute'> | MeshObject<'GRPCRoute'> | MeshObject<'TLSRoute'> | MeshObject<'TCPRoute'>;

/** What a route wants to be attached to. */
export interface ParentRef {
  /** Where it stands in the route. */
  readonly path: Path;
  readonly kind: 'Gateway' | 'ListenerSet' | 'Service' | 'ServiceEntry' | 'other';
  /** `Gateway edge/front`, with the kind as written. */
  readonly label: string;
  readonly namespace: string;
  readonly name: string;
  /** Empty where none is written. */
  readonly sectionName: string;
  /** 0 where none is written. */
  readonly port: number;
}

const gatewayApi = 'gateway.networking.k8s.io';

const kinds: ReadonlyMap<string, ParentRef['kind']> = new Map([
  [`${gatewayApi}/Gateway`, 'Gateway'],
  [`${gatewayApi}/ListenerSet`, 'ListenerSet'],
  ['/Service', 'Service'],
  ['networking.istio.io/ServiceEntry', 'ServiceEntry'],
]);

/** The parents that a route names. */
export function parentRefsOf(route: RouteObject): readonly ParentRef[] {
  return (route.spec.parentRefs ?? []).map((ref, index) => {
    const { group = gatewayApi, kind = 'Gateway', name = '', namespace = route.namespace } = ref;
    return {
      path: ['spec', 'parentRefs', index],
      kind: kinds.get(`${group}/${kind}`) ?? 'other',
      label: `${kind} ${namespace}/${name}`,
      ...{ namespace, name },
      sectionName: ref.sectionName ?? '',
      port: ref.port ?? 0,
    };
  });
}

/** Whether the status of a route says that a controller other than Istio's answers for a parent. */
export function isAnsweredByOthers(route: RouteObject, { namespace, name }: ParentRef): boolean {
  return parentStatusesOf(route).some(({ controllerName, parentRef }) => {
    if (typeof controllerName !== 'string' || controllerName.startsWith('istio.io/')) return false;
    const ref = isObject(parentRef) ? parentRef : {};
    return ref.name === name && (ref.namespace ?? route.namespace) === namespace;
  });
}

const parentStatusesOf = ({ resource }: RouteObject): readonly JsonObject[] =>
  objectsIn(resource.value, 'status', 'parents');

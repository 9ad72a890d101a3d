import type { Path } from '../../path.ts';
import type { RouteObject } from './parents.ts';

/** A backend as a route names it. */
export interface BackendRef {
  /** Where the reference stands in the route. */
  readonly path: Path;
  readonly rule: number;
  readonly isMirror: boolean;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  /** Whether the namespace is written, and not that of the route by default. */
  readonly writtenNamespace: boolean;
  readonly name: string;
  /** 0 where none is written. */
  readonly port: number;
  readonly weight: number;
}

interface WrittenRef {
  readonly group?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly port?: number;
  readonly weight?: number;
}

/** What rules of all kinds of routes have in common. */
export interface RouteRule {
  readonly backendRefs?: readonly WrittenRef[];
  readonly filters?: readonly {
    readonly type?: string;
    readonly requestMirror?: { readonly backendRef?: WrittenRef };
  }[];
}

/** The rules of a route. */
export const rulesOf = (route: RouteObject): readonly RouteRule[] => route.spec.rules ?? [];

/** Every backend and every mirror that a route names. */
export const backendRefsOf = (route: RouteObject): readonly BackendRef[] =>
  rulesOf(route).flatMap(({ backendRefs = [], filters = [] }, rule) => {
    const path: Path = ['spec', 'rules', rule];
    const mirrors = filters.flatMap(({ requestMirror }, index) => {
      const place = [...path, 'filters', index, 'requestMirror', 'backendRef'];
      const ref = requestMirror?.backendRef;
      return ref === undefined ? [] : [read(route, ref, { rule, isMirror: true, path: place })];
    });
    const backends = backendRefs.map((ref, index) =>
      read(route, ref, { rule, isMirror: false, path: [...path, 'backendRefs', index] }),
    );
    return [...mirrors, ...backends];
  });

const read = (
  route: RouteObject,
  { group = '', kind = 'Service', namespace, name = '', port = 0, weight = 1 }: WrittenRef,
  place: Pick<BackendRef, 'rule' | 'isMirror' | 'path'>,
): BackendRef => ({
  ...{ ...place, group, kind, name, port, weight },
  namespace: namespace ?? route.namespace,
  writtenNamespace: namespace !== undefined,
});

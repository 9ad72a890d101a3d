import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A header that a route sets, adds or (without a value) removes. */
export interface HeaderOperation {
  readonly object: MeshObject;
  readonly path: Path;
  readonly name: string;
  readonly value?: string;
}

/** What Envoy refuses in everything that becomes part of a header. */
// eslint-disable-next-line no-control-regex -- NUL is one of them
export const lineBreaks = /[\u0000\n\r]/;

/** The headers that VirtualServices and routes of Gateway API change: `mesh.derive(headersOf)`. */
export const headersOf = (mesh: Mesh): readonly HeaderOperation[] => [
  ...mesh.of('VirtualService').flatMap((service) => [...inVirtualService(service)]),
  ...[...mesh.of('HTTPRoute'), ...mesh.of('GRPCRoute')].flatMap((route) => [...inRoute(route)]),
];

interface Operations {
  readonly set?: Readonly<Record<string, string>>;
  readonly add?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

interface Headers {
  readonly request?: Operations;
  readonly response?: Operations;
}

function* inVirtualService(object: MeshObject<'VirtualService'>): Generator<HeaderOperation> {
  for (const [index, { headers = {}, route = [] }] of (object.spec.http ?? []).entries()) {
    const path: Path = ['spec', 'http', index];
    yield* inHeaders(object, headers, [...path, 'headers']);
    for (const [number, { headers: own = {} }] of route.entries())
      yield* inHeaders(object, own, [...path, 'route', number, 'headers']);
  }
}

function* inHeaders(object: MeshObject, headers: Headers, path: Path): Generator<HeaderOperation> {
  for (const side of ['request', 'response'] as const) {
    const { [side]: operations = {} } = headers;
    for (const field of ['set', 'add'] as const) {
      for (const [name, value] of Object.entries(operations[field] ?? {}))
        yield { object, path: [...path, side, field, name], name, value };
    }
    for (const [index, name] of (operations.remove ?? []).entries())
      yield { object, path: [...path, side, 'remove', index], name };
  }
}

interface Modifier {
  readonly set?: readonly { readonly name?: string; readonly value?: string }[];
  readonly add?: readonly { readonly name?: string; readonly value?: string }[];
}

interface Filter {
  readonly requestHeaderModifier?: Modifier;
  readonly responseHeaderModifier?: Modifier;
}

/** Names are checked by the API server here. */
function* inRoute(object: MeshObject<'HTTPRoute'> | MeshObject<'GRPCRoute'>): Generator<HeaderOperation> {
  for (const [index, { filters = [], backendRefs = [] }] of (object.spec.rules ?? []).entries()) {
    const path: Path = ['spec', 'rules', index];
    yield* inFilters(object, filters, [...path, 'filters']);
    for (const [number, backend] of backendRefs.entries())
      yield* inFilters(object, backend.filters ?? [], [...path, 'backendRefs', number, 'filters']);
  }
}

function* inFilters(object: MeshObject, filters: readonly Filter[], path: Path): Generator<HeaderOperation> {
  for (const [index, filter] of filters.entries()) {
    for (const field of ['requestHeaderModifier', 'responseHeaderModifier'] as const) {
      for (const change of ['set', 'add'] as const) {
        for (const [number, { name = '', value = '' }] of (filter[field]?.[change] ?? []).entries())
          yield { object, path: [...path, index, field, change, number, 'value'], name, value };
      }
    }
  }
}

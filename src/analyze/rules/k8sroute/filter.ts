import type { Path } from '../../../path.ts';
import { routesOf, type RouteObject } from '../../gateway-api/index.ts';
import { isKind } from '../../workloads.ts';
import { defineRule } from '../../rule.ts';

/** One filter that Istio does not have costs the whole route. */
export const filter = defineRule<{ type: string; reason: 'rule' | 'backend' | 'value' }>({
  slug: 'k8sroute/filter',
  code: 'MSH0216',
  severity: 'error',
  summary: 'Istio has all filters of a route.',
  kinds: ['HTTPRoute', 'GRPCRoute'],
  message: ({ type, reason }) => {
    const lost = 'so the whole route is dropped';
    if (reason === 'value') return `a header value of ${type} holds control characters, ${lost}`;
    return `Istio has no filter ${type}${reason === 'backend' ? ' for single backends' : ''}, ${lost}`;
  },
  hint: 'Take the filter out; of a backend only headers can be changed.',
  check(mesh, report) {
    for (const { object } of mesh.derive(routesOf)) {
      for (const { filter: held, path, isBackends } of filtersOf(object)) {
        const { type = '' } = held;
        if (!supported(object, isBackends).has(type))
          report(object, [...path, 'type'], { type, reason: isBackends ? 'backend' : 'rule' });
        else if (hasControlCharacters(held)) report(object, path, { type, reason: 'value' });
      }
    }
  },
});

const headers = ['RequestHeaderModifier', 'ResponseHeaderModifier'];
const ofBackends: ReadonlySet<string> = new Set(headers);
const ofGrpc: ReadonlySet<string> = new Set([...headers, 'RequestMirror']);
const ofHttp: ReadonlySet<string> = new Set([...ofGrpc, 'RequestRedirect', 'URLRewrite', 'CORS']);

const supported = (route: RouteObject, isBackends: boolean): ReadonlySet<string> => {
  if (isBackends) return ofBackends;
  return isKind(route, 'HTTPRoute') ? ofHttp : ofGrpc;
};

interface HeaderChange {
  readonly add?: readonly { readonly value?: string }[];
  readonly set?: readonly { readonly value?: string }[];
}

interface Filter {
  readonly type?: string;
  readonly requestHeaderModifier?: HeaderChange;
  readonly responseHeaderModifier?: HeaderChange;
}

interface PlacedFilter {
  readonly filter: Filter;
  readonly path: Path;
  readonly isBackends: boolean;
}

function* filtersOf(route: RouteObject): Generator<PlacedFilter> {
  if (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute') return;
  for (const [number, { filters = [], backendRefs = [] }] of (route.spec.rules ?? []).entries()) {
    const path: Path = ['spec', 'rules', number];
    yield* placed(filters, [...path, 'filters'], false);
    for (const [index, backend] of backendRefs.entries())
      yield* placed(backend.filters ?? [], [...path, 'backendRefs', index, 'filters'], true);
  }
}

const placed = (filters: readonly Filter[], path: Path, isBackends: boolean): readonly PlacedFilter[] =>
  filters.map((held, index) => ({ filter: held, path: [...path, index], isBackends }));

// eslint-disable-next-line no-control-regex -- these are what is looked for
const control = /[\u0000-\u001f\u007f]/;

const hasControlCharacters = ({ requestHeaderModifier, responseHeaderModifier }: Filter): boolean =>
  [requestHeaderModifier, responseHeaderModifier]
    .flatMap((change) => [...(change?.add ?? []), ...(change?.set ?? [])])
    .some(({ value = '' }) => control.test(value));

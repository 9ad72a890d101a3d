import { expect, it } from 'vitest';
import { told } from '../../testing/told.ts';
import { envoyFilterRules } from './index.ts';

const filter = (name: string, patches: string[], more = ''): string =>
  `{apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter, metadata: {name: ${name}, namespace: shop}, spec: {${more} configPatches: [${patches.join(', ')}]}}`;
const http = (operation: string, anchor: string, adds = '', match = ''): string =>
  `{applyTo: HTTP_FILTER, match: {${match} listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager, subFilter: {name: ${anchor}}}}}}, patch: {operation: ${operation}${adds === '' ? '' : `, value: {name: ${adds}}`}}}`;
const old = "proxy: {proxyVersion: '^1\\.30.*'},";

const rows: [string, string, string[], string[]][] = [
  [
    'needs no priority next to a filter of istiod',
    '',
    [filter('a', [http('INSERT_BEFORE', 'envoy.filters.http.router', 'one')])],
    [],
  ],
  [
    'needs no priority within one EnvoyFilter, which is applied in order',
    '',
    [
      filter('a', [
        http('INSERT_FIRST', 'envoy.filters.http.router', 'one'),
        http('INSERT_AFTER', 'one', 'two'),
      ]),
    ],
    [],
  ],
  [
    'needs one next to a filter that another EnvoyFilter adds',
    '',
    [
      filter('a', [http('INSERT_BEFORE', 'envoy.filters.http.router', 'one')]),
      filter('b', [http('REMOVE', 'one')]),
    ],
    ['order-undefined warning b spec.configPatches[0].patch.operation +1'],
  ],
  [
    'takes versions for the fault where a filter is added for some only',
    '',
    [
      filter('a', [http('INSERT_BEFORE', 'envoy.filters.http.router', 'one', old)]),
      filter('b', [http('REMOVE', 'one')]),
    ],
    ['version-mismatch warning b spec.configPatches[0].patch.operation +1'],
  ],
  [
    'has no fault to find where both are for one version, and the order is given',
    '',
    [
      filter('a', [http('INSERT_BEFORE', 'envoy.filters.http.router', 'one', old)]),
      filter('b', [http('REMOVE', 'one', '', old)], 'priority: 5,'),
    ],
    [],
  ],
  [
    'does not know a filter that nobody adds',
    '',
    [filter('a', [http('REMOVE', 'shop.stamp'), http('REMOVE', 'envoy.router')])],
    ['unknown-filter info a spec.configPatches[0].match.listener.filterChain.filter.subFilter.name'],
  ],
  [
    'knows the filters of WasmPlugins',
    'complete',
    [filter('a', [http('REMOVE', 'extensions.istio.io/wasmplugin/shop.stamp')])],
    [],
  ],
  [
    'lets routes be removed and listener filters be replaced',
    '',
    [
      filter('a', [
        '{applyTo: HTTP_ROUTE, patch: {operation: REMOVE}}',
        '{applyTo: LISTENER_FILTER, patch: {operation: REPLACE, value: {name: x}}}',
        '{applyTo: ROUTE_CONFIGURATION, patch: {operation: REMOVE}}',
      ]),
    ],
    ['remove-unsupported error a spec.configPatches[2].patch.operation'],
  ],
  [
    'says each thing of an object once, as istioctl, and nothing of what comes after a patch without `patch`',
    'compat complete',
    [
      filter('a', [
        http('INSERT_BEFORE', 'envoy.filters.http.router', 'one', old),
        http('INSERT_AFTER', 'envoy.filters.http.router', 'two'),
        http('REPLACE', 'envoy.filters.http.router', 'one'),
        '{applyTo: CLUSTER}',
        '{applyTo: HTTP_ROUTE, patch: {operation: REMOVE}}',
      ]),
    ],
    [
      'order-undefined warning a spec.configPatches[0].patch.operation',
      'version-mismatch warning a spec.configPatches[2].patch.operation',
    ],
  ],
  [
    'looks for hosts in the names of clusters and virtual hosts',
    'complete',
    [
      filter('a', [
        '{applyTo: CLUSTER, match: {cluster: {name: outbound|80||gone.shop.svc.cluster.local}}, patch: {operation: REMOVE}}',
        '{applyTo: VIRTUAL_HOST, match: {routeConfiguration: {vhost: {name: "missing.shop.svc.cluster.local:80"}}}, patch: {operation: REMOVE}}',
        '{applyTo: CLUSTER, match: {cluster: {name: PassthroughCluster}}, patch: {operation: REMOVE}}',
      ]),
    ],
    [
      'host-not-found warning a spec.configPatches[0].match.cluster.name',
      'host-not-found warning a spec.configPatches[1].match.routeConfiguration.vhost.name',
    ],
  ],
  [
    'takes hosts of other namespaces for those of the cluster',
    '',
    [
      filter('a', [
        '{applyTo: CLUSTER, match: {cluster: {service: gone.orders.svc.cluster.local}}, patch: {operation: REMOVE}}',
      ]),
    ],
    ['host-not-found info a spec.configPatches[0].match.cluster.service'],
  ],
];

it.each(rows)('%s', async (_, words, objects, expected) => {
  expect(await told(envoyFilterRules, words, objects)).toEqual(expected.toSorted());
});

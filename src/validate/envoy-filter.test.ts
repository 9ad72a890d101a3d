import { expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { checkEnvoyFilter, envoyFilterRules } from './envoy-filter.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkEnvoyFilter>[0];
type ConfigPatch = NonNullable<Spec['configPatches']>[number];

const internal = 'envoyfilter/internal-api kind';
const types = 'type.googleapis.com/envoy.extensions.filters.http';
const lua = { '@type': `${types}.lua.v3.Lua` };
const filter = { name: 'lua', typed_config: lua };

/** What is said of an EnvoyFilter besides that it is one; paths without the way to the patch. */
function said(spec: Spec): string[] {
  const [first, ...rest] = problems(checkEnvoyFilter, spec);
  expect(first).toBe(internal);
  return rest.map((line) => line.replace('spec.configPatches[0].', '').replace('spec.configPatches[0]', '.'));
}

const saidOfPatch = (patch: ConfigPatch): string[] => said({ configPatches: [patch] });

/** What is said of a value, with the path inside it. */
function saidOfValue(
  applyTo: NonNullable<ConfigPatch['applyTo']>,
  value: Json,
  operation: 'ADD' | 'MERGE' | 'REMOVE' = 'ADD',
): string[] {
  const lines = saidOfPatch({ applyTo, patch: { operation, value: value as Record<string, Json> } });
  return lines.map((line) => line.replace('patch.value.', '').replace('envoyfilter/', ''));
}

test('every EnvoyFilter is warned about, also an empty one', () => {
  expect(said({})).toEqual([]);
});

test.each<[string, Spec, string[]]>([
  [
    'a selector without labels selects everything',
    { workloadSelector: {} },
    ['selector/without-labels spec.workloadSelector'],
  ],
  ['a selector with labels', { workloadSelector: { labels: { app: 'a' } } }, []],
  [
    'a selector with a wildcard',
    { workloadSelector: { labels: { app: 'a*' } } },
    ['selector/wildcard spec.workloadSelector.labels.app'],
  ],
  ['targets of any kind are left to the API server', { targetRefs: [{ kind: 'Deployment' }] }, []],
])('%s', (_, spec, lines) => {
  expect(said(spec)).toEqual(lines);
});

const merge = { operation: 'MERGE', value: {} } as const;
const manager = 'envoy.filters.network.http_connection_manager';
const remove = { operation: 'REMOVE' } as const;
const filterMatch = (name: string, sub?: string) => ({
  listener: { filterChain: { filter: { name, ...(sub !== undefined && { subFilter: { name: sub } }) } } },
});

test.each<[string, ConfigPatch, string[]]>([
  ['applyTo is required', {}, ['envoyfilter/incomplete-patch applyTo']],
  ['a patch is required', { applyTo: 'CLUSTER' }, ['envoyfilter/incomplete-patch patch']],
  [
    'an operation is required',
    { applyTo: 'CLUSTER', patch: {} },
    ['envoyfilter/incomplete-patch patch.operation'],
  ],
  [
    'a value is required',
    { applyTo: 'CLUSTER', patch: { operation: 'MERGE' } },
    ['envoyfilter/incomplete-patch patch.value'],
  ],
  ['a removal needs no value', { applyTo: 'CLUSTER', patch: remove }, []],
  [
    'a number that stands for nothing',
    { applyTo: 99 as never, patch: merge },
    ['envoyfilter/apply-to applyTo'],
  ],
  ['what waypoints get is not looked at', { applyTo: 'CLUSTER', match: { context: 'WAYPOINT' } }, []],
  [
    'a proxy version that is no regular expression',
    { applyTo: 'CLUSTER', match: { proxy: { proxyVersion: '(1' } }, patch: merge },
    ['envoyfilter/proxy-version match.proxy.proxyVersion'],
  ],
  [
    'a proxy version as a regular expression',
    { applyTo: 'CLUSTER', match: { proxy: { proxyVersion: String.raw`^1\.2` } }, patch: merge },
    [],
  ],
  [
    'a proxy version that is too long to be compiled',
    { applyTo: 'CLUSTER', match: { proxy: { proxyVersion: '('.repeat(1025) } }, patch: merge },
    ['envoyfilter/proxy-version-too-long match.proxy.proxyVersion'],
  ],
  [
    'a listener matched by a cluster',
    { applyTo: 'LISTENER', match: { cluster: {} }, patch: { operation: 'MERGE', value: { name: 1 } } },
    ['envoyfilter/match-type .'],
  ],
  [
    'a route matched by a listener, with a value that is still looked at',
    { applyTo: 'HTTP_ROUTE', match: { listener: {} }, patch: { operation: 'MERGE', value: { name: 1 } } },
    ['envoyfilter/match-type .', 'envoyfilter/wrong-type patch.value.name'],
  ],
  [
    'a cluster matched by a waypoint',
    { applyTo: 'CLUSTER', match: { waypoint: {} }, patch: merge },
    ['envoyfilter/match-type .'],
  ],
  ['a cluster matched by a cluster', { applyTo: 'CLUSTER', match: { cluster: {} }, patch: merge }, []],
  [
    'of two matches the last counts',
    { applyTo: 'CLUSTER', match: { listener: {}, cluster: {} }, patch: merge },
    [],
  ],
  ['bootstrap is matched by anything', { applyTo: 'BOOTSTRAP', match: { cluster: {} }, patch: merge }, []],
  ['a match of the context alone', { applyTo: 'LISTENER', match: { context: 'GATEWAY' }, patch: remove }, []],
  [
    'a filter match without name',
    { applyTo: 'NETWORK_FILTER', match: filterMatch(''), patch: remove },
    ['envoyfilter/filter-name match.listener.filterChain.filter.name'],
  ],
  [
    'a filter match for a listener',
    { applyTo: 'FILTER_CHAIN', match: filterMatch('a'), patch: remove },
    ['envoyfilter/match-no-effect .'],
  ],
  [
    'a sub-filter for a network filter',
    { applyTo: 'NETWORK_FILTER', match: filterMatch(manager, 'a'), patch: remove },
    ['envoyfilter/sub-filter .'],
  ],
  [
    'a sub-filter of another filter',
    { applyTo: 'HTTP_FILTER', match: filterMatch('envoy.filters.network.tcp_proxy', 'a'), patch: remove },
    ['envoyfilter/sub-filter match.listener.filterChain.filter'],
  ],
  [
    'a sub-filter without name',
    { applyTo: 'HTTP_FILTER', match: filterMatch(manager, ''), patch: remove },
    ['envoyfilter/filter-name match.listener.filterChain.filter.subFilter.name'],
  ],
  ['a sub-filter', { applyTo: 'HTTP_FILTER', match: filterMatch(manager, 'a'), patch: remove }, []],
  [
    'deprecated filter names',
    {
      applyTo: 'HTTP_FILTER',
      match: filterMatch('envoy.http_connection_manager', 'envoy.router'),
      patch: remove,
    },
    [
      'envoyfilter/deprecated-filter-name match.listener.filterChain.filter.subFilter.name',
      'envoyfilter/deprecated-filter-name match.listener.filterChain.filter.name',
    ],
  ],
])('%s', (_, patch, lines) => {
  expect(saidOfPatch(patch)).toEqual(lines);
});

test.each<[string, ConfigPatch['applyTo'], Json, string[]]>([
  ['a filter', 'HTTP_FILTER', filter, []],
  ['camel case', 'HTTP_FILTER', { name: 'lua', typedConfig: lua }, []],
  [
    'a type without its prefix',
    'HTTP_FILTER',
    { name: 'lua', typed_config: { '@type': 'envoy.extensions.filters.http.lua.v3.Lua' } },
    [],
  ],
  ['null as absent', 'CLUSTER', { name: 'a', connect_timeout: null }, []],
  ['a number as text', 'CLUSTER', { name: 'a', per_connection_buffer_limit_bytes: '5' }, []],
  ['durations of any unit', 'CLUSTER', { name: 'a', connect_timeout: '1m30s' }, []],
  ['an enum by number', 'CLUSTER', { name: 'a', type: 99 }, []],
  ['an unknown field', 'CLUSTER', { name: 'a', conect_timeout: '1s' }, ['unknown-field conect_timeout']],
  ['text instead of a list', 'CLUSTER', { name: 'a', filters: 'x' }, ['wrong-type filters']],
  ['a list instead of an object', 'CLUSTER', { name: 'a', metadata: [] }, ['wrong-type metadata']],
  [
    'text instead of a map',
    'CLUSTER',
    { name: 'a', metadata: { filter_metadata: 'x' } },
    ['wrong-type metadata.filter_metadata'],
  ],
  [
    'text in a map of objects',
    'CLUSTER',
    { name: 'a', metadata: { filter_metadata: { 'a.b': 'x' } } },
    ['wrong-type metadata.filter_metadata["a.b"]'],
  ],
  ['a number as duration', 'CLUSTER', { name: 'a', connect_timeout: 3 }, ['wrong-type connect_timeout']],
  ['words as duration', 'CLUSTER', { name: 'a', connect_timeout: '3 s' }, ['duration connect_timeout']],
  ['an unknown enum value', 'CLUSTER', { name: 'a', type: 'STATC' }, ['enum-value type']],
  ['a boolean as enum value', 'CLUSTER', { name: 'a', type: true }, ['wrong-type type']],
  [
    'text as typed configuration',
    'HTTP_FILTER',
    { name: 'a', typed_config: 'x' },
    ['wrong-type typed_config'],
  ],
  ['no type', 'HTTP_FILTER', { name: 'a', typed_config: {} }, ['type-unknown typed_config["@type"]']],
  [
    'a number as type',
    'HTTP_FILTER',
    { name: 'a', typed_config: { '@type': 1 } },
    ['wrong-type typed_config["@type"]'],
  ],
  [
    'an unknown type',
    'HTTP_FILTER',
    { name: 'a', typed_config: { '@type': 'x/envoy.config.filter.http.lua.v2.Lua' } },
    ['type-unknown typed_config["@type"]'],
  ],
  [
    'an unknown field of a typed configuration',
    'HTTP_FILTER',
    { name: 'a', typed_config: { ...lua, bogus: 1 } },
    ['unknown-field typed_config.bogus'],
  ],
  [
    'a deprecated field',
    'HTTP_FILTER',
    { name: 'a', typed_config: { ...lua, inline_code: '' } },
    ['deprecated-field typed_config.inline_code'],
  ],
  ['no typed configuration', 'HTTP_FILTER', { name: 'a' }, ['no-typed-config typed_config']],
  [
    'a configuration from elsewhere',
    'HTTP_FILTER',
    { name: 'a', config_discovery: { config_source: { ads: {} }, type_urls: ['a'] } },
    [],
  ],
  [
    'two fields that exclude each other',
    'CLUSTER',
    { name: 'a', type: 'EDS', cluster_type: { name: 'b', typed_config: lua } },
    ['alternatives .'],
  ],
])('as %s', (_, applyTo = 'INVALID', value, lines) => {
  expect(saidOfValue(applyTo, value)).toEqual(lines.map((line) => line.replace(' .', ' patch.value')));
});

test.each<[string, Json, string[]]>([
  ['a text', { '@type': 'a/google.protobuf.StringValue', value: 'x' }, []],
  [
    'a text that is none',
    { '@type': 'a/google.protobuf.StringValue', value: 1 },
    ['wrong-type typed_config.value'],
  ],
  ['an object', { '@type': 'a/google.protobuf.Struct', value: { a: [1] } }, []],
  [
    'an object that is none',
    { '@type': 'a/google.protobuf.Struct', value: [] },
    ['wrong-type typed_config.value'],
  ],
  ['a list', { '@type': 'a/google.protobuf.ListValue', value: [1] }, []],
  [
    'a list that is none',
    { '@type': 'a/google.protobuf.ListValue', value: {} },
    ['wrong-type typed_config.value'],
  ],
  ['anything', { '@type': 'a/google.protobuf.Value', value: 1 }, []],
  ['a time', { '@type': 'a/google.protobuf.Timestamp', value: '2026-02-28T23:59:59.5+01:00' }, []],
  [
    'a day that is none',
    { '@type': 'a/google.protobuf.Timestamp', value: '2026-02-30T00:00:00Z' },
    ['wrong-type typed_config.value'],
  ],
  ['nothing at all', { '@type': 'a/google.protobuf.Empty', value: {} }, []],
  ['a missing value', { '@type': 'a/google.protobuf.Empty' }, ['any-value typed_config.value']],
  ['another typed value', { '@type': 'a/google.protobuf.Any', value: lua }, []],
])('a typed value of protobuf can be %s', (_, typed_config, lines) => {
  expect(saidOfValue('HTTP_FILTER', { name: 'a', typed_config })).toEqual(lines);
});

const struct = (type: string, value: Json): Json => ({
  name: 'a',
  typed_config: { '@type': 'a/udpa.type.v1.TypedStruct', type_url: `type.googleapis.com/${type}`, value },
});
const buffer = 'envoy.extensions.filters.http.buffer.v3.Buffer';

test.each<[string, Json, string[]]>([
  ['its value', struct(buffer, { max_request_bytes: 1 }), []],
  [
    'a value of the wrong type',
    struct(buffer, { max_request_bytes: 'x' }),
    ['typed-struct typed_config.value.max_request_bytes'],
  ],
  [
    'an unknown field',
    struct(buffer, { max_request_bytes: 1, a: 1 }),
    ['unknown-field typed_config.value.a'],
  ],
  [
    'a value that Envoy refuses',
    struct(buffer, {}),
    ['envoy-constraint typed_config.value.max_request_bytes'],
  ],
  [
    'a duration of minutes, which Envoy does not read',
    struct('envoy.config.cluster.v3.Cluster', { name: 'a', connect_timeout: '1m' }),
    ['typed-struct typed_config.value.connect_timeout'],
  ],
  ['a type that only some proxies have', struct('stats.PluginConfig', { a: 1 }), []],
])('a wrapped message with %s', (_, value, lines) => {
  expect(saidOfValue('HTTP_FILTER', value)).toEqual(lines);
});

const cluster = {
  name: 'a',
  connect_timeout: '0s',
  lb_policy: 'MAGLEV',
  maglev_lb_config: { table_size: 5000012 },
};

test('what is added is held against all that Envoy asks', () => {
  expect(saidOfValue('CLUSTER', { ...cluster, name: '' })).toEqual([
    'envoy-constraint maglev_lb_config.table_size',
    'envoy-constraint connect_timeout',
    'envoy-constraint name',
  ]);
  expect(saidOfValue('HTTP_ROUTE', { route: { cluster: 'a' } })).toEqual(['envoy-constraint match']);
  expect(saidOfValue('HTTP_ROUTE', { match: { prefix: '/' }, route: { cluster: 'a' } })).toEqual([]);
});

test('what is merged may lack anything, but keeps the limits of what it sets', () => {
  expect(saidOfValue('HTTP_ROUTE', { route: { timeout: '5s' } }, 'MERGE')).toEqual([]);
  expect(saidOfValue('CLUSTER', { ...cluster, name: '' }, 'MERGE')).toEqual([
    'envoy-constraint maglev_lb_config.table_size',
    'envoy-constraint connect_timeout',
  ]);
});

test('the value of a removal goes nowhere, but is read', () => {
  expect(saidOfValue('CLUSTER', { ...cluster, type: 'X' }, 'REMOVE')).toEqual(['enum-value type']);
});

const router = { name: 'router' };
const chain = (http_filter: Json): Json => ({
  filters: [
    {
      name: 'hcm',
      typed_config: {
        '@type': 'a/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
        stat_prefix: 'a',
        http_filters: [http_filter],
      },
    },
  ],
});
const inChain = 'filters[0].typed_config.http_filters[0].typed_config';

test.each<[string, Json, string[]]>([
  ['without configuration', router, [`envoy-constraint ${inChain}`]],
  ['that may be unknown', { ...router, is_optional: true }, []],
  ['with configuration', { ...router, typed_config: lua }, []],
])('a filter inside a filter chain %s', (_, value, lines) => {
  expect(saidOfValue('FILTER_CHAIN', chain(value))).toEqual(lines);
});

test('a value nested without end is read as far as it matters', () => {
  let match: Json = { any_match: true };
  for (let depth = 0; depth < 5000; depth++) match = { not_match: match };
  const tap = {
    '@type': `${types}.tap.v3.Tap`,
    common_config: { static_config: { match, output_config: { sinks: [{ streaming_admin: {} }] } } },
  };
  expect(saidOfValue('HTTP_FILTER', { name: 'tap', typed_config: tap })).toEqual([]);
});

test('the rules have different slugs', () => {
  const slugs = envoyFilterRules.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
});

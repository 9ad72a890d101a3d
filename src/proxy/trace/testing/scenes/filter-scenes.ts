import type { Json, JsonObject } from '../../../../resources/index.ts';
import type { HttpRequest } from '../../trace.ts';
import { routesFor, to } from './scene-bootstrap.ts';
import { httpFilter, typeUrl, type Scene } from './scene.ts';

const corsName = 'envoy.filters.http.cors';
const faultName = 'envoy.filters.http.fault';
const faultType = 'fault.v3.HTTPFault';
const cors = httpFilter(corsName, 'cors.v3.Cors');
const policy = (more: JsonObject = {}): JsonObject => ({
  [corsName]: {
    '@type': typeUrl('extensions.filters.http.cors.v3.CorsPolicy'),
    allow_origin_string_match: [{ exact: 'http://ok.example' }, { suffix: '.ok.example' }],
    ...more,
  },
});
const preflight = (origin: string, more: Partial<HttpRequest> = {}): Partial<HttpRequest> => ({
  method: 'OPTIONS',
  headers: [
    ['origin', origin],
    ['access-control-request-method', 'PUT'],
  ],
  ...more,
});

const abort = (status: number, numerator = 100): JsonObject => ({
  abort: { http_status: status, percentage: { numerator } },
});
const settings = (config: JsonObject): JsonObject => ({
  [faultName]: { '@type': typeUrl(`extensions.filters.http.${faultType}`), ...config },
});
const fault = (config: JsonObject = {}): Json => httpFilter(faultName, faultType, config);

const scoped = (extractor: JsonObject): JsonObject => ({
  scoped_routes: {
    name: 'scopes',
    rds_config_source: { ads: {} },
    scope_key_builder: { fragments: [{ header_value_extractor: { name: 'x-scope', ...extractor } }] },
    scoped_route_configurations_list: {
      scoped_route_configurations: ['a', 'b'].map((cluster) => ({
        name: `scope-${cluster}`,
        route_configuration: { ...routesFor([to('/', cluster)]), name: `routes-${cluster}` },
        key: { fragments: [{ string_key: cluster }] },
      })),
    },
  },
});
const inScope = (value: string): Partial<HttpRequest> => ({ headers: [['x-scope', value]] });

/** Filters that answer by themselves, and what overrules their settings. */
export const filterScenes: readonly Scene[] = [
  {
    name: 'CORS',
    manager: {
      http_filters: [cors],
      route_config: routesFor([
        to('/strict', 'a', {
          typed_per_filter_config: policy({ forward_not_matching_preflights: false }),
        }),
        to('/off', 'b', {
          typed_per_filter_config: policy({ filter_enabled: { default_value: { numerator: 0 } } }),
        }),
        to('/none', 'c'),
        to('/', 'a', { typed_per_filter_config: policy() }),
      ]),
    },
    rows: [
      ['a preflight', preflight('http://ok.example'), '200'],
      ['a preflight of a subdomain', preflight('https://x.ok.example'), '200'],
      ['a preflight of another origin goes on', preflight('http://bad.example'), 'a'],
      ['unless that is not wanted', preflight('http://bad.example', { path: '/strict' }), '200'],
      ['a route without a policy', preflight('http://ok.example', { path: '/none' }), 'c'],
      ['a route that switches it off', preflight('http://ok.example', { path: '/off' }), 'b'],
      ['a request of an origin is no preflight', { headers: [['origin', 'http://ok.example']] }, 'a'],
      ['OPTIONS alone is no preflight', { method: 'OPTIONS' }, 'a'],
    ],
  },
  {
    name: 'faults',
    manager: {
      http_filters: [fault()],
      route_config: routesFor([
        to('/all', 'a', { typed_per_filter_config: settings(abort(418)) }),
        to('/some', 'a', { typed_per_filter_config: settings(abort(418, 50)) }),
        to('/never', 'a', { typed_per_filter_config: settings(abort(418, 0)) }),
        to('/for-anna', 'a', {
          typed_per_filter_config: settings({
            ...abort(418),
            headers: [{ name: 'x-user', string_match: { exact: 'anna' } }],
          }),
        }),
        to('/asked', 'a', {
          typed_per_filter_config: settings({
            abort: { header_abort: {}, percentage: { numerator: 100 } },
          }),
        }),
        to('/', 'b'),
      ]),
    },
    rows: [
      ['no fault', {}, 'b'],
      ['an abort', { path: '/all' }, '418'],
      ['an abort of some', { path: '/some' }, 'unknown'],
      ['an abort of none', { path: '/never' }, 'a'],
      ['an abort for a header', { path: '/for-anna', headers: [['x-user', 'anna']] }, '418'],
      ['another value of the header', { path: '/for-anna', headers: [['x-user', 'ann']] }, 'a'],
      ['no such header', { path: '/for-anna' }, 'a'],
      [
        'an abort that is asked for',
        { path: '/asked', headers: [['x-envoy-fault-abort-request', '429']] },
        '429',
      ],
      ['an abort that nobody asks for', { path: '/asked' }, 'a'],
    ],
  },
  {
    name: 'settings of weighted clusters',
    manager: {
      http_filters: [fault()],
      route_config: routesFor([
        {
          match: { prefix: '/all' },
          typed_per_filter_config: settings(abort(410)),
          route: {
            weighted_clusters: {
              clusters: [
                { name: 'a', weight: 100, typed_per_filter_config: settings(abort(418)) },
                { name: 'b', weight: 0 },
              ],
            },
          },
        },
        {
          match: { prefix: '/' },
          route: {
            weighted_clusters: {
              clusters: [
                { name: 'a', weight: 50, typed_per_filter_config: settings(abort(418)) },
                { name: 'b', weight: 50 },
              ],
            },
          },
        },
      ]),
    },
    rows: [
      ['those of the one that gets all count before those of the route', { path: '/all' }, '418'],
      ['where one has some the choice decides', {}, 'unknown'],
    ],
  },
  {
    name: 'scopes',
    manager: scoped({}),
    rows: [
      ['the first', inScope('a'), 'a'],
      ['the second', inScope('b'), 'b'],
      ['none of them', inScope('c'), '404'],
      ['other letters', inScope('A'), '404'],
      ['no header', {}, '404'],
    ],
  },
  {
    name: 'scopes by an element',
    manager: scoped({ element_separator: ';', element: { separator: '=', key: 'vip' } }),
    rows: [
      ['the first', inScope('x=b;vip=a'), 'a'],
      ['another key', inScope('vipx=a'), '404'],
      ['no such key', inScope('a'), '404'],
    ],
  },
  {
    name: 'scopes by a place',
    manager: scoped({ element_separator: ',', index: 1 }),
    rows: [
      ['the second element', inScope('x,b'), 'b'],
      ['too few elements', inScope('b'), '404'],
    ],
  },
  {
    name: 'cookies',
    manager: {
      route_config: routesFor([
        {
          match: { prefix: '/', cookies: [{ name: 'user', string_match: { exact: 'anna' } }] },
          route: { cluster: 'a' },
        },
        {
          match: {
            prefix: '/',
            cookies: [{ name: 'user', string_match: { prefix: 'b' }, invert_match: true }],
            headers: [{ name: 'x-not', present_match: true }],
          },
          route: { cluster: 'b' },
        },
        to('/', 'c'),
      ]),
    },
    rows: [
      ['the right value', { headers: [['cookie', 'x=1; user=anna']] }, 'a'],
      ['another value', { headers: [['cookie', 'user=ann']] }, 'c'],
      ['part of a name', { headers: [['cookie', 'superuser=anna']] }, 'c'],
      ['no cookie', {}, 'c'],
      ['the contrary without a cookie', { headers: [['x-not', '1']] }, 'b'],
      [
        'the contrary of what holds',
        {
          headers: [
            ['x-not', '1'],
            ['cookie', 'user=bob'],
          ],
        },
        'c',
      ],
    ],
  },
];

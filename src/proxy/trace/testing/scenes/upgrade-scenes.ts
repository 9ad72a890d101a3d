import type { HttpRequest } from '../../trace.ts';
import { routesFor, to } from './scene-bootstrap.ts';
import type { Scene } from './scene.ts';

const upgrade = (protocol: string): Partial<HttpRequest> => ({
  headers: [
    ['connection', 'upgrade'],
    ['upgrade', protocol],
  ],
});
const connect: Partial<HttpRequest> = { method: 'CONNECT', path: '', authority: 'shop.example:443' };

/** Requests that turn a connection into something else. */
export const upgradeScenes: readonly Scene[] = [
  {
    name: 'upgrades as Istio allows them',
    manager: { upgrade_configs: [{ upgrade_type: 'websocket' }], route_config: routesFor([to('/', 'a')]) },
    rows: [
      ['one that is allowed', upgrade('websocket'), 'a'],
      ['in other letters', upgrade('WebSocket'), 'a'],
      ['one that is not', upgrade('spdy/3.1'), '403'],
      ['h2c is none', upgrade('h2c'), 'a'],
      ['without the word in connection it is none', { headers: [['upgrade', 'spdy/3.1']] }, 'a'],
      ['a tunnel without a route', connect, '404'],
    ],
  },
  {
    name: 'no upgrades',
    manager: { route_config: routesFor([to('/a', 'a')]) },
    rows: [
      ['an upgrade', { ...upgrade('websocket'), path: '/a' }, '403'],
      ['one without a route', { ...upgrade('websocket'), path: '/b' }, '404'],
    ],
  },
  {
    name: 'upgrades by route',
    manager: {
      upgrade_configs: [{ upgrade_type: 'websocket' }, { upgrade_type: 'spdy', enabled: false }],
      route_config: routesFor([
        {
          match: { prefix: '/off' },
          route: { cluster: 'a', upgrade_configs: [{ upgrade_type: 'websocket', enabled: false }] },
        },
        {
          match: { prefix: '/on' },
          route: { cluster: 'b', upgrade_configs: [{ upgrade_type: 'spdy' }] },
        },
        { match: { path: '/answer' }, direct_response: { status: 204 } },
        to('/c', 'c'),
      ]),
    },
    rows: [
      ['a route forbids', { ...upgrade('websocket'), path: '/off' }, '403'],
      ['a route allows', { ...upgrade('spdy'), path: '/on' }, 'b'],
      ['a route says nothing', { ...upgrade('websocket'), path: '/c' }, 'c'],
      ['and all forbid', { ...upgrade('spdy'), path: '/c' }, '403'],
      ['an answer, where all forbid', { ...upgrade('spdy'), path: '/answer' }, '403'],
      ['an answer', { ...upgrade('websocket'), path: '/answer' }, '204'],
      ['nothing fits', { ...upgrade('websocket'), path: '/none' }, '404'],
    ],
  },
  {
    name: 'upgrades with filters of their own',
    manager: {
      upgrade_configs: [
        {
          upgrade_type: 'websocket',
          filters: [
            {
              name: 'envoy.filters.http.router',
              typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router' },
            },
          ],
        },
      ],
      http_filters: [
        {
          name: 'envoy.filters.http.fault',
          typed_config: {
            '@type': 'type.googleapis.com/envoy.extensions.filters.http.fault.v3.HTTPFault',
            abort: { http_status: 418, percentage: { numerator: 100 } },
          },
        },
      ],
      route_config: routesFor([to('/', 'a')]),
    },
    rows: [
      ['a request', {}, '418'],
      ['an upgrade', upgrade('websocket'), 'a'],
    ],
  },
  {
    name: 'tunnels',
    manager: {
      upgrade_configs: [{ upgrade_type: 'CONNECT' }],
      route_config: routesFor([
        to('/', 'a'),
        {
          match: { connect_matcher: {}, headers: [{ name: 'x-to', string_match: { exact: 'c' } }] },
          route: { cluster: 'c' },
        },
        { match: { connect_matcher: {} }, route: { cluster: 'b' } },
      ]),
    },
    rows: [
      ['a prefix does not take one', connect, 'b'],
      ['with a header', { ...connect, headers: [['x-to', 'c']] }, 'c'],
      ['what is none', {}, 'a'],
    ],
  },
  {
    name: 'tunnels without a route',
    manager: { upgrade_configs: [{ upgrade_type: 'CONNECT' }], route_config: routesFor([to('/', 'a')]) },
    rows: [['a prefix does not take one', connect, '404']],
  },
];

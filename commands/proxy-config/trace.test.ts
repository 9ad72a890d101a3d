import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';

const type = (name: string): string => `type.googleapis.com/envoy.${name}`;
const manager = {
  '@type': type('extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
  route_config: {
    virtual_hosts: [
      {
        name: 'shop',
        domains: ['shop.example'],
        routes: [
          { match: { path: '/teapot' }, direct_response: { status: 418 } },
          { match: { path: '/old' }, redirect: { path_redirect: '/new' } },
          {
            match: { prefix: '/half', runtime_fraction: { default_value: { numerator: 50 } } },
            route: { cluster: 'gone' },
          },
          { match: { prefix: '/' }, route: { cluster: 'shop' } },
        ],
      },
    ],
  },
};
const endpoint = { endpoint: { address: { socket_address: { address: '10.0.0.9', port_value: 80 } } } };
const dump = JSON.stringify({
  configs: [
    {
      '@type': type('admin.v3.ListenersConfigDump'),
      static_listeners: [
        {
          listener: {
            name: 'web',
            address: { socket_address: { address: '0.0.0.0', port_value: 80 } },
            filter_chains: [{ filters: [{ name: 'http', typed_config: manager }] }],
          },
        },
      ],
    },
    {
      '@type': type('admin.v3.ClustersConfigDump'),
      static_clusters: [
        { cluster: { name: 'shop', load_assignment: { endpoints: [{ lb_endpoints: [endpoint] }] } } },
      ],
    },
  ],
});

const trace = async (request: string, ...more: readonly string[]) =>
  run(['proxy-config', 'trace', '-f', '-', '--request', request, ...more], {
    cwd: process.cwd(),
    stdin: dump,
  });

test.each([
  ['GET http://shop.example/', 0, 'reaches shop at 10.0.0.9:80'],
  ['GET http://shop.example/old', 0, 'redirected (301) to http://shop.example/new'],
  ['GET http://shop.example/teapot', 1, 'answered by the proxy itself with status 418'],
  ['GET http://other.example/', 1, 'no route: answered with status 404'],
  ['GET http://shop.example:81/', 1, 'connection closed: the proxy has no listener for *:81'],
  ['TCP shop.example:80', 1, 'connection closed: the filter chain expects HTTP'],
  ['GET http://shop.example/half', 0, 'cannot be told: route #3'],
])('%s leaves with %i', async (request, code, verdict) => {
  const result = await trace(request);
  expect(result.out).toContain(`Verdict: ${verdict}`);
  expect(result.code).toBe(code);
});

test('every earlier route has its reason', async () => {
  const { out } = await trace('GET http://shop.example/');
  expect(out).toContain('not #1 path is /teapot: path is /teapot');
  expect(out).toContain('routes[3].match.prefix = "/"');
});

test('the verdict is there for programs', async () => {
  const { out } = await trace('GET http://shop.example/half', '-o', 'json');
  expect(JSON.parse(out)).toMatchObject({
    verdict: {
      kind: 'unknown',
      possibilities: [{ kind: 'no-cluster', cluster: 'gone' }, { kind: 'reaches' }],
    },
  });
});

test('what is no request is refused', async () => {
  const { code, err } = await trace('shop');
  expect(code).toBe(2);
  expect(err).toContain('"shop" is no request');
});

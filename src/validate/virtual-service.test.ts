import { describe, expect, test } from 'vitest';
import { problems } from './testing.ts';
import { checkVirtualService, virtualServiceRules } from './virtual-service.ts';

type Spec = Parameters<typeof checkVirtualService>[0];
type Row = readonly [string, Spec, ...string[]];

const route = [{ destination: { host: 'reviews' } }];
const http = [{ route }];
const plain = { hosts: ['reviews'], http };

function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows.map(([title, spec, ...expected]) => ({ title, spec, expected })))(
      '$title',
      ({ spec, expected }) => {
        expect(problems(checkVirtualService, spec)).toEqual(expected);
      },
    );
  });
}

const claim = { '@request.auth.claims.group': { exact: 'dev' } };
const claimRoute = [{ match: [{ headers: claim }], route }];

table('a virtual service', [
  ['may have one HTTP route', plain],
  ['has a route', { hosts: ['reviews'], http: [] }, 'virtualservice/no-routes spec'],
  ['may be a delegate without hosts', { http }],
  ['has no gateways as a delegate', { gateways: ['g'], http }, 'virtualservice/delegate-gateways spec'],
  ['may have an empty list of gateways as a delegate', { gateways: [], http }],
  [
    'has no TLS and TCP routes as a delegate',
    { tls: [{ match: [{ sniHosts: ['a.com'] }], route }], tcp: [{ route }] },
    'virtualservice/delegate-l4 spec',
    'virtualservice/delegate-l4 spec',
  ],
  [
    'is exported once to each namespace',
    { ...plain, exportTo: ['.', 'ns'] },
    'exportto/duplicate spec.exportTo[1]',
  ],
  ['is not exported to nobody', { ...plain, exportTo: ['~'] }, 'exportto/none-not-allowed spec.exportTo[0]'],
  [
    'matches claims only at gateways',
    { hosts: ['a.com'], http: claimRoute },
    'httproute/jwt-claim-needs-gateway spec',
  ],
  [
    'matches no claims when the mesh reads it too',
    { hosts: ['a.com'], gateways: ['g', 'mesh'], http: claimRoute },
    'httproute/jwt-claim-needs-gateway spec',
  ],
  ['may match claims at a gateway', { hosts: ['a.com'], gateways: ['g'], http: claimRoute }],
  [
    'may match headers that only look like claims',
    { ...plain, http: [{ match: [{ headers: { 'x-request.auth.claims.a': {} } }], route }] },
  ],
]);

table('a host', [
  ['may be a wildcard', { hosts: ['*.example.com'], http }],
  ['may be an IP address', { hosts: ['10.0.0.1', '::1'], http }],
  ['is a domain', { hosts: ['a_b'], http }, 'host/invalid spec.hosts[0]'],
  ['is not empty', { hosts: [''], http }, 'host/empty spec.hosts[0]'],
  ['is not everything in the mesh', { hosts: ['*'], http }, 'virtualservice/star-host-on-mesh spec'],
  [
    'is not everything when the mesh is among the gateways',
    { hosts: ['*'], gateways: ['g', 'mesh'], http },
    'virtualservice/star-host-on-mesh spec',
  ],
  ['may be everything at a gateway', { hosts: ['*'], gateways: ['g'], http }],
  ['occurs once', { hosts: ['a', 'b', 'a'], http }, 'virtualservice/duplicate-hosts spec.hosts'],
  [
    'does not cover a later one',
    { hosts: ['*.com', 'a.com'], http },
    'virtualservice/duplicate-hosts spec.hosts',
  ],
  [
    'does not cover an earlier one',
    { hosts: ['a.com', '*.com'], http },
    'virtualservice/duplicate-hosts spec.hosts',
  ],
  [
    'does not cover another wildcard',
    { hosts: ['*.a.com', '*.com'], http },
    'virtualservice/duplicate-hosts spec.hosts',
  ],
  ['may differ from another in case', { hosts: ['a.com', 'A.com'], http }],
  ['is not compared with malformed ones', { hosts: ['a', 'a', 'b_c'], http }, 'host/invalid spec.hosts[2]'],
]);

table('a gateway', [
  ['may be in the same namespace', { ...plain, gateways: ['public'] }],
  ['may be in another', { ...plain, gateways: ['istio-ingress/public', 'edge/public'] }],
  ['may be the mesh', { ...plain, gateways: ['mesh'] }],
  ['has a name', { ...plain, gateways: ['ns/'] }, 'gatewayref/empty-part spec.gateways[0]'],
  ['has a namespace', { ...plain, gateways: ['/name'] }, 'gatewayref/empty-part spec.gateways[0]'],
  ['has one slash', { ...plain, gateways: ['a/b', 'a/b/c'] }, 'gatewayref/invalid spec.gateways[1]'],
  ['has a label as its namespace', { ...plain, gateways: ['a.b/c'] }, 'gatewayref/invalid spec.gateways[0]'],
  ['has a domain as its name alone', { ...plain, gateways: ['a_b'] }, 'host/invalid spec.gateways[0]'],
  ['is not looked at after one without a slash', { ...plain, gateways: ['a', 'a_b', '/'] }],
  [
    'is warned of in the old form',
    { ...plain, gateways: ['public.edge.svc.cluster.local'] },
    'virtualservice/legacy-gateway-name spec.gateways[0]',
  ],
]);

table('an HTTP route', [
  ['does something', { ...plain, http: [{}] }, 'httproute/no-action spec.http[0]'],
  [
    'does something, and an empty list is nothing',
    { ...plain, http: [{ route: [] }] },
    'httproute/no-action spec.http[0]',
  ],
  ['may delegate', { ...plain, http: [{ delegate: { name: 'a' } }] }],
  [
    'may delegate and answer',
    { ...plain, http: [{ delegate: { name: 'a' }, directResponse: { status: 404 } }] },
  ],
  [
    'does not delegate and route',
    { ...plain, http: [{ delegate: { name: 'a' }, route, redirect: { uri: '/' } }] },
    'virtualservice/root-with-route-or-redirect spec.http[0]',
    'virtualservice/root-with-route-or-redirect spec.http[0]',
  ],
  [
    'does not delegate in a delegate',
    { http: [{ delegate: { name: 'a' } }] },
    'virtualservice/delegate-nested spec.http[0].delegate',
  ],
  [
    'does not route and redirect',
    { ...plain, http: [{ route, redirect: { uri: '/' } }] },
    'httproute/conflicting-actions spec.http[0]',
  ],
  [
    'does not redirect and answer, with a fault or rewritten',
    {
      ...plain,
      http: [
        {
          redirect: { uri: '/' },
          directResponse: { status: 404 },
          fault: { abort: { httpStatus: 500 } },
          rewrite: { uri: '/' },
        },
      ],
    },
    'httproute/conflicting-actions spec.http[0]',
    'httproute/conflicting-actions spec.http[0]',
    'httproute/conflicting-actions spec.http[0]',
  ],
  [
    'does not answer what it rewrites',
    { ...plain, http: [{ directResponse: { status: 404 }, rewrite: { uri: '/' } }] },
    'httproute/conflicting-actions spec.http[0]',
  ],
  [
    'does not have both forms of mirrors',
    { ...plain, http: [{ route, mirror: { host: 'a' }, mirrors: [{ destination: { host: 'a' } }] }] },
    'httproute/conflicting-actions spec.http[0]',
  ],
  [
    'may have a mirror and an empty list of mirrors',
    { ...plain, http: [{ route, mirror: { host: 'a' }, mirrors: [] }] },
  ],
  [
    'has a timeout that counts',
    { ...plain, http: [{ route, timeout: '0s' }] },
    'duration/too-small spec.http[0].timeout',
  ],
  ['may have a timeout', { ...plain, http: [{ route, timeout: '1m30s' }] }],
]);

const tlsHosts = { hosts: ['*.example.com'], gateways: ['g'] };

table('a TLS route', [
  ['may match a covered name', { ...tlsHosts, tls: [{ match: [{ sniHosts: ['a.example.com'] }], route }] }],
  [
    'may match a covered wildcard',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['*.b.example.com'] }], route }] },
  ],
  ['matches something', { ...tlsHosts, tls: [{ route }] }, 'tlsroute/match-required spec.tls[0].match'],
  [
    'matches a server name',
    { ...tlsHosts, tls: [{ match: [{ port: 443 }], route }] },
    'tlsroute/sni-required spec.tls[0].match[0].sniHosts',
  ],
  [
    'has a destination',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['a.example.com'] }] }] },
    'l4route/route-required spec.tls[0].route',
  ],
  [
    'matches names that the hosts cover',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['a.example.org'] }], route }] },
    'tlsroute/sni-not-subset spec',
  ],
  [
    'does not match more than the hosts cover',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['*.com'] }], route }] },
    'tlsroute/sni-not-subset spec',
  ],
  [
    'is not compared with malformed hosts',
    { hosts: ['a_b'], gateways: ['g'], tls: [{ match: [{ sniHosts: ['a.com'] }], route }] },
    'host/invalid spec.hosts[0]',
  ],
  [
    'matches well-formed names',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['a_b'] }], route }] },
    'host/invalid spec.tls[0].match[0].sniHosts[0]',
  ],
  [
    'is warned of an IP address as a name',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['10.0.0.1'] }], route }] },
    'virtualservice/sni-ip spec.tls[0].match[0].sniHosts[0]',
  ],
  [
    'may match the names that Istio makes up for gateways',
    {
      hosts: ['*.example.com'],
      gateways: ['g'],
      tls: [{ match: [{ sniHosts: ['outbound_.80_._.a.example.com'] }], route }],
    },
  ],
  [
    'matches no made up names in the mesh',
    {
      hosts: ['*.example.com'],
      gateways: ['g', 'mesh'],
      tls: [{ match: [{ sniHosts: ['outbound_.80_._.a.example.com'] }], route }],
    },
    'host/invalid spec.tls[0].match[0].sniHosts[0]',
  ],
  [
    'matches no made up names without a port',
    {
      hosts: ['*.example.com'],
      gateways: ['g'],
      tls: [{ match: [{ sniHosts: ['outbound_.x_._.a.example.com'] }], route }],
    },
    'host/invalid spec.tls[0].match[0].sniHosts[0]',
  ],
  [
    'may have a made up name as its host',
    {
      hosts: ['outbound_.80_._.a.com'],
      gateways: ['g'],
      tls: [{ match: [{ sniHosts: ['outbound_.80_._.a.com'] }], route }],
    },
  ],
  [
    'is warned of gateways in the old form',
    { ...tlsHosts, tls: [{ match: [{ sniHosts: ['a.example.com'], gateways: ['g.ns'] }], route }] },
    'virtualservice/legacy-gateway-name spec.tls[0].match[0].gateways[0]',
  ],
]);

table('a TCP route', [
  ['may match everything', { hosts: ['a'], tcp: [{ route }] }],
  ['has a destination', { hosts: ['a'], tcp: [{}] }, 'l4route/route-required spec.tcp[0].route'],
  [
    'matches well-formed values',
    {
      hosts: ['a'],
      tcp: [
        {
          match: [
            {
              destinationSubnets: ['10.0.0.0/8', '10.0.0.0/33'],
              port: 65536,
              sourceLabels: { app: '-' },
              gateways: ['a/b', '/'],
            },
          ],
          route,
        },
      ],
    },
    'ip/invalid spec.tcp[0].match[0].destinationSubnets[1]',
    'port/range spec.tcp[0].match[0].port',
    'label/invalid spec.tcp[0].match[0].sourceLabels.app',
    'gatewayref/empty-part spec.tcp[0].match[0].gateways[1]',
  ],
  [
    'is not warned of gateways in the old form',
    { hosts: ['a'], tcp: [{ match: [{ gateways: ['g.ns'] }], route }] },
  ],
]);

test('routes made of Gateway API objects may have other destinations and gateways', () => {
  const annotations = { 'internal.istio.io/route-semantics': 'gateway' };
  const spec = {
    hosts: ['a.com'],
    gateways: ['ns/gateway~listener'],
    http: [{ route: [{ destination: { host: '_' } }], mirror: { host: '_' } }],
  };
  expect(problems(checkVirtualService, spec, { annotations })).toEqual([
    'host/invalid spec.http[0].mirror.host',
  ]);
});

test('every rule has a slug of its own', () => {
  expect(new Set(virtualServiceRules.map(({ slug }) => slug)).size).toBe(virtualServiceRules.length);
});

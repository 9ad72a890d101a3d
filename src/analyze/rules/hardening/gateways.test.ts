import { expect, it } from 'vitest';
import { adminPortInGateway } from './admin-port-in-gateway.ts';
import { adminPortInService } from './admin-port-in-service.ts';
import { gatewayPlaintext } from './gateway-plaintext.ts';
import { listenerPlaintext } from './listener-plaintext.ts';
import { oldTls } from './old-tls.ts';
import { object, pod, service, toldOf, meshConfig } from './testing.ts';
import { weakCipher } from './weak-cipher.ts';
import { wildcardHost } from './wildcard-host.ts';

const rules = [
  ...[gatewayPlaintext, listenerPlaintext, oldTls, weakCipher, wildcardHost],
  ...[adminPortInService, adminPortInGateway],
];
const gateway = (server: string, selector = 'app: front'): string =>
  object('Gateway', 'edge/front', `spec: {selector: {${selector}}, servers: [{${server}}]}`);
const plain = 'port: {number: 80, name: http, protocol: HTTP}, hosts: [a.example]';
const tls = (settings: string, host = 'a.example'): string =>
  `port: {number: 443, name: https, protocol: HTTPS}, hosts: ["${host}"], tls: {credentialName: a, ${settings}}`;
const proxy = pod('edge/front', 'app: front');
const routes = (http: string, more = ''): string =>
  object(
    'VirtualService',
    'edge/a',
    `spec: {hosts: [a.example], gateways: [front], http: [${http}], ${more}}`,
  );
const toHttps = 'redirect: {scheme: https}';
const toApp = 'route: [{destination: {host: app}}]';
const listener = (text: string, metadata = '', name = 'istio'): string =>
  object(
    'KubernetesGateway',
    'edge/front',
    `spec: {gatewayClassName: ${name}, listeners: [{${text}}]}`,
    metadata,
  );
const http = 'name: http, port: 80, protocol: HTTP';
const redirect = '{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}';
const route = (rule: string, kind = 'HTTPRoute'): string =>
  object(kind, 'edge/a', `spec: {parentRefs: [{name: front}], rules: [${rule}]}`);
const found = ['gateway-plaintext warning front spec.servers[0].port.protocol'];

const rows: [string, string[], string[]][] = [
  ['reports plain HTTP of proxies that may be anywhere', [gateway(plain)], found],
  [
    'reports plain HTTP behind a LoadBalancer',
    [gateway(plain), proxy, service('edge/front', 'LoadBalancer')],
    found,
  ],
  ['is silent where the Service is for the cluster', [gateway(plain), proxy, service('edge/front')], []],
  ['is silent where all routes redirect', [gateway(plain), routes(`{${toHttps}}`)], []],
  [
    'looks at routes of this port alone',
    [gateway(plain), routes(`{match: [{port: 443}], ${toApp}}, {match: [{port: 80}], ${toHttps}}`)],
    [],
  ],
  [
    'reports a route besides a redirect',
    [gateway(plain), routes(`{match: [{uri: {prefix: /a}}], ${toHttps}}, {${toApp}}`)],
    found,
  ],
  ['reports a redirect that stays with HTTP', [gateway(plain), routes('{redirect: {uri: /}}')], found],
  ['leaves TCP alone', [gateway('port: {number: 5432, name: tcp, protocol: TCP}, hosts: [a.example]')], []],
  [
    'reports a listener with a route',
    [listener(http), route('{backendRefs: [{name: a, port: 80}]}')],
    ['listener-plaintext warning front spec.listeners[0].protocol +1'],
  ],
  [
    'reports gRPC, which cannot redirect',
    [listener(http), route('{backendRefs: [{name: a, port: 80}]}', 'GRPCRoute')],
    ['listener-plaintext warning front spec.listeners[0].protocol +1'],
  ],
  [
    'reports a rule besides a redirect',
    [listener(http), route(`${redirect}, {backendRefs: [{name: a, port: 80}]}`)],
    ['listener-plaintext warning front spec.listeners[0].protocol +1'],
  ],
  ['is content with redirects', [listener(http), route(redirect)], []],
  ['is silent about listeners without routes', [listener(http)], []],
  [
    'is silent about Gateways for the cluster',
    [
      listener(http, 'annotations: {networking.istio.io/service-type: ClusterIP}'),
      route('{backendRefs: [{name: a, port: 80}]}'),
    ],
    [],
  ],
  [
    'is silent about Gateways of others',
    [listener(http, '', 'nginx'), route('{backendRefs: [{name: a, port: 80}]}')],
    [],
  ],
  [
    'reports both ends of retired versions',
    [gateway(tls('mode: SIMPLE, minProtocolVersion: TLSV1_0, maxProtocolVersion: TLSV1_1'))],
    [
      'old-tls warning front spec.servers[0].tls.maxProtocolVersion',
      'old-tls warning front spec.servers[0].tls.minProtocolVersion',
    ],
  ],
  [
    'is content with TLS 1.2',
    [gateway(tls('mode: SIMPLE, minProtocolVersion: TLSV1_2, maxProtocolVersion: TLSV1_3'))],
    [],
  ],
  [
    'reports weak suites by their place',
    [
      gateway(
        tls(
          'mode: SIMPLE, cipherSuites: [ECDHE-RSA-AES256-GCM-SHA384, ECDHE-RSA-AES128-SHA, AES256-GCM-SHA384, DES-CBC3-SHA, "-ALL", TLS_AES_128_GCM_SHA256, ECDHE-ECDSA-CHACHA20-POLY1305]',
        ),
      ),
    ],
    [1, 2, 3].map((place) => `weak-cipher warning front spec.servers[0].tls.cipherSuites[${place}]`),
  ],
  [
    'reports weak suites of the mesh config',
    [
      meshConfig(
        '{"tlsDefaults": {"cipherSuites": ["AES128-SHA"]}, "meshMTLS": {"cipherSuites": ["ECDHE-RSA-AES128-GCM-SHA256"]}}',
      ),
    ],
    ['weak-cipher warning istio data.mesh.tlsDefaults.cipherSuites[0]'],
  ],
  [
    'reports weak suites of listeners',
    [
      listener(
        'name: a, port: 443, protocol: HTTPS, hostname: a.example, tls: {certificateRefs: [{name: a}], options: {gateway.istio.io/tls-cipher-suites: "ECDHE-RSA-AES128-GCM-SHA256,AES128-SHA"}}',
      ),
    ],
    ['weak-cipher warning front spec.listeners[0].tls.options["gateway.istio.io/tls-cipher-suites"]'],
  ],
  [
    'reports any host for any namespace',
    [gateway(tls('mode: SIMPLE', '*/*'))],
    ['wildcard-host warning front spec.servers[0].hosts[0]'],
  ],
  ['is content with the own namespace', [gateway(tls('mode: SIMPLE', './*'))], []],
  [
    'is content with gateways between clusters',
    [gateway('port: {number: 15443, name: tls, protocol: TLS}, hosts: ["*"], tls: {mode: AUTO_PASSTHROUGH}')],
    [],
  ],
  [
    'reports listeners for all namespaces',
    [
      listener(
        'name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: a}]}, allowedRoutes: {namespaces: {from: All}}',
      ),
    ],
    ['wildcard-host warning front spec.listeners[0].allowedRoutes.namespaces.from'],
  ],
  [
    'is content with listeners for their own namespace',
    [listener('name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: a}]}')],
    [],
  ],
  [
    'reports a target port by its number, its name or its quotes',
    [
      service(
        'edge/front',
        'NodePort',
        '{port: 1, targetPort: 15014}, {port: 2, targetPort: http-envoy-prom}, {port: 3, targetPort: "15020"}, {port: 4, targetPort: 8080}',
      ),
    ],
    [0, 1, 2].map((place) => `admin-port-in-service warning front spec.ports[${place}].targetPort`),
  ],
  [
    'reports the admin interface of Envoy anywhere',
    [service('edge/front', 'ClusterIP', '{port: 15000}, {port: 15090}')],
    ['admin-port-in-service warning front spec.ports[0].port'],
  ],
  [
    'knows addresses outside',
    [object('Service', 'edge/front', 'spec: {externalIPs: [192.0.2.1], ports: [{port: 15090}]}')],
    ['admin-port-in-service warning front spec.ports[0].port'],
  ],
  [
    'knows 8080 of istiod',
    [
      service(
        'istio-system/istiod',
        'LoadBalancer',
        '{port: 80, targetPort: 8080}, {port: 15012}, {port: 15017}',
      ),
    ],
    ['admin-port-in-service warning istiod spec.ports[0].targetPort'],
  ],
  [
    'reports the Service of istiod in the cluster for nothing',
    [service('istio-system/istiod', 'ClusterIP', '{port: 15010}, {port: 15012}, {port: 15014}')],
    [],
  ],
  [
    'reports a server at an admin port',
    [gateway('port: {number: 15014, name: tcp, protocol: TCP}, hosts: [a.example]')],
    ['admin-port-in-gateway warning front spec.servers[0].port.number'],
  ],
  [
    'reports a route to istiod',
    [routes('{route: [{destination: {host: istiod.istio-system.svc.cluster.local, port: {number: 8080}}}]}')],
    ['admin-port-in-gateway warning a spec.http[0].route[0].destination.port.number'],
  ],
  [
    'is content with 8080 of anything else',
    [routes('{route: [{destination: {host: app, port: {number: 8080}}}]}')],
    [],
  ],
  [
    'reports backends',
    [
      listener(
        'name: a, port: 443, protocol: HTTPS, hostname: a.example, tls: {certificateRefs: [{name: a}]}',
      ),
      route('{backendRefs: [{name: a, port: 15000}]}'),
    ],
    ['admin-port-in-gateway warning a spec.rules[0].backendRefs[0].port'],
  ],
  [
    'reports a Sidecar that leads to the admin interface',
    [
      object(
        'Sidecar',
        'shop/a',
        'spec: {ingress: [{port: {number: 9000, name: http, protocol: HTTP}, defaultEndpoint: "127.0.0.1:15000"}, {port: {number: 9001, name: http2, protocol: HTTP}, defaultEndpoint: "127.0.0.1:8080"}]}',
      ),
    ],
    ['admin-port-in-gateway warning a spec.ingress[0].defaultEndpoint'],
  ],
];

it.each(rows)('%s', async (_, objects, expected) => {
  expect(await toldOf(rules, objects)).toEqual(expected);
});

import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { told } from '../../testing/told.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { certificateMismatch } from './certificate-mismatch.ts';
import { conflictingHosts } from './conflicting-hosts.ts';
import { credentialInvalid } from './credential-invalid.ts';
import { credentialNotFound } from './credential-not-found.ts';
import { duplicateCertificate } from './duplicate-certificate.ts';
import { portNotInService } from './port-not-in-service.ts';
import { portsConflict } from './ports-conflict.ts';
import { selectorNotFound } from './selector-not-found.ts';

const rules = [
  ...[selectorNotFound, portNotInService, conflictingHosts, portsConflict, duplicateCertificate],
  ...[credentialNotFound, credentialInvalid, certificateMismatch, certificateExpiring],
];

const gateway = (name: string, selector: string, ...servers: string[]): string =>
  `{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: ${name}, namespace: web}, spec: {selector: {${selector}}, servers: [${servers.join(', ')}]}}`;
const http = (port: number, host: string, more = ''): string =>
  `{port: {number: ${port}, name: http, protocol: HTTP}, hosts: ["${host}"]${more}}`;
const https = (port: number, host: string, tls: string): string =>
  `{port: {number: ${port}, name: https, protocol: HTTPS}, hosts: ["${host}"], tls: {${tls}}}`;
const proxy = (namespace: string, labels: string, spec = ''): string =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: front, namespace: ${namespace}}, spec: {selector: {}, template: {metadata: {labels: {${labels}}}, spec: {${spec} containers: [{name: istio-proxy, image: auto}]}}}}`;
const service = (ports: string, selector = 'istio: front'): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: front, namespace: edge}, spec: {selector: {${selector}}, ports: [${ports}]}}`;
const secret = (name: string, data: string, namespace = 'edge'): string =>
  `{apiVersion: v1, kind: Secret, metadata: {name: ${name}, namespace: ${namespace}}, stringData: {${data}}}`;

const front = proxy('edge', 'istio: front');
const simple = 'mode: SIMPLE, credentialName: cert';

const rows: [string, string, string[], string[]][] = [
  [
    'says once that the proxies of a selector may live elsewhere',
    '',
    [gateway('a', 'istio: front', http(80, '*')), gateway('b', 'istio: front', http(81, '*'))],
    ['selector-not-found info a spec.selector.istio +1'],
  ],
  [
    'is sure of a selector where another gateway is given',
    '',
    [front, gateway('a', 'istio: back', http(80, '*'))],
    ['selector-not-found error a spec.selector.istio'],
  ],
  [
    'asks for the Services of proxies that have none',
    '',
    [front, gateway('a', 'istio: front', http(80, '*'))],
    ['port-not-in-service undecided 1'],
  ],
  [
    'takes a complete input without Services at its word',
    'complete',
    [front, gateway('a', 'istio: front', http(80, '*'))],
    ['port-not-in-service warning a spec.servers[0].port.number'],
  ],
  [
    'knows that proxies on the network of the node need no Service',
    'complete',
    [proxy('edge', 'istio: front', 'hostNetwork: true,'), gateway('a', 'istio: front', http(80, '*'))],
    ['port-not-in-service undecided 1'],
  ],
  [
    'takes both ports of a Service, and no protocol for TCP',
    'complete',
    [
      front,
      service('{port: 80, targetPort: 8080}'),
      gateway('a', 'istio: front', http(80, '*'), http(8080, 'b')),
    ],
    [],
  ],
  [
    'does not take a port by UDP',
    'complete',
    [front, service('{port: 80, protocol: UDP}'), gateway('a', 'istio: front', http(80, '*'))],
    ['port-not-in-service warning a spec.servers[0].port.number +1'],
  ],
  [
    'lets Gateways share hosts of plain HTTP',
    '',
    [gateway('a', 'istio: x', http(80, 'h.example')), gateway('b', 'istio: x', http(80, 'web/h.example'))],
    ['selector-not-found info a spec.selector.istio +1'],
  ],
  [
    'does not let one of them redirect',
    '',
    [
      gateway('a', 'istio: x', http(80, 'h.example')),
      gateway('b', 'istio: x', http(80, './h.example', ', tls: {httpsRedirect: true}')),
    ],
    [
      'conflicting-hosts error b spec.servers[0].hosts[0] +1',
      'selector-not-found info a spec.selector.istio +1',
    ],
  ],
  [
    'compares Gateways whose selectors a proxy fits both',
    '',
    [
      proxy('edge', 'istio: front, zone: east'),
      service('{port: 443}'),
      gateway('a', 'istio: front', https(443, 'h.example', 'mode: PASSTHROUGH')),
      gateway('b', 'zone: east', https(443, 'h.example', 'mode: PASSTHROUGH')),
    ],
    ['conflicting-hosts error b spec.servers[0].hosts[0] +1'],
  ],
  [
    'finds HTTP and HTTPS on one port',
    '',
    [
      ...[front, service('{port: 443}')],
      gateway('a', 'istio: front', http(443, 'a.example')),
      gateway('b', 'istio: front', https(443, 'b.example', 'mode: PASSTHROUGH')),
    ],
    ['ports-conflict error b spec.servers[0].port.protocol +1'],
  ],
  [
    'looks for Secrets where the proxy runs, also for the CA of mutual TLS',
    'complete',
    [
      ...[front, service('{port: 443}')],
      gateway('a', 'istio: front', https(443, 'a.example', 'mode: MUTUAL, credentialName: cert')),
      secret('cert', 'tls.crt: x, tls.key: y'),
    ],
    [
      'credential-not-found error a spec.servers[0].tls.credentialName',
      'credential-invalid error a spec.servers[0].tls.credentialName +1',
    ],
  ],
  [
    'finds the CA in a Secret of its own',
    'complete',
    [
      ...[front, service('{port: 443}')],
      gateway('a', 'istio: front', https(443, 'a.example', 'mode: MUTUAL, credentialName: cert')),
      ...[secret('cert', 'tls.crt: x, tls.key: y'), secret('cert-cacert', 'ca.crt: z')],
    ],
    ['credential-invalid error a spec.servers[0].tls.credentialName +1'],
  ],
  [
    'says once that a Secret may live in the cluster',
    '',
    [
      ...[front, service('{port: 443}')],
      gateway('a', 'istio: front', https(443, 'a.example', simple), https(443, 'b.example', simple)),
    ],
    ['credential-not-found info a spec.servers[0].tls.credentialName +1'],
  ],
  [
    'leaves other kinds of credentials alone',
    'complete',
    [
      ...[front, service('{port: 443}')],
      gateway('a', 'istio: front', https(443, 'a.example', 'mode: SIMPLE, credentialName: "sds://vault"')),
    ],
    [],
  ],
  [
    'names, as istioctl, Gateways that it takes to have a host since it compared them with it',
    'compat complete',
    ['a', 'b', 'c'].map((name) =>
      gateway(name, 'istio: ingressgateway', http(80, name === 'b' ? 'b.example' : 'h.example')),
    ),
    ['conflicting-hosts error a ', 'conflicting-hosts error c '],
  ],
  [
    'takes a Pod without a namespace for none, as istioctl',
    'compat complete',
    [
      '{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {istio: mine}}, spec: {}}',
      gateway('a', 'istio: mine', http(80, '*')),
    ],
    [
      'selector-not-found error a spec.selector.istio',
      'port-not-in-service warning a spec.servers[0].port.number',
    ],
  ],
  [
    'says nothing of a Gateway without anything in it',
    'complete',
    ['{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: a, namespace: web}, spec: {}}'],
    [],
  ],
];

it.each(rows)('%s', async (_, words, objects, expected) => {
  expect(await told(rules, words, objects)).toEqual(expected.toSorted());
});

it('names all Gateways of an arbitrary conflict of istioctl', async () => {
  const text = ['a', 'b', 'c']
    .map((name) => gateway(name, 'istio: ingressgateway', http(80, name === 'b' ? 'b.example' : 'h.example')))
    .join('\n---\n');
  const { findings } = await analyzeExample({ text, words: ['compat'] }, { only: [conflictingHosts.slug] });
  expect(findings.map(({ args }) => args.gateway)).toEqual(['web/c', 'web/a,web/b']);
});

import { describe, expect, it } from 'vitest';
import { readText } from '../../../resources/index.ts';
import { analyze } from '../../analyze.ts';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { envoyRules } from './index.ts';

const only = envoyRules.map(({ slug }) => slug);

async function found(text: string): Promise<string[]> {
  const { findings } = await analyzeExample({ text, words: [] }, { only });
  return findings.map(({ rule, path }) => `${rule} ${path}`).sort();
}

const route = (http: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: books, namespace: storefront }
spec:
  hosts: [books]
  http:
    - ${http}
`;
const action = 'route: [{ destination: { host: books } }]';

describe('a route', () => {
  it.each([
    [
      'is judged by the headers of its destinations, too',
      `route: [{ destination: { host: books }, headers: { request: { add: { x-a: '%IP%' } } } }]`,
      ['envoy/format spec.http[0].route[0].headers.request.add.x-a'],
    ],
    [
      'may set the host to anything',
      `{ headers: { request: { set: { host: a.example.com } } }, ${action} }`,
      [],
    ],
    [
      'is not judged where Istio refuses the value itself',
      `{ headers: { request: { set: { x-a: '100%' } } }, ${action} }`,
      [],
    ],
    [
      'with percent signs in pairs passes Istio and not Envoy',
      `{ headers: { request: { set: { x-a: '5% or 6%' } } }, ${action} }`,
      ['envoy/format spec.http[0].headers.request.set.x-a'],
    ],
    [
      'may not remove a header with a blank',
      `{ headers: { response: { remove: [x-a, 'x b'] } }, ${action} }`,
      ['envoy/header-name spec.http[0].headers.response.remove[1]'],
    ],
    [
      'with a line break in the name of a header is the worse fault',
      `{ headers: { response: { remove: ["x-a\\n"] } }, ${action} }`,
      ['envoy/line-break spec.http[0].headers.response.remove[0]'],
    ],
    [
      'may not redirect to a host with a line break',
      `redirect: { authority: "a.example.com\\n" }`,
      ['envoy/line-break spec.http[0].redirect.authority'],
    ],
    ['may redirect without a code', 'redirect: { uri: /a }', []],
    ['leaves codes that Istio refuses to Istio', 'redirect: { uri: /a, redirectCode: 404 }', []],
    [
      'may have equal timeouts',
      `{ timeout: 1s, retries: { attempts: 2, perTryTimeout: 1000ms }, ${action} }`,
      [],
    ],
    [
      'without retries has no tries',
      `{ timeout: 1s, retries: { attempts: 0, perTryTimeout: 9s }, ${action} }`,
      [],
    ],
    [
      'may not match a query parameter with a name of more than 1024 bytes',
      `{ match: [{ queryParams: { ${'a'.repeat(1025)}: { exact: b } } }], ${action} }`,
      [`envoy/limit spec.http[0].match[0].queryParams.${'a'.repeat(1025)}`],
    ],
  ])('%s', async (_, http, expected) => {
    expect(await found(route(http))).toEqual(expected);
  });
});

const gateway = (...servers: readonly string[]): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  selector: { istio: ingressgateway }
  servers:
${servers.map((server) => `    - ${server}`).join('\n')}
`;
const through = (number: number, host = '"*.example.com"', more = ''): string =>
  `{ port: { number: ${number}, name: tls-${number}${more === '' ? '' : '-b'}, protocol: TLS }, hosts: [${host}], tls: { mode: PASSTHROUGH }${more} }`;
const plain = (number: number, protocol: string, name: string): string =>
  `{ port: { number: ${number}, name: ${name}, protocol: ${protocol} }, hosts: ["*.example.com"] }`;

const service = (name: string, spec: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: edge }
spec: { hosts: [a.example.com], gateways: [front], ${spec} }
`;
const tls = (match: string): string =>
  `tls: [{ match: [${match}], route: [{ destination: { host: books } }] }]`;
const a = '{ sniHosts: [a.example.com] }';

describe('servers and routes of a Gateway', () => {
  it.each([
    [
      'two matches of one VirtualService',
      gateway(through(443)) + service('one', tls(`${a}, ${a}`)),
      ['envoy/duplicate-sni-host spec.tls[0].match[1].sniHosts[0]'],
    ],
    [
      'a match for another Gateway',
      gateway(through(443)) +
        service('one', tls(a)) +
        service('two', tls('{ sniHosts: [a.example.com], gateways: [other] }')),
      [],
    ],
    [
      'a VirtualService for other hosts, which no server takes',
      gateway(through(443, 'a.example.com')) +
        service('one', tls(a)) +
        service('two', tls(a)).replace('[a.example.com]', '[b.example.com]'),
      [],
    ],
    [
      'a VirtualService that the Gateway does not see',
      gateway(through(443)) +
        service('one', tls(a)) +
        service('two', `exportTo: ['.'], ${tls(a)}`)
          .replace('namespace: edge', 'namespace: orders')
          .replace('[front]', '[edge/front]'),
      [],
    ],
    ['two ports, which are two listeners', gateway(through(443), through(8443)) + service('one', tls(a)), []],
    [
      'one port with two addresses',
      gateway(through(443), through(443, '"*.example.com"', ', bind: 10.0.0.1')) + service('one', tls(a)),
      [],
    ],
    [
      'plain HTTP after TLS',
      gateway(through(443), plain(443, 'HTTP', 'http')),
      ['envoy/server-dropped spec.servers[1].port.protocol'],
    ],
    ['plain HTTP of two kinds', gateway(plain(80, 'HTTP', 'http'), plain(80, 'http2', 'h2')), []],
    [
      'tcp routes where TLS is passed through',
      gateway(through(443)) + service('one', 'tcp: [{ route: [{ destination: { host: books } }] }]'),
      ['envoy/route-unused spec.tcp'],
    ],
    [
      'tcp routes where plain TCP is served',
      gateway(plain(9000, 'TCP', 'tcp')) +
        service('one', 'tcp: [{ route: [{ destination: { host: books } }] }]'),
      [],
    ],
    [
      'http and tls routes for two servers',
      gateway(through(443), plain(80, 'HTTP', 'http')) + service('one', `http: [{ ${action} }], ${tls(a)}`),
      [],
    ],
    ['routes of a Gateway that is not there', service('one', `http: [{ ${action} }]`), []],
    ['servers without ports and hosts', gateway('{ tls: {} }', '{}'), []],
  ])('judges %s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  it('says of which VirtualServices it cannot judge the routes', async () => {
    const { undecided } = await analyzeExample(
      { text: service('one', `http: [{ ${action} }]`), words: [] },
      { only },
    );
    expect(JSON.stringify(undecided)).toContain('one of its gateways is not in the input');
  });
});

describe('the access logs of the mesh config', () => {
  const config = (mesh: string): Promise<string[]> =>
    analyze(readText('', 'input.yaml'), { only, meshConfig: readText(mesh, 'mesh.yaml') }).then(
      ({ findings }) => findings.map(({ rule, path }) => `${rule} ${path}`),
    );

  it.each([
    ['the format of Istio', 'accessLogFormat: "[%START_TIME%] %REQ(:METHOD)% %RESPONSE_CODE%\\n"', []],
    ['a wrong command', 'accessLogFormat: "%STATUS%"', ['envoy/format accessLogFormat']],
    [
      'JSON in a text',
      'accessLogEncoding: JSON\naccessLogFormat: \'{ "a": { "b": "%STATUS%" } }\'',
      ['envoy/format accessLogFormat'],
    ],
    ['what is no JSON and falls back', 'accessLogEncoding: JSON\naccessLogFormat: "%STATUS%"', []],
    [
      'labels of a provider',
      'extensionProviders: [{ name: a, envoyFileAccessLog: { logFormat: { labels: { s: "%STATUS%" } } } }]',
      ['envoy/format extensionProviders[0].envoyFileAccessLog.logFormat.labels.s'],
    ],
    [
      'the text of an OpenTelemetry provider',
      'extensionProviders: [{ name: a, envoyOtelAls: { service: b, port: 1, logFormat: { text: "%STATUS%" } } }]',
      ['envoy/format extensionProviders[0].envoyOtelAls.logFormat.text'],
    ],
  ])('are judged: %s', async (_, mesh, expected) => {
    expect(await config(mesh)).toEqual(expected);
  });

  it('are found in the ConfigMap of istiod', async () => {
    const text = `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    accessLogFormat: "%STATUS%"
`;
    expect(await found(text)).toEqual(['envoy/format data.mesh']);
  });
});

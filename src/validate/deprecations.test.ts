import { expect, test } from 'vitest';
import { readText } from '../resources/index.ts';
import { validate } from './validate.ts';

const resource = (kind: string, spec: string, group = 'networking', version = 'v1'): string =>
  `apiVersion: ${group}.istio.io/${version}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;

const virtualService = (route: string): string =>
  resource('VirtualService', `{hosts: [a], http: [{route: [{destination: {host: a}}], ${route}}]}`);

const policy = (text: string): string => resource('DestinationRule', `{host: a, trafficPolicy: {${text}}}`);

const gateway = (port: string): string =>
  resource('Gateway', `{servers: [{hosts: [a.b], port: {number: 80, name: http, protocol: HTTP${port}}}]}`);

const proxy = (text: string): string => `defaultConfig: {${text}}`;

/** A document that uses a deprecated field or value, where it stands, and a word of what replaces it. */
test.each<[string, string, string, ('MeshConfig' | undefined)?]>([
  [policy('loadBalancer: {simple: LEAST_CONN}'), 'spec.trafficPolicy.loadBalancer.simple', 'LEAST_REQUEST'],
  [
    policy('loadBalancer: {consistentHash: {minimumRingSize: 9}}'),
    'spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize',
    'ringHash',
  ],
  [
    policy('outlierDetection: {consecutiveErrors: 1}'),
    'spec.trafficPolicy.outlierDetection.consecutiveErrors',
    'consecutive5xxErrors',
  ],
  [virtualService('mirror: {host: b}, mirrorPercent: 1'), 'spec.http[0].mirrorPercent', 'mirrorPercentage'],
  [
    virtualService('fault: {delay: {fixedDelay: 5s, percent: 1}}'),
    'spec.http[0].fault.delay.percent',
    'percentage',
  ],
  [virtualService('corsPolicy: {allowOrigin: [a]}'), 'spec.http[0].corsPolicy.allowOrigin', 'allowOrigins'],
  ['certificates: [{secretName: a}]', 'certificates', 'issuer', 'MeshConfig'],
  ['verifyCertificateAtClient: true', 'verifyCertificateAtClient', 'rop', 'MeshConfig'],
  [
    'extensionProviders: [{name: a, lightstep: {service: a.b, port: 1}}]',
    'extensionProviders[0].lightstep',
    'opentelemetry',
    'MeshConfig',
  ],
  [
    'extensionProviders: [{name: a, opencensus: {service: a.b, port: 1}}]',
    'extensionProviders[0].opencensus',
    'opentelemetry',
    'MeshConfig',
  ],
  [
    proxy('zipkinAddress: "zipkin.a:9411"'),
    'defaultConfig.zipkinAddress',
    'tracing.zipkin.address',
    'MeshConfig',
  ],
  [
    proxy('envoyMetricsServiceAddress: "a.b:1"'),
    'defaultConfig.envoyMetricsServiceAddress',
    'envoyMetricsService.address',
    'MeshConfig',
  ],
  [proxy('discoveryRefreshDelay: 1s'), 'defaultConfig.discoveryRefreshDelay', 'rop', 'MeshConfig'],
  [proxy('availabilityZone: a'), 'defaultConfig.availabilityZone', 'rop', 'MeshConfig'],
  [proxy('sds: {enabled: true}'), 'defaultConfig.sds', 'rop', 'MeshConfig'],
])('%s warns at %s', async (text, place, replacement, as) => {
  const { findings } = await validate(readText(text, 'a.yaml'), as === undefined ? {} : { as });
  const found = findings.filter(({ path }) => path === place);
  expect(found).toHaveLength(1);
  expect(`${found[0]?.message ?? ''} ${found[0]?.hint ?? ''}`).toContain(replacement);
});

test('a deprecated field that is refused is said once, as an error', async () => {
  const { findings } = await validate(readText(gateway(', targetPort: 8080'), 'a.yaml'));
  expect(findings.map(({ path, severity }) => [path, severity])).toEqual([
    ['spec.servers[0].port.targetPort', 'error'],
  ]);
});

test('what replaces them gives no warning', async () => {
  const text = [
    policy('loadBalancer: {simple: LEAST_REQUEST}, outlierDetection: {consecutive5xxErrors: 1}'),
    virtualService('mirror: {host: b}, mirrorPercentage: {value: 1}'),
    gateway(''),
  ].join('---\n');
  expect((await validate(readText(text, 'a.yaml'))).findings).toEqual([]);
});

import { expect, test } from 'vitest';
import { checkSidecar } from './sidecar.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkSidecar>[0];
type Ingress = NonNullable<Spec['ingress']>[number];
type Egress = NonNullable<Spec['egress']>[number];
type Outbound = NonNullable<Spec['outboundTrafficPolicy']>;

const found = (spec: Spec): string[] => problems(checkSidecar, spec, { namespace: 'own' });
const files = { serverCertificate: '/cert', privateKey: '/key' };

test.each<[string, Spec, string[]]>([
  ['egress alone passes', { egress: [{ hosts: ['./*'] }] }, []],
  ['an outbound policy alone passes', { outboundTrafficPolicy: {} }, []],
  ['nothing', {}, ['sidecar/empty spec']],
  ['empty lists', { ingress: [], egress: [] }, ['sidecar/empty spec']],
  [
    'a selector without labels is a warning',
    { workloadSelector: {}, outboundTrafficPolicy: {} },
    ['selector/without-labels spec.workloadSelector'],
  ],
  [
    'a connection pool without settings',
    { inboundConnectionPool: {} },
    ['connectionpool/empty spec.inboundConnectionPool'],
  ],
])('%s', (_, spec, expected) => {
  expect(found(spec)).toEqual(expected);
});

const proxy = { host: 'egress.example.com', port: { number: 80 } };

test.each<[string, Outbound, string[]]>([
  ['an egress proxy passes', { mode: 'ALLOW_ANY', egressProxy: { ...proxy, subset: 'a' } }, []],
  ['a proxy without mode', { egressProxy: proxy }, ['sidecar/egress-proxy-mode policy']],
  [
    'a proxy without port',
    { mode: 'ALLOW_ANY', egressProxy: { host: 'a' } },
    ['sidecar/egress-proxy policy.egressProxy.port'],
  ],
  [
    'a proxy with port 0',
    { mode: 'ALLOW_ANY', egressProxy: { ...proxy, port: {} } },
    ['port/range policy.egressProxy.port.number'],
  ],
  [
    'a wildcard as proxy',
    { mode: 'ALLOW_ANY', egressProxy: { ...proxy, host: '*.a.com' } },
    ['host/invalid policy.egressProxy.host'],
  ],
  [
    'a subset',
    { mode: 'ALLOW_ANY', egressProxy: { ...proxy, subset: 'a.b' } },
    ['subset/name-invalid policy.egressProxy.subset'],
  ],
  ['dynamic DNS', { mode: 3 as unknown as 'ALLOW_ANY' }, ['sidecar/otp-mode policy.mode']],
  ['an unknown mode passes Istio', { mode: 99 as unknown as 'ALLOW_ANY' }, []],
])('outbound: %s', (_, outboundTrafficPolicy, expected) => {
  const places = expected.map((line) => line.replace(' policy', ' spec.outboundTrafficPolicy'));
  expect(found({ outboundTrafficPolicy })).toEqual(places);
});

const port = { number: 80, name: 'http', protocol: 'HTTP' };
const tlsPort = { ...port, protocol: 'HTTPS' };

test.each<[string, Ingress, string[]]>([
  ['a number is enough', { port: { number: 80 } }, []],
  ['no port', {}, ['sidecar/ingress-port-required port']],
  ['no number', { port: {} }, ['port/range port.number']],
  ['a target port', { port: { ...port, targetPort: 1 } }, ['port/target-port-ignored port.targetPort']],
  ['a port name', { port: { ...port, name: 'a b' } }, ['port/name port.name']],
  ['a protocol', { port: { ...port, protocol: 'HBONE' } }, ['port/protocol port.protocol']],
  ['a unix socket to bind', { port, bind: 'unix:///a' }, ['ip/invalid bind']],
  ['HTTP limits for HTTP pass', { port, connectionPool: { http: { maxRetries: 1 } } }, []],
  [
    'HTTP limits for TCP are a warning',
    { port: { ...port, protocol: 'TCP' }, connectionPool: { http: {} } },
    ['sidecar/http-pool-non-http'],
  ],
  [
    'limits are checked',
    { port, connectionPool: { http: { maxRetries: -1 } } },
    ['connectionpool/negative connectionPool.http.maxRetries'],
  ],
  ['TLS with files passes', { port: tlsPort, tls: { mode: 'SIMPLE', ...files } }, []],
  ['TLS without files', { port: tlsPort, tls: { mode: 'SIMPLE' } }, ['servertls/files-required tls']],
  ['TLS with HTTP', { port, tls: { mode: 'SIMPLE', ...files } }, ['servertls/protocol-mismatch']],
  ['TLS without protocol', { port: { number: 80 }, tls: {} }, ['servertls/protocol-mismatch']],
  ['a mode', { port: tlsPort, tls: { mode: 'ISTIO_MUTUAL' } }, ['sidecar/tls-unsupported tls.mode']],
  [
    'settings only a gateway has',
    { port: tlsPort, tls: { subjectAltNames: ['a'], httpsRedirect: true } },
    ['sidecar/tls-unsupported tls.subjectAltNames', 'sidecar/tls-unsupported tls.httpsRedirect'],
  ],
  [
    'a credential',
    { port: tlsPort, tls: { mode: 'SIMPLE', credentialName: 'a' } },
    ['sidecar/tls-unsupported tls.credentialName'],
  ],
])('ingress: %s', (_, listener, expected) => {
  const places = expected.map((line) => {
    const [slug, place] = line.split(' ');
    return `${slug ?? ''} spec.ingress[0]${place === undefined ? '' : `.${place}`}`;
  });
  expect(found({ ingress: [listener] })).toEqual(places);
});

test('ingress listeners have different ports', () => {
  const ingress = [{ port }, { port: { ...port, number: 81 } }, { port }];
  expect(found({ ingress })).toEqual(['sidecar/ingress-port-duplicate spec.ingress[2].port.number']);
});

test.each<[string, boolean]>([
  ['127.0.0.1:8080', true],
  ['0.0.0.0:8080', true],
  ['[::1]:8080', true],
  ['[::]:8080', true],
  ['[127.0.0.1]:8080', true],
  [':8080', true],
  ['unix:///a', true],
  ['unix:///', false],
  ['127.0.0.1', false],
  ['127.0.0.1:http', false],
  ['127.0.0.1:65536', false],
  ['127.0.0.1:0', false],
  ['::1:8080', false],
  ['10.0.0.1:80', false],
  ['localhost:80', false],
])('default endpoint %s is fine: %s', (defaultEndpoint, fine) => {
  expect(found({ ingress: [{ port, defaultEndpoint }] })).toHaveLength(fine ? 0 : 1);
});

const unix = { port: { number: 0, protocol: 'HTTP' }, bind: 'unix:///a', hosts: ['*/*'] };

test.each<[string, readonly Egress[], string[]]>([
  ['a port and a catch-all pass', [{ port, hosts: ['./*'] }, { hosts: ['*/*'] }], []],
  ['no hosts', [{}], ['sidecar/egress-hosts-required spec.egress[0].hosts']],
  ['a bad host', [{ hosts: ['a.com'] }], ['host/namespace-required spec.egress[0].hosts[0]']],
  [
    'a catch-all that is not the last',
    [{ hosts: ['*/*'] }, { port, hosts: ['*/*'] }],
    ['sidecar/catch-all-order spec.egress'],
  ],
  ['two catch-alls', [{ hosts: ['*/*'] }, { hosts: ['*/*'] }], ['sidecar/catch-all-order spec.egress']],
  [
    'a port twice',
    [
      { port, hosts: ['*/*'] },
      { port, hosts: ['*/*'] },
    ],
    ['sidecar/egress-port-duplicate spec.egress[1].port.number'],
  ],
  ['a unix socket passes', [unix], []],
  ['a unix socket twice', [unix, unix], ['sidecar/unix-duplicate spec.egress[1].bind']],
  ['an abstract socket beside it passes', [unix, { ...unix, bind: 'unix://@a' }], []],
  ['port 0 on an address', [{ ...unix, bind: '1.2.3.4' }], ['sidecar/port-zero-needs-unix spec.egress[0]']],
  ['a unix socket that is a folder', [{ ...unix, bind: 'unix:///a/' }], ['unix/path spec.egress[0].bind']],
  ['a port on a unix socket', [{ ...unix, port }], ['port/unix-nonzero spec.egress[0]']],
  [
    'capture of a unix socket',
    [{ ...unix, captureMode: 'IPTABLES' }],
    ['sidecar/unix-capture-mode spec.egress[0]'],
  ],
  ['capture of a port passes', [{ port, hosts: ['*/*'], captureMode: 'IPTABLES' }], []],
  [
    'a port out of range',
    [{ port: { number: 65536 }, hosts: ['*/*'] }],
    ['port/range spec.egress[0].port.number'],
  ],
  ['a name to bind', [{ port, bind: 'localhost', hosts: ['*/*'] }], ['ip/invalid spec.egress[0].bind']],
  [
    'a protocol',
    [{ port: { number: 1, protocol: 'x' }, hosts: ['*/*'] }],
    ['port/protocol spec.egress[0].port.protocol'],
  ],
  [
    'a target port',
    [{ port: { number: 1, targetPort: 1 }, hosts: ['*/*'] }],
    ['port/target-port-ignored spec.egress[0].port.targetPort'],
  ],
])('egress: %s', (_, egress, expected) => {
  expect(found({ egress })).toEqual(expected);
});

test.each<[string, readonly string[], string[]]>([
  ['different hosts pass', ['a/a.com', 'b/a.com', './a.com'], []],
  ['a host twice', ['a/a.com', 'a/a.com'], ['duplicate-egress-host spec.egress[0].hosts[1]']],
  ['a host after its namespace', ['a/*', 'a/a.com'], ['duplicate-egress-host spec.egress[0].hosts[1]']],
  ['a namespace after its host', ['a/a.com', 'a/*'], ['duplicate-egress-host spec.egress[0].hosts[1]']],
  ['the own namespace twice', ['own/*', './*'], ['duplicate-egress-host spec.egress[0].hosts[1]']],
  ['everything and a host', ['*/*', 'a/a.com'], ['star-star spec.egress[0].hosts']],
  ['everything but a host passes', ['*/*', '~/a.com', '~a/*', '~/a.com'], []],
  ['a host of any namespace and a namespace pass', ['*/a.com', 'a/*'], []],
])('hosts of a listener: %s', (_, hosts, expected) => {
  expect(found({ egress: [{ hosts }] })).toEqual(expected.map((line) => `sidecar/${line}`));
});

test.each<[string, Spec, string[]]>([
  ['each workload has its own', {}, []],
  [
    'workloads of the root namespace share one',
    { workloadSelector: { labels: { app: 'a' } } },
    ['sidecar/duplicate-egress-host spec.egress[0].hosts[1]'],
  ],
])('the own namespace in the root namespace: %s', (_, more, expected) => {
  const spec = { ...more, egress: [{ hosts: ['./*', 'istio-system/*'] }] };
  expect(problems(checkSidecar, spec, { namespace: 'istio-system' })).toEqual(expected);
});

import { expect, test } from 'vitest';
import { checkGateway } from './gateway.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkGateway>[0];
type Server = NonNullable<Spec['servers']>[number];

const http = { number: 80, name: 'http', protocol: 'HTTP' };
const https = { number: 443, name: 'https', protocol: 'HTTPS' };
const credential = { mode: 'SIMPLE', credentialName: 'cert' } as const;
const server = (change: Server): Spec => ({ servers: [{ port: http, hosts: ['*'], ...change }] });

test.each<[string, Spec, string[]]>([
  ['an HTTP server passes', server({}), []],
  ['an HTTPS server with a credential passes', server({ port: https, tls: credential }), []],
  ['no server', {}, ['gateway/servers-required spec.servers']],
  ['no host', server({ hosts: [] }), ['gateway/hosts-required spec.servers[0].hosts']],
  ['no port', { servers: [{ hosts: ['*'] }] }, ['gateway/port-required spec.servers[0].port']],
  [
    'a port without name',
    server({ port: { number: 80, protocol: 'HTTP' } }),
    ['port/name-required spec.servers[0].port.name'],
  ],
  ['a port name that is no DNS label passes', server({ port: { ...http, name: 'my_port' } }), []],
  [
    'a port name twice',
    {
      servers: [
        { port: http, hosts: ['*'] },
        { port: http, hosts: ['*'] },
      ],
    },
    ['gateway/port-name-duplicate spec.servers[1].port.name'],
  ],
  [
    'an unknown protocol',
    server({ port: { ...http, protocol: 'FOO' } }),
    ['port/protocol spec.servers[0].port.protocol'],
  ],
  [
    'a target port',
    server({ port: { ...http, targetPort: 8080 } }),
    ['port/target-port-ignored spec.servers[0].port.targetPort'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkGateway, spec)).toEqual(expected);
});

test.each<[string, Server, string[]]>([
  ['port 65535 passes', { port: { ...http, number: 65535 } }, []],
  ['port 65536', { port: { ...http, number: 65536 } }, ['port/range spec.servers[0].port.number']],
  [
    'no number',
    { port: { name: 'a', protocol: 'HTTP' } },
    ['gateway/port-zero-needs-unix spec.servers[0].port.number'],
  ],
  [
    'port 0 on an address',
    { port: { ...http, number: 0 } },
    ['gateway/port-zero-needs-unix spec.servers[0]'],
  ],
  ['port 0 on a unix socket passes', { port: { ...http, number: 0 }, bind: 'unix:///a' }, []],
  ['a port on a unix socket', { bind: 'unix:///a' }, ['port/unix-nonzero spec.servers[0]']],
  [
    'a unix socket that is a folder',
    { port: { ...http, number: 0 }, bind: 'unix:///a/' },
    ['unix/path spec.servers[0].bind'],
  ],
  ['an IPv6 address to bind passes', { bind: '::1' }, []],
  ['a name to bind', { bind: 'localhost' }, ['ip/invalid spec.servers[0].bind']],
  [
    'a name to bind with port 0 is one fault',
    { bind: 'localhost', port: { ...http, number: 0 } },
    ['ip/invalid spec.servers[0].bind'],
  ],
])('port and bind: %s', (_, change, expected) => {
  expect(problems(checkGateway, server(change))).toEqual(expected);
});

test.each<[string, Server, string[]]>([
  ['HTTPS without TLS settings', { port: https }, ['servertls/protocol-mismatch spec.servers[0]']],
  ['HTTP with TLS settings', { tls: credential }, ['servertls/protocol-mismatch spec.servers[0]']],
  ['HTTP that redirects passes', { tls: { httpsRedirect: true } }, []],
  [
    'HTTP that redirects, with a key',
    { tls: { httpsRedirect: true, privateKey: '/k' } },
    ['servertls/passthrough-certs spec.servers[0].tls', 'servertls/protocol-mismatch spec.servers[0]'],
  ],
  [
    'TCP with TLS settings',
    { port: { ...http, protocol: 'TCP' }, tls: {} },
    ['servertls/protocol-mismatch spec.servers[0]'],
  ],
  [
    'TLS that redirects is a warning',
    { port: https, tls: { ...credential, httpsRedirect: true } },
    ['gateway/redirect-non-http spec.servers[0]'],
  ],
  [
    'TLS settings with an unknown protocol are not judged',
    { port: { ...http, protocol: 'FOO' }, tls: credential },
    ['port/protocol spec.servers[0].port.protocol'],
  ],
])('protocol and TLS: %s', (_, change, expected) => {
  expect(problems(checkGateway, server(change))).toEqual(expected);
});

test('the name has no dots, unless the gateway was made from one of Gateway API', () => {
  const name = 'a.b';
  expect(problems(checkGateway, server({}), { name })).toEqual(['gateway/name metadata.name']);
  const annotations = { 'internal.istio.io/gateway-semantics': 'gateway' };
  expect(problems(checkGateway, server({ hosts: ['~/a.b'] }), { name, annotations })).toEqual([]);
});

import { expect, test } from 'vitest';
import { checkServiceEntry } from './service-entry.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkServiceEntry>[0];

const http = { number: 80, name: 'http', protocol: 'HTTP' };
const tcp = { number: 90, name: 'tcp', protocol: 'TCP' };
const dns: Spec = { hosts: ['a.com'], ports: [http], resolution: 'DNS' };
const fixed: Spec = { hosts: ['a.com'], ports: [http], resolution: 'STATIC' };
const unixSocket = [{ address: 'unix:///a' }];

test.each<[string, Spec, string[]]>([
  ['an entry for DNS passes', dns, []],
  ['no hosts', { ...dns, hosts: [] }, ['serviceentry/hosts-required spec.hosts']],
  ['any host', { hosts: ['*'] }, ['host/star-not-allowed spec.hosts[0]']],
  ['a host with a scheme', { ...dns, hosts: ['http://a.com'] }, ['host/invalid spec.hosts[0]']],
  ['half a label is a warning', { hosts: ['*a.com'] }, ['serviceentry/partial-wildcard spec.hosts[0]']],
  ['a short name passes', { ...dns, hosts: ['a'] }, []],
  [
    'a selector and endpoints',
    { ...fixed, workloadSelector: { labels: { a: 'b' } }, endpoints: unixSocket },
    ['serviceentry/selector-and-endpoints spec'],
  ],
  [
    'a selector and an empty list pass',
    { ...fixed, workloadSelector: { labels: { a: 'b' } }, endpoints: [] },
    [],
  ],
  ['an address', { ...dns, addresses: ['256.1.1.1'] }, ['ip/invalid spec.addresses[0]']],
  ['a range with STATIC passes', { ...fixed, addresses: ['10.0.0.0/8'] }, []],
  [
    'a range with DNS',
    { ...dns, addresses: ['1.1.1.1', '10.0.0.0/8'] },
    ['serviceentry/cidr-resolution spec'],
  ],
  [
    'exported to nobody and somebody',
    { ...dns, exportTo: ['~', 'a'] },
    ['exportto/none-and-other spec.exportTo[0]'],
  ],
  ['exported to nobody passes', { ...dns, exportTo: ['~'] }, []],
])('%s', (_, spec, expected) => {
  expect(problems(checkServiceEntry, spec)).toEqual(expected);
});

test.each<[string, NonNullable<Spec['ports']>, string[]]>([
  ['two ports pass', [http, { ...http, name: 'b', number: 81 }], []],
  ['a name twice', [http, { ...http, number: 81 }], ['serviceentry/port-name-duplicate spec.ports[1].name']],
  [
    'a number twice',
    [http, { ...http, name: 'b' }],
    ['serviceentry/port-number-duplicate spec.ports[1].number'],
  ],
  ['a name', [{ ...http, name: 'a_b' }], ['port/name spec.ports[0].name']],
  ['a protocol', [{ ...http, protocol: 'FOO' }], ['port/protocol spec.ports[0].protocol']],
  ['a target port', [{ ...http, targetPort: 65536 }], ['port/range spec.ports[0].targetPort']],
  ['target port 0 passes Istio', [{ ...http, targetPort: 0 }], []],
  ['nothing', [{}], ['port/name spec.ports[0].name', 'port/range spec.ports[0].number']],
])('ports: %s', (_, ports, expected) => {
  expect(problems(checkServiceEntry, { ...dns, ports })).toEqual(expected);
});

const optOut = { 'networking.istio.io/enable-autoallocate-ip': 'False' };
const ofTcp = ['serviceentry/tcp-needs-address spec'];

test.each<[string, Spec, Record<string, string>, string[]]>([
  ['DNS gets an address by itself', { ...dns, ports: [tcp] }, {}, []],
  ['unless that is switched off', { ...dns, ports: [tcp] }, optOut, ofTcp],
  ['NONE gets none', { hosts: ['a.com'], ports: [tcp] }, {}, ofTcp],
  [
    'a port without protocol is taken for TCP',
    { hosts: ['a.com'], ports: [{ number: 90, name: 'a' }] },
    {},
    ofTcp,
  ],
  ['an address is enough', { hosts: ['a.com'], ports: [tcp], addresses: ['1.1.1.1'] }, {}, []],
  ['HTTP needs none', { hosts: ['a.com'], ports: [http] }, {}, []],
])('TCP without addresses: %s', (_, spec, labels, expected) => {
  expect(problems(checkServiceEntry, spec, { labels })).toEqual(expected);
});

const two = ['a.com', 'b.com'];

test.each<[string, Spec, string[]]>([
  ['HTTP and TLS pass', { ...dns, hosts: two, ports: [http, { ...tcp, protocol: 'TLS' }] }, []],
  ['TCP', { ...dns, hosts: two, ports: [http, tcp] }, ['serviceentry/multi-host-protocol spec']],
  [
    'no protocol',
    { ...fixed, hosts: two, ports: [{ number: 1, name: 'a' }] },
    ['serviceentry/multi-host-protocol spec'],
  ],
  ['TCP with NONE passes', { hosts: two, ports: [tcp], addresses: ['1.1.1.1'] }, []],
  [
    'TLS with addresses is a warning for DNS',
    { ...dns, hosts: two, ports: [{ ...tcp, protocol: 'TLS' }], addresses: ['1.1.1.1'] },
    ['serviceentry/tcp-multi-host spec'],
  ],
  ['HTTP with addresses passes', { ...dns, hosts: two, addresses: ['1.1.1.1'] }, []],
])('several hosts: %s', (_, spec, expected) => {
  expect(problems(checkServiceEntry, spec)).toEqual(expected);
});

test.each<[string, Spec, string[]]>([
  ['NONE with endpoints', { hosts: ['a.com'], endpoints: unixSocket }, ['serviceentry/none-endpoints spec']],
  [
    'NONE with a selector is a warning',
    { hosts: ['a.com'], workloadSelector: { labels: { a: 'b' } } },
    ['serviceentry/none-selector spec'],
  ],
  [
    'an unknown resolution',
    { ...dns, resolution: 99 as unknown as 'DNS' },
    ['serviceentry/resolution-unsupported spec.resolution'],
  ],
  ['STATIC with addresses and a unix socket passes', { ...fixed, endpoints: unixSocket }, []],
  ['STATIC with a name', { ...fixed, endpoints: [{ address: 'b.com' }] }, ['endpoint/address-not-ip spec']],
  [
    'STATIC with something else',
    { ...fixed, endpoints: [{ address: 'b_c' }] },
    ['endpoint/address-invalid spec.endpoints[0].address'],
  ],
  [
    'STATIC with a network is a warning',
    { ...fixed, endpoints: [{ network: 'n' }] },
    ['endpoint/no-address spec.endpoints[0]'],
  ],
  ['STATIC with nothing', { ...fixed, endpoints: [{}] }, ['endpoint/address-required spec.endpoints[0]']],
  [
    'a unix socket for two ports',
    { ...fixed, ports: [http, { ...http, name: 'b', number: 81 }], endpoints: unixSocket },
    ['serviceentry/unix-endpoint-ports spec'],
  ],
  [
    'a unix socket for no port',
    { ...fixed, ports: [], endpoints: unixSocket },
    ['serviceentry/unix-endpoint-ports spec'],
  ],
  [
    'a port that the entry lacks',
    { ...fixed, endpoints: [{ address: '1.1.1.1', ports: { http: 80, grpc: 81 } }] },
    ['serviceentry/endpoint-port-undefined spec'],
  ],
  ['DNS with a name passes', { ...dns, hosts: ['*.a.com'], endpoints: [{ address: 'b.com' }] }, []],
  [
    'DNS with a wildcard and no endpoint',
    { ...dns, hosts: ['*.a.com'] },
    ['serviceentry/dns-host-needs-endpoints spec'],
  ],
  ['DNS with a unix socket', { ...dns, endpoints: unixSocket }, ['serviceentry/dns-endpoint spec']],
  ['DNS with a network only', { ...dns, endpoints: [{ network: 'n' }] }, ['serviceentry/dns-endpoint spec']],
  [
    'DNS with a bad label',
    { ...dns, endpoints: [{ address: 'b.com', labels: { a: '*' } }] },
    ['label/invalid spec.endpoints[0].labels.a'],
  ],
  [
    'DNS with a port that the entry lacks',
    { ...dns, endpoints: [{ address: 'b.com', ports: { grpc: 81 } }] },
    ['serviceentry/endpoint-port-undefined spec'],
  ],
  [
    'DNS_ROUND_ROBIN with two endpoints',
    { ...dns, resolution: 'DNS_ROUND_ROBIN', endpoints: [{ address: 'a' }, { address: 'b' }] },
    ['serviceentry/round-robin-endpoints spec'],
  ],
])('resolution: %s', (_, spec, expected) => {
  expect(problems(checkServiceEntry, spec)).toEqual(expected);
});

const dynamic: Spec = { hosts: ['*.a.com'], ports: [http], resolution: 'DYNAMIC_DNS' };
const inside: Spec = { ...dynamic, location: 'MESH_INTERNAL' };

test.each<[string, Spec, Record<string, string>, string[]]>([
  ['a wildcard passes', dynamic, {}, []],
  ['half a label passes', { ...dynamic, hosts: ['*a.com'] }, {}, []],
  ['a plain host', { ...dynamic, hosts: ['a.com'] }, {}, ['dynamic-dns-host-not-wildcard spec']],
  ['addresses', { ...dynamic, addresses: ['1.1.1.1/32'] }, {}, ['dynamic-dns-addresses spec']],
  ['endpoints', { ...dynamic, endpoints: [{ address: 'a.com' }] }, {}, ['dynamic-dns-endpoints spec']],
  ['HTTPS', { ...dynamic, ports: [{ ...http, protocol: 'HTTPS' }] }, {}, ['dynamic-dns-protocol spec']],
  ['TLS passes', { ...dynamic, ports: [{ ...http, protocol: 'tls' }] }, {}, []],
  [
    'TCP for two hosts is one fault',
    { ...dynamic, hosts: ['*.a.com', '*.b.com'], ports: [tcp] },
    {},
    ['dynamic-dns-protocol spec'],
  ],
  [
    'an unknown location',
    { ...dynamic, location: 42 as unknown as 'MESH_EXTERNAL' },
    {},
    ['dynamic-dns-location spec.location'],
  ],
  ['a waypoint inside the mesh', inside, { 'istio.io/use-waypoint': 'w' }, ['dynamic-dns-waypoint ']],
  ['no waypoint passes', inside, { 'istio.io/use-waypoint': 'none' }, []],
  ['a waypoint outside the mesh passes', dynamic, { 'istio.io/use-waypoint': 'w' }, []],
])('DYNAMIC_DNS: %s', (_, spec, labels, expected) => {
  const lines = expected.map((line) => `serviceentry/${line}`);
  expect(problems(checkServiceEntry, spec, { labels })).toEqual(lines);
});

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issue } from '../kube/testing/certificate.ts';
import {
  certificateRows,
  connectionRows,
  readZtunnelDump,
  selectConnections,
  selectPolicies,
  selectServices,
  selectWorkloads,
  serviceRows,
  shown,
  workloadRows,
  type CertificateRow,
  type ConnectionFilter,
  type WorkloadFilter,
} from './index.ts';

const dump = readZtunnelDump(readFileSync('testdata/ztunnel/maps.json', 'utf8'), 'maps.json');

describe('workloads', () => {
  test('have all their addresses, or the host name where there is none', () => {
    expect(workloadRows(dump).map(({ name, address }) => `${name} ${address}`)).toEqual([
      'scrolls scrolls.example.org',
      'shelf-1 10.1.0.7,fd00::7',
      'shelf-2 10.1.0.8',
    ]);
  });

  test('have waypoints named by address or host, and NA for those the dump does not have', () => {
    expect(workloadRows(dump).map(({ waypoint }) => waypoint)).toEqual(['NA', 'gate', 'gate']);
  });

  test('that are equal by namespace and name come in the order of their nodes', () => {
    const text = '{"workloads":[{"name":"a","node":"n2"},{"name":"a","node":"n1"}]}';
    expect(workloadRows(readZtunnelDump(text, 'a')).map(({ node }) => node)).toEqual(['n1', 'n2']);
  });

  test.each<[string, WorkloadFilter, readonly string[]]>([
    ['no filter', {}, ['scrolls', 'shelf-1', 'shelf-2']],
    ['a second address', { address: 'FD00::7' }, ['shelf-1']],
    ['part of an address', { address: '10.1.0' }, []],
    ['a namespace, in other letters', { namespace: 'Books' }, ['shelf-1', 'shelf-2']],
    ['a node', { node: 'node-b' }, ['shelf-2']],
    ['a node and an address that do not go together', { node: 'node-b', address: '10.1.0.7' }, []],
  ])('%s', (_, filter, names) => {
    expect(selectWorkloads(dump, filter).map(({ name }) => name)).toEqual(names);
    expect(workloadRows(dump, filter).map(({ name }) => name)).toEqual(names);
  });
});

describe('services', () => {
  test('have addresses without networks, a waypoint and a count of healthy endpoints', () => {
    expect(serviceRows(dump)).toEqual([
      {
        namespace: 'books',
        name: 'gate',
        vip: '10.9.0.5',
        waypoint: 'None',
        endpoints: { healthy: 0, all: 0 },
      },
      {
        namespace: 'books',
        name: 'shelf',
        vip: '10.9.0.6,fd00::9:6',
        waypoint: 'gate',
        endpoints: { healthy: 1, all: 3 },
      },
    ]);
  });

  test('of other namespaces are left out', () => {
    expect(selectServices(dump, { namespace: 'archive' })).toEqual([]);
  });
});

test('policies come by namespace and name', () => {
  expect(selectPolicies(dump).map(({ name }) => name)).toEqual(['closed', 'readers']);
  expect(selectPolicies(dump, { namespace: 'books' }).map(({ name }) => name)).toEqual(['readers']);
});

describe('certificates', () => {
  const cells = ({ type, status, valid, serialNumber }: CertificateRow) =>
    [type, status, valid, serialNumber].join(' ');

  test('the last of a chain is the root, unless there are roots of their own', () => {
    expect(certificateRows(dump, new Date('2030-01-01T12:00:00Z')).map(cells)).toEqual([
      'Leaf Available true ff',
      'Intermediate Available true 1000',
      'Root Available true 11',
      'Leaf Available true 12',
      'Intermediate Available true 13',
      'Root Available true 14',
      'NA Initializing false NA',
      'NA Unavailable false NA',
    ]);
  });

  test.each([
    ['before its first moment', '2029-12-31T23:59:59Z', false],
    ['within its time', '2030-01-01T00:00:01Z', true],
    ['after its last moment', '2030-01-02T00:00:01Z', false],
  ])('%s a certificate is valid: %s %s', (_, now, valid) => {
    expect(certificateRows(dump, new Date(now))[0]?.valid).toBe(valid);
  });

  test('say why they are unavailable', () => {
    expect(certificateRows(dump, new Date(0)).at(-1)?.reason).toBe('the CA does not answer');
  });

  test.each([
    ['nothing else is said', {}],
    ['some is said', { serialNumber: '', validFrom: null }],
  ])('are read themselves when %s', (_, said) => {
    const pem = issue({ name: 'shelf' }).certificate;
    const { serialNumber, validTo } = new X509Certificate(pem);
    const text = JSON.stringify({
      certificates: [{ identity: 'a', state: 'Available', certChain: [{ pem, ...said }] }],
    });
    const [row] = certificateRows(readZtunnelDump(text, 'a'), new Date());
    expect(BigInt(`0x${row?.serialNumber ?? ''}`)).toBe(BigInt(`0x${serialNumber}`));
    expect(Date.parse(row?.notAfter ?? '')).toBe(Date.parse(validTo));
  });

  test('that cannot be read have nothing to show', () => {
    const text = '{"certificates":[{"state":"Available","certChain":[{"pem":"x","serialNumber":"0x1"}]}]}';
    const [row] = certificateRows(readZtunnelDump(text, 'a'), new Date());
    expect(row).toMatchObject({
      type: 'Leaf',
      valid: false,
      serialNumber: 'NA',
      notAfter: 'NA',
      notBefore: 'NA',
    });
  });
});

describe('connections', () => {
  test('have the names of services and workloads in place of addresses', () => {
    expect(connectionRows(dump).map((row) => Object.values(row).join(' '))).toEqual([
      'shelf-1.books Outbound shelf-1.books:40001 shelf-2.books:15008 shelf.books.svc.cluster.local:80 HBONE',
      'shelf-1.books Outbound shelf-1.books:40002 203.0.113.9:443 203.0.113.9:443 TCP',
      'shelf-2.books Inbound shelf-2.books:8080 shelf-1.books:41000  HBONE',
    ]);
  });

  test('keep their addresses when they are asked for raw', () => {
    expect(connectionRows(dump, {}, { raw: true })[0]).toMatchObject({
      local: '[fd00::7]:40001',
      remote: '10.1.0.8:15008',
      remoteTarget: '10.9.0.6:80',
    });
  });

  test.each<[string, ConnectionFilter, number, readonly string[]]>([
    ['inbound', { direction: 'inbound' }, 1, ['scrolls', 'shelf-1', 'shelf-2']],
    ['outbound', { direction: 'outbound' }, 2, ['scrolls', 'shelf-1', 'shelf-2']],
    ['a namespace', { namespace: 'archive' }, 0, ['scrolls']],
  ])('%s', (_, filter, rows, workloads) => {
    expect(connectionRows(dump, filter)).toHaveLength(rows);
    expect(selectConnections(dump, filter).map(({ name }) => name)).toEqual(workloads);
  });

  test('the data have the wanted direction only', () => {
    const states = shown('workloadState', selectConnections(dump, { direction: 'inbound' }));
    expect(states[1]).toMatchObject({ connections: { inbound: [], outbound: [] } });
    expect(states[2]).toMatchObject({ connections: { inbound: [{ originalDst: '' }], outbound: [] } });
  });
});

describe('the data of a section', () => {
  test('have what is always there, leave out what istioctl does, and keep what it does not know', () => {
    const [, , workload] = shown('workloads', dump.workloads);
    expect(workload).toMatchObject({
      waypoint: { destination: '/10.9.0.5' },
      capacity: 0,
      hostname: '',
      locality: {},
      applicationTunnel: { protocol: '' },
      mood: 'cheerful',
    });
    expect(Object.keys(Object(workload) as object)).not.toContain('nativeTunnel');
    expect(workload).not.toHaveProperty('waypoint.port');
  });

  test('have no empty lists where those say nothing', () => {
    const [, service] = shown('services', dump.services);
    expect(service).not.toHaveProperty('subjectAltNames');
    const [, policy] = shown('policies', dump.policies);
    expect(policy).toHaveProperty('rules', [
      [[{ principals: [{ Exact: 'spiffe://cluster.local/ns/books/sa/reader' }] }]],
    ]);
  });

  test('have null for lists that are missing', () => {
    expect(shown('certificates', dump.certificates)[0]).toHaveProperty('rootCerts', null);
    expect(shown('workloadState', dump.states)[2]).toHaveProperty('connections', {
      inbound: null,
      outbound: null,
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import type { KindRef } from '../discovery/served-kind.ts';
import { connectTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApiOptions } from '../testing/fake-api.ts';
import { gateways, named, namespaces, secrets, services } from '../testing/kinds.ts';
import { isLive, readCluster } from './read-cluster.ts';

const kinds: readonly KindRef[] = [
  { group: '', kind: 'Namespace' },
  { group: 'networking.istio.io', kind: 'Gateway' },
  { group: '', kind: 'Secret' },
];

const front: JsonObject = {
  metadata: { name: 'front', namespace: 'shop', managedFields: [{ manager: 'x' }] },
  spec: { servers: [{ hosts: ['on', 'a.example'], port: { number: 80 } }], selector: { app: '12:30' } },
};

async function reading(options: FakeApiOptions = {}, wanted = kinds) {
  const api = await fakeApi({
    kinds: [namespaces, gateways, secrets, services],
    lists: {
      '/api/v1/namespaces': named('', 'shop'),
      '/apis/networking.istio.io/v1/gateways': [front],
      '/api/v1/secrets': [
        {
          metadata: { name: 'tls', namespace: 'shop' },
          type: 'kubernetes.io/tls',
          data: { 'tls.crt': 'Y2VydA==', 'tls.key': 'a2V5' },
        },
      ],
    },
    ...options,
  });
  return readCluster(await connectTo(api), wanted);
}

test('objects are resources in files that do not exist', async () => {
  const { resources, documents, files } = await reading();
  expect(resources.map(({ document: { file } }) => file)).toEqual([
    'cluster:test/Namespace/shop',
    'cluster:test/shop/Gateway.networking.istio.io/front',
    'cluster:test/shop/Secret/tls',
  ]);
  expect(resources[1]).toMatchObject({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    namespace: 'shop',
    name: 'front',
    base: [],
  });
  expect(resources[0]?.namespace).toBeUndefined();
  expect(documents).toEqual(resources.map(({ document }) => document));
  expect(files).toBe(3);
  expect(documents.every(isLive)).toBe(true);
  expect(isLive({ file: 'cluster/a.yaml' })).toBe(false);
});

describe('the text of an object', () => {
  test('is its YAML, from apiVersion to spec', async () => {
    const document = (await reading()).documents[1];
    expect(document?.lines(1, 99)).toEqual([
      'apiVersion: networking.istio.io/v1',
      'kind: Gateway',
      'metadata:',
      '  name: front',
      '  namespace: shop',
      'spec:',
      '  servers:',
      '    - hosts:',
      '        - "on"',
      '        - a.example',
      '      port:',
      '        number: 80',
      '  selector:',
      '    app: "12:30"',
    ]);
  });

  test('has the places of its paths', async () => {
    const document = (await reading()).documents[1];
    expect(document?.locate(['spec', 'servers', 0, 'port', 'number'])).toMatchObject({
      exact: true,
      value: { start: { line: 12, column: 17 }, end: { line: 12, column: 19 } },
    });
    expect(document?.locate(['spec', 'nowhere'])).toMatchObject({ exact: false });
  });

  test('shows no private key, whose value is there nonetheless', async () => {
    const { documents, resources } = await reading();
    const text = documents[2]?.lines(1, 99).join('\n');
    expect(text).toContain('tls.crt: Y2VydA==');
    expect(text).toContain('tls.key: <redacted>');
    expect(resources[2]?.value.data).toHaveProperty(['tls.key'], 'a2V5');
  });

  test('cannot be changed, and has no comments to search', async () => {
    const document = (await reading()).documents[1];
    expect(document?.edits([])).toBeUndefined();
    expect(document?.linesWith('kind')).toEqual([]);
  });
});

describe('what is missing', () => {
  test('is nothing when all is there', async () => {
    expect(await reading()).toMatchObject({ missing: [], notices: [] });
  });

  test('is told of in one sentence for all that is forbidden', async () => {
    const { missing, notices, resources } = await reading({
      fault: ({ path }, response) => /secrets|gateways/.test(path) && refuse(response, 403, 'no'),
    });
    expect(resources).toHaveLength(1);
    expect(missing.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'Gateway forbidden',
      'Secret forbidden',
    ]);
    expect(notices).toEqual([
      'not all gateways.networking.istio.io, secrets could be read, for want of permission: an administrator can permit it: `kubectl create clusterrole meshctl-read --verb=get,list --resource=gateways.networking.istio.io,secrets`, bound to you',
    ]);
  });

  test('and in one for each kind that failed', async () => {
    const { notices } = await reading({
      fault: ({ path }, response) => path.includes('gateways') && refuse(response, 500, 'etcd is away'),
    });
    expect(notices).toEqual([
      expect.stringMatching(
        /^not all objects of the kind Gateway\.networking\.istio\.io could be read: .* answered 500 Internal Server Error \(etcd is away\)$/,
      ),
    ]);
  });

  test('kinds that are not served need no notice', async () => {
    const absent = { group: 'security.istio.io', kind: 'PeerAuthentication' };
    const { missing, notices } = await reading({}, [...kinds, absent]);
    expect(missing).toEqual([{ ...absent, outcome: 'absent', problems: [] }]);
    expect(notices).toEqual([]);
  });
});

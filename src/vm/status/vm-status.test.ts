import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { vmStatus, type IstiodSnapshot, type VmConnection } from './index.ts';

const networking = 'networking.istio.io/v1';
const group = (name = 'web', spec: JsonObject = {}): JsonObject => ({
  ...{ apiVersion: networking, kind: 'WorkloadGroup', metadata: { name, namespace: 'shop' } },
  spec: { metadata: { labels: { app: name } }, template: {}, ...spec },
});

interface EntryParts {
  readonly annotations?: JsonObject;
  readonly spec?: JsonObject;
  readonly status?: string;
  readonly metadata?: JsonObject;
}

function entry(
  name: string,
  { annotations = {}, spec = {}, status, metadata = {} }: EntryParts = {},
): JsonObject {
  return {
    ...{ apiVersion: networking, kind: 'WorkloadEntry' },
    metadata: {
      ...{ name, namespace: 'shop', ...metadata },
      annotations: {
        'istio.io/autoRegistrationGroup': 'web',
        'istio.io/connectedAt': '2030-05-01T12:00:00Z',
        'istio.io/workloadController': 'istiod-a',
        ...annotations,
      },
    },
    spec: { address: '10.0.0.1', labels: { app: 'web' }, ...spec },
    ...(status !== undefined && {
      status: { conditions: [{ type: 'Healthy', status, message: 'no answer' }] },
    }),
  };
}

const service = (selector: JsonObject, namespace = 'shop'): JsonObject => ({
  ...{ kind: 'Service', metadata: { name: 'web', namespace }, spec: { selector } },
});
const right = [group(), service({ app: 'web' })];

const connection: VmConnection = {
  ...{ proxy: 'vm-1.shop', namespace: 'shop', addresses: ['192.168.0.1', '10.0.0.1'] },
  ...{ version: '1.31.1', sync: 'synced', behind: [] },
};
const istiod = (over: Partial<VmConnection> = {}): readonly IstiodSnapshot[] => [
  { name: 'istiod-a', revision: 'canary', version: '1.31.1', connections: [{ ...connection, ...over }] },
];

describe('what is said of a VM', () => {
  test('all that entry and istiod know', () => {
    const objects = [...right, entry('web-10.0.0.1', { status: 'True', spec: { network: 'vms' } })];
    const { groups, others, problems } = vmStatus({ objects, istiods: istiod() });
    expect([others, problems]).toEqual([[], []]);
    expect(groups).toMatchObject([
      {
        namespace: 'shop',
        name: 'web',
        services: ['Service web'],
        entries: [
          {
            ...{ name: 'web-10.0.0.1', address: '10.0.0.1', network: 'vms', registeredBy: 'itself' },
            ...{ health: 'healthy', connected: true, since: '2030-05-01T12:00:00Z' },
            istiod: { name: 'istiod-a', revision: 'canary', version: '1.31.1' },
            proxy: { proxy: 'vm-1.shop', version: '1.31.1', sync: 'synced' },
            skew: { verdict: 'fine' },
          },
        ],
      },
    ]);
  });

  test('one that was made by hand is of no group, and known by its connection alone', () => {
    const made = { ...entry('db'), metadata: { name: 'db', namespace: 'shop' } };
    const { others } = vmStatus({ objects: [...right, made], istiods: istiod() });
    expect(others).toMatchObject([
      { name: 'db', group: '', registeredBy: 'hand', connected: true, istiod: { name: 'istiod-a' } },
    ]);
  });

  test('nothing is known of istiods that nobody asked', () => {
    const { groups, problems } = vmStatus({ objects: [...right, entry('a')] });
    expect(groups[0]?.entries[0]).toMatchObject({
      istiod: { name: 'istiod-a' },
      skew: { verdict: 'unknown' },
    });
    expect(groups[0]?.entries[0]).not.toHaveProperty('proxy');
    expect(problems).toEqual([]);
  });

  test('a connection of another namespace with its address is not its own', () => {
    const { groups } = vmStatus({
      objects: [...right, entry('a')],
      istiods: istiod({ namespace: 'other' }),
    });
    expect(groups[0]?.entries[0]).not.toHaveProperty('proxy');
  });
});

describe('what is wrong', () => {
  const codes = (objects: readonly JsonObject[], istiods?: readonly IstiodSnapshot[]): readonly string[] =>
    vmStatus({ objects, ...(istiods && { istiods }) }).problems.map(({ code }) => code);

  test.each<[string, readonly JsonObject[], readonly string[]]>([
    ['nothing', [...right, entry('a')], []],
    ['a group without VMs', right, ['group-without-vms']],
    ['a group without VMs that nothing selects', [group()], ['group-without-vms', 'not-selected']],
    ['a VM of a group that is gone', [service({ app: 'web' }), entry('a')], ['group-missing']],
    ['a VM that nothing selects', [group(), entry('a')], ['not-selected']],
    [
      'a Service of another namespace',
      [group(), service({ app: 'web' }, 'other'), entry('a')],
      ['not-selected'],
    ],
    ['an empty selector, which selects nothing', [group(), service({}), entry('a')], ['not-selected']],
    [
      'a label of the object that takes the place of that of the machine',
      [...right, entry('a', { metadata: { labels: { app: 'other' } } })],
      ['not-selected'],
    ],
    ['a probe that fails', [...right, entry('a', { status: 'False' })], ['unhealthy']],
    [
      'a VM that went away',
      [...right, entry('a', { annotations: { 'istio.io/disconnectedAt': '2030-05-01T13:00:00Z' } })],
      ['disconnected'],
    ],
    ['no address', [...right, entry('a', { spec: { address: '' } })], ['address-missing']],
    ['no address, but a network', [...right, entry('a', { spec: { address: '', network: 'vms' } })], []],
    [
      'an address twice in a network',
      [...right, entry('a'), entry('b')],
      ['address-shared', 'address-shared'],
    ],
    ['an address in two networks', [...right, entry('a'), entry('b', { spec: { network: 'vms' } })], []],
  ])('%s', (_, objects, expected) => {
    expect(codes(objects)).toEqual(expected);
  });

  test.each<[string, readonly IstiodSnapshot[], readonly string[]]>([
    ['a proxy that has taken all', istiod(), []],
    ['a proxy that has not taken routes', istiod({ sync: 'behind', behind: ['RDS STALE'] }), ['behind']],
    ['a proxy of a version ago', istiod({ version: '1.30.4' }), []],
    ['a proxy of two versions ago', istiod({ version: '1.29.0' }), ['version-skew']],
    ['a proxy ahead of istiod', istiod({ version: '1.32.0' }), ['version-skew']],
    ['an istiod that is gone', [{ name: 'istiod-b', revision: 'x', version: '' }], ['istiod-gone']],
  ])('%s', (_, istiods, expected) => {
    expect(codes([...right, entry('a')], istiods)).toEqual(expected);
  });

  test('a ServiceEntry selects VMs, too', () => {
    const selecting = {
      ...{ kind: 'ServiceEntry', metadata: { name: 'web', namespace: 'shop' } },
      spec: { workloadSelector: { labels: { app: 'web' } } },
    };
    expect(codes([group(), selecting, entry('a')])).toEqual([]);
  });
});

test('narrows to a namespace and a group', () => {
  const other = { ...group(), metadata: { name: 'web', namespace: 'other' } };
  const objects = [group(), group('api'), other];
  const names = (filter: object): readonly string[] =>
    vmStatus({ objects }, filter).groups.map(({ namespace, name }) => `${namespace}/${name}`);
  expect(names({})).toEqual(['other/web', 'shop/api', 'shop/web']);
  expect(names({ namespace: 'shop' })).toEqual(['shop/api', 'shop/web']);
  expect(names({ group: 'web' })).toEqual(['other/web', 'shop/web']);
});

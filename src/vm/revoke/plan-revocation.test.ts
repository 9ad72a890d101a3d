import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { planVmRevocation, type RevocationRequest } from './index.ts';

const networking = 'networking.istio.io/v1';
const group = (name: string, serviceAccount = name): JsonObject => ({
  ...{ apiVersion: networking, kind: 'WorkloadGroup', metadata: { name, namespace: 'shop', uid: name } },
  spec: { template: { serviceAccount } },
});
const entry = (name: string, address: string, annotations: JsonObject = {}): JsonObject => ({
  ...{ apiVersion: networking, kind: 'WorkloadEntry' },
  metadata: {
    ...{ name, namespace: 'shop', uid: name },
    annotations: { 'istio.io/autoRegistrationGroup': 'web', ...annotations },
  },
  spec: { address, serviceAccount: 'web' },
});
const owned: JsonObject = {
  ...{ apiVersion: networking, kind: 'WorkloadEntry', spec: { address: '10.0.0.3' } },
  metadata: {
    ...{ name: 'owned', namespace: 'shop', uid: 'owned' },
    ownerReferences: [{ kind: 'WorkloadGroup', name: 'web' }],
  },
};
const account: JsonObject = {
  ...{ apiVersion: 'v1', kind: 'ServiceAccount' },
  metadata: { name: 'web', namespace: 'shop', uid: 'sa' },
};
const pod = (serviceAccountName: string): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'shop' } },
  spec: { serviceAccountName },
});
const objects = [group('web'), entry('web-2', '10.0.0.2'), entry('web-1', '10.0.0.1'), account];
const now = new Date('2030-05-01T12:00:00Z');

const plan = (asked: Partial<RevocationRequest>, of = objects) =>
  planVmRevocation(of, { group: 'web', namespace: 'shop', now, ...asked });
const goes = (asked: Partial<RevocationRequest>, of = objects): readonly string[] =>
  plan(asked, of).deletions.map(({ object }) => `${object.kind} ${object.name}`);

describe('what goes', () => {
  test.each<[string, Partial<RevocationRequest>, readonly string[]]>([
    ['the VM with an address', { addresses: ['10.0.0.1'] }, ['WorkloadEntry web-1']],
    ['the VM with a name', { entries: ['web-2'] }, ['WorkloadEntry web-2']],
    [
      'VMs by both, once each and by name',
      { addresses: ['10.0.0.2'], entries: ['web-2', 'web-1'] },
      ['WorkloadEntry web-1', 'WorkloadEntry web-2'],
    ],
    ['all VMs', { all: true }, ['WorkloadEntry web-1', 'WorkloadEntry web-2']],
    [
      'the group after its VMs',
      { deleteGroup: true },
      ['WorkloadEntry web-1', 'WorkloadEntry web-2', 'WorkloadGroup web'],
    ],
    [
      'the identity last',
      { addresses: ['10.0.0.1'], deleteServiceAccount: true },
      ['WorkloadEntry web-1', 'ServiceAccount web'],
    ],
  ])('%s', (_, asked, expected) => {
    expect(goes(asked)).toEqual(expected);
  });

  test('VMs that the group owns, too', () => {
    expect(goes({ all: true }, [...objects, owned])).toContain('WorkloadEntry owned');
  });

  test('nothing, when all is gone already', () => {
    expect(goes({ all: true }, [group('web')])).toEqual([]);
  });

  test('VMs that were left over by a group', () => {
    const left = [entry('web-1', '10.0.0.1'), account];
    expect(goes({ all: true, deleteServiceAccount: true }, left)).toEqual([
      'WorkloadEntry web-1',
      'ServiceAccount web',
    ]);
  });

  test('nothing of other groups and namespaces', () => {
    const other = { ...owned, metadata: { ...(owned.metadata as JsonObject), namespace: 'other' } };
    expect(goes({ all: true }, [group('web'), other])).toEqual([]);
  });
});

describe('who else has the identity', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['a pod', pod('web'), ['Pod p']],
    ['another group', group('api', 'web'), ['WorkloadGroup api']],
    ['a pod with another', pod('other'), []],
  ])('%s', (_, user, expected) => {
    expect(plan({ all: true, deleteServiceAccount: true }, [...objects, user]).users).toEqual(expected);
    expect(plan({ all: true }, [...objects, user]).users).toEqual([]);
  });
});

describe('what stays', () => {
  const kinds = (asked: Partial<RevocationRequest>, of = objects) =>
    plan(asked, of).remains.map(({ what }) => what);

  test('certificates for a day, tokens for an hour, and that VMs come again', () => {
    const { remains } = plan({ all: true });
    expect(remains.map(({ what, until }) => [what, until])).toEqual([
      ['certificate', '2030-05-02T12:00:00.000Z'],
      ['token', '2030-05-01T13:00:00.000Z'],
      ['registration', undefined],
    ]);
  });

  test.each<[string, Partial<RevocationRequest>, readonly string[]]>([
    [
      'no tokens without the identity',
      { all: true, deleteServiceAccount: true },
      ['certificate', 'registration'],
    ],
    ['no VM comes again without the group', { deleteGroup: true }, ['certificate', 'token']],
  ])('%s', (_, asked, expected) => {
    expect(kinds(asked)).toEqual(expected);
  });

  test('entries that were made by hand do not come again', () => {
    expect(kinds({ all: true }, [group('web'), owned])).toEqual(['certificate', 'token']);
  });

  test('it is said how many are connected', () => {
    const on = { 'istio.io/connectedAt': 'now' };
    const off = { ...on, 'istio.io/disconnectedAt': 'now' };
    const of = [group('web'), entry('a', '10.0.0.1', on), entry('b', '10.0.0.2', off)];
    expect(plan({ all: true }, of).remains.at(-1)?.message).toContain('one of them is connected now');
  });
});

test.each<[string, Partial<RevocationRequest>, string, RegExp]>([
  ['no choice', {}, 'usage', /is not said/],
  ['a group that is not there', { group: 'ghost', all: true }, 'environment', /no WorkloadGroup shop\/ghost/],
  ['an address that is not there', { addresses: ['10.9.9.9'] }, 'environment', /called 10\.9\.9\.9/],
  ['a name that is not there', { entries: ['web-1', 'x'] }, 'environment', /called x$/],
])('refuses %s', (_, asked, code, message) => {
  expect(() => plan(asked)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error,
  );
});

test('refuses to delete the identity of a whole namespace', () => {
  const of = [group('web', 'default')];
  expect(() => plan({ all: true, deleteServiceAccount: true }, of)).toThrow(/whole namespace/);
});

import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { ClusterWriter, WatchEvent } from '../kube/apply/index.ts';
import { planWaypoint, readWaypoint, waitForWaypoint, waypointObject } from './index.ts';

const namespace = (labels: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'istio.io/dataplane-mode': 'ambient', ...labels } },
});
const options = { namespace: 'shop' };

/** What a server makes of a waypoint: `allowedRoutes` is a default of the definition. */
const applied: JsonObject = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: {
    name: 'waypoint',
    namespace: 'shop',
    managedFields: [
      {
        manager: 'meshctl',
        operation: 'Apply',
        apiVersion: 'gateway.networking.k8s.io/v1',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:spec': {
            'f:gatewayClassName': {},
            'f:listeners': { 'k:{"name":"mesh"}': { '.': {}, 'f:name': {}, 'f:port': {}, 'f:protocol': {} } },
          },
        },
      },
    ],
  },
  spec: {
    gatewayClassName: 'istio-waypoint',
    listeners: [
      { name: 'mesh', port: 15008, protocol: 'HBONE', allowedRoutes: { namespaces: { from: 'Same' } } },
    ],
  },
};
const listeners: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: { type: 'string' }, port: { type: 'integer' }, protocol: { type: 'string' } },
  },
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['name'],
};
const openAPIV3Schema: JsonObject = {
  type: 'object',
  properties: { spec: { type: 'object', properties: { listeners } } },
};
const definition: JsonObject = {
  spec: {
    group: 'gateway.networking.k8s.io',
    names: { kind: 'Gateway' },
    versions: [{ name: 'v1', schema: { openAPIV3Schema } }],
  },
};

describe('the object', () => {
  test('is a Gateway of the class of waypoints', () => {
    expect(waypointObject({})).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'waypoint' },
      spec: {
        gatewayClassName: 'istio-waypoint',
        listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }],
      },
    });
  });

  test('names traffic and revision', () => {
    expect(waypointObject({ ...options, name: 'w', traffic: 'all', revision: 'canary' }).metadata).toEqual({
      labels: { 'istio.io/rev': 'canary', 'istio.io/waypoint-for': 'all' },
      name: 'w',
      namespace: 'shop',
    });
  });

  test.each(['none', 'Way', 'a.b', '', '-a', 'x'.repeat(64)])('cannot be called %j', (name) => {
    expect(() => waypointObject({ name })).toThrow('cannot be the name of a waypoint');
  });
});

describe('a plan', () => {
  test('makes what is not there, and leaves the namespace alone', () => {
    const plan = planWaypoint(options, { namespace: namespace() });
    expect(plan).toMatchObject({ waypoint: { action: 'create' }, notices: [] });
    expect(plan.enrollment).toBeUndefined();
  });

  test.each<[string, JsonObject, object, object]>([
    ['is new', {}, {}, { action: 'change', changes: [{ what: 'added', after: 'waypoint' }] }],
    ['is there', { 'istio.io/use-waypoint': 'waypoint' }, {}, { action: 'unchanged', changes: [] }],
    [
      'is overwritten',
      { 'istio.io/use-waypoint': 'old' },
      { overwrite: true },
      { action: 'change', changes: [{ what: 'changed', before: 'old', after: 'waypoint' }] },
    ],
  ])('enrolls a namespace whose label %s, and touches nothing else of it', (_, labels, how, enrollment) => {
    const plan = planWaypoint({ ...options, enroll: true, ...how }, { namespace: namespace(labels) });
    expect(plan.enrollment).toMatchObject(enrollment);
    expect(plan.enrollment?.desired).toEqual({
      metadata: { labels: { 'istio.io/use-waypoint': 'waypoint' } },
    });
  });

  test.each<[string, readonly JsonObject[], string]>([
    ['changes nothing where the defaults of the definition are known', [definition], 'unchanged'],
    ['takes them for fields that go where they are not', [], 'change'],
  ])('%s', (_, [known], action) => {
    const plan = planWaypoint(options, { namespace: namespace(), gateway: applied, definition: known });
    expect(plan.waypoint.action).toBe(action);
  });

  test('says when a namespace is not in ambient mode', () => {
    const sidecars = namespace({ 'istio.io/dataplane-mode': 'none' });
    const plan = planWaypoint({ ...options, enroll: true }, { namespace: sidecars });
    expect(plan.notices).toEqual([expect.stringContaining('the namespace shop is not in ambient mode')]);
    expect(planWaypoint(options, { namespace: sidecars }).notices).toEqual([]);
  });

  test.each<[string, JsonObject | undefined, RegExp]>([
    ['there is no such namespace', undefined, /there is no namespace shop/],
    ['it uses another waypoint', namespace({ 'istio.io/use-waypoint': 'old' }), /uses the waypoint old/],
  ])('is refused when %s', (_, home, message) => {
    expect(() => planWaypoint({ ...options, enroll: true }, { namespace: home })).toThrow(message);
  });
});

const gateway = (status: JsonObject, className = 'istio-waypoint'): JsonObject => ({
  kind: 'Gateway',
  metadata: { name: 'waypoint', namespace: 'shop', uid: 'a' },
  spec: { gatewayClassName: className },
  status,
});
const programmed = (status: string) => ({
  conditions: [{ type: 'Programmed', status, reason: 'Because', message: 'no address' }],
});

test.each<[string, JsonObject, string | undefined]>([
  ['has a condition', gateway(programmed('False')), 'False'],
  ['has none', gateway({}), 'Unknown'],
  ['is of another class', gateway(programmed('True'), 'istio'), undefined],
])('a Gateway that %s', (_, object, state) => {
  expect(readWaypoint(object)?.programmed).toBe(state);
});

describe('the wait for a waypoint', () => {
  /** Tells these states, and then nothing until it ends. */
  const watching = (...states: readonly JsonObject[]): Pick<ClusterWriter, 'watch'> => ({
    watch: async function* (_, { signal } = {}) {
      yield { type: 'synced' };
      for (const object of states)
        yield await Promise.resolve({ type: 'changed', object } as unknown as WatchEvent);
      await new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    },
  });
  const key = { namespace: 'shop', name: 'waypoint' };

  test('ends when istiod has set it up, and says what it waits for', async () => {
    const reasons: string[] = [];
    const writer = watching(gateway({}), gateway(programmed('False')), gateway(programmed('True')));
    await waitForWaypoint(writer, key, { timeout: 10_000, onWaiting: (reason) => reasons.push(reason) });
    expect(reasons).toEqual(['it is not there', 'istiod has not seen it', 'Because: no address']);
  });

  test('fails when the time is over, with what was missing', async () => {
    const writer = watching(gateway(programmed('False')));
    await expect(waitForWaypoint(writer, key, { timeout: 50 })).rejects.toMatchObject({
      code: 'environment',
      message: 'the waypoint shop/waypoint is not set up',
      reason: 'Because: no address',
    });
  });
});

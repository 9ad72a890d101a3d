import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { applyTo } from './apply-to.ts';
import { managersOf } from './manager-entry.ts';
import { pathsOf } from './field-set.ts';
import { fieldText } from './fields-v1.ts';
import { updateTo } from './update-to.ts';

const configMap = (data: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'cart', namespace: 'shop' },
  data,
});
const pod = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart', namespace: 'shop' },
  spec,
});
const podWith = (...containers: JsonObject[]): JsonObject => pod({ containers });
const apply = (live: JsonObject | undefined, object: JsonObject, manager = 'meshctl') =>
  applyTo(live, object, { manager });
const made = (object: JsonObject, manager = 'meshctl'): JsonObject =>
  apply(undefined, object, manager).object;
const edited = (live: JsonObject, change: JsonObject, manager = 'kubectl-edit'): JsonObject =>
  updateTo(live, { ...live, ...change }, { manager });

/** The fields of each manager as texts. */
const owners = (object: JsonObject): Record<string, string[]> =>
  Object.fromEntries(
    managersOf(object).map(({ manager, fields }) => [manager, [...pathsOf(fields)].map(fieldText).sort()]),
  );

describe('who applies', () => {
  test.each<[string, JsonObject, string[]]>([
    ['owns the values of maps with free names', configMap({ a: '1', b: '2' }), ['data.a', 'data.b']],
    [
      'owns containers by their name, and environment below them',
      podWith({ name: 'main', env: [{ name: 'A', value: '1' }] }),
      [
        'spec.containers[name="main"]',
        'spec.containers[name="main"].name',
        'spec.containers[name="main"].env[name="A"]',
        'spec.containers[name="main"].env[name="A"].name',
        'spec.containers[name="main"].env[name="A"].value',
      ],
    ],
    [
      'owns container ports by number and protocol, which is TCP unless given',
      podWith({ name: 'main', ports: [{ containerPort: 80 }] }),
      [
        'spec.containers[name="main"]',
        'spec.containers[name="main"].name',
        'spec.containers[name="main"].ports[containerPort=80,protocol="TCP"]',
        'spec.containers[name="main"].ports[containerPort=80,protocol="TCP"].containerPort',
      ],
    ],
    ['owns tolerations as a whole', pod({ tolerations: [{ key: 'a' }] }), ['spec.tolerations']],
    ['owns node selectors as a whole', pod({ nodeSelector: { a: 'b' } }), ['spec.nodeSelector']],
    [
      'owns an empty volume',
      pod({ volumes: [{ name: 'a', emptyDir: {} }] }),
      ['spec.volumes[name="a"]', 'spec.volumes[name="a"].name', 'spec.volumes[name="a"].emptyDir'],
    ],
    [
      'owns finalizers one by one',
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', finalizers: ['x/y'] } },
      ['metadata.finalizers[="x/y"]'],
    ],
    [
      'owns the fields and maps of kinds that are not known, but lists as a whole',
      {
        apiVersion: 'example.com/v1',
        kind: 'Own',
        metadata: { name: 'a' },
        spec: { a: { b: 1 }, list: [{ c: 1 }] },
      },
      ['spec', 'spec.a', 'spec.a.b', 'spec.list'],
    ],
    [
      'owns no status, and nothing that tells which object it is',
      { ...configMap({ a: '1' }), status: { x: 1 } },
      ['data.a'],
    ],
  ])('%s', (_, object, fields) => {
    expect(owners(made(object))).toEqual({ meshctl: [...fields].sort() });
  });

  test('goes by the definition of a custom kind where there is one', () => {
    const list = (type: JsonObject): JsonObject => ({
      type: 'array',
      items: { type: 'object', properties: { host: { type: 'string' }, port: { default: 80 } } },
      ...type,
    });
    const definition: JsonObject = {
      spec: {
        group: 'example.com',
        names: { kind: 'Own' },
        versions: [
          {
            name: 'v1',
            schema: {
              openAPIV3Schema: {
                properties: {
                  spec: {
                    properties: {
                      keyed: list({
                        'x-kubernetes-list-type': 'map',
                        'x-kubernetes-list-map-keys': ['host', 'port'],
                      }),
                      whole: list({}),
                      one: { 'x-kubernetes-map-type': 'atomic' },
                    },
                  },
                },
              },
            },
          },
        ],
      },
    };
    const object: JsonObject = {
      apiVersion: 'example.com/v1',
      kind: 'Own',
      metadata: { name: 'a' },
      spec: { keyed: [{ host: 'h' }], whole: [{ host: 'h' }], one: { a: 1 } },
    };
    const { object: result } = applyTo(undefined, object, { manager: 'meshctl', definitions: [definition] });
    expect(owners(result).meshctl).toEqual([
      'spec.keyed[host="h",port=80]',
      'spec.keyed[host="h",port=80].host',
      'spec.one',
      'spec.whole',
    ]);
  });
});

describe('applied once more', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'a field that is not given any more goes',
      configMap({ a: '1', b: '2' }),
      configMap({ a: '1' }),
      { a: '1' },
    ],
    ['a field is changed', configMap({ a: '1' }), configMap({ a: '2' }), { a: '2' }],
    ['a field is added', configMap({ a: '1' }), configMap({ a: '1', b: '2' }), { a: '1', b: '2' }],
  ])('%s', (_, first, second, data) => {
    const result = apply(made(first), second);
    expect(result).toMatchObject({ conflicts: [] });
    expect(result.object.data).toEqual(data);
  });

  test('a container that is not given any more goes', () => {
    const live = made(podWith({ name: 'a' }, { name: 'b' }));
    expect(apply(live, podWith({ name: 'b' })).object.spec).toEqual({ containers: [{ name: 'b' }] });
  });

  test('a map that loses all goes', () => {
    expect(apply(made(configMap({ a: '1' })), configMap({})).object).not.toHaveProperty('data');
  });

  test('what others manage, too, stays', () => {
    const live = apply(made(configMap({ a: '1', b: '2' })), configMap({ b: '2' }), 'helm').object;
    const { object } = apply(live, configMap({ a: '1' }));
    expect(object.data).toEqual({ a: '1', b: '2' });
    expect(owners(object)).toEqual({ helm: ['data.b'], meshctl: ['data.a'] });
  });

  test('what nobody manages stays, such as defaults', () => {
    const live = made(podWith({ name: 'main', image: 'a' }));
    const defaulted = { ...live, spec: { ...(live.spec as JsonObject), restartPolicy: 'Always' } };
    expect(apply(defaulted, podWith({ name: 'main' })).object.spec).toEqual({
      containers: [{ name: 'main' }],
      restartPolicy: 'Always',
    });
  });

  test('the time stays unless something changes', () => {
    const live = applyTo(undefined, configMap({ a: '1' }), { manager: 'meshctl', time: 'then' }).object;
    const times = (value: string): unknown =>
      managersOf(applyTo(live, configMap({ a: value }), { manager: 'meshctl', time: 'now' }).object).map(
        ({ time }) => time,
      );
    expect(times('1')).toEqual(['then']);
    expect(times('2')).toEqual(['now']);
  });
});

describe('items of both go in the order of the applied list', () => {
  test.each<[string, string, string, string]>([
    ['others keep their place', 'a b c', 'b', 'a b c'],
    ['new ones come before those they stand before', 'a b c', 'n b', 'a n b c'],
    ['moved ones move', 'a b', 'b a', 'b a'],
    ['new ones come last', 'a b', 'n', 'a b n'],
    ['of several moves', 'a x b y c', 'c a b', 'x y c a b'],
  ])('%s', (_, live, applied, result) => {
    const containers = (names: string): JsonObject => podWith(...names.split(' ').map((name) => ({ name })));
    const { spec } = apply(made(containers(live), 'helm'), containers(applied)).object;
    const names = ((spec as JsonObject).containers as { name: string }[]).map(({ name }) => name);
    expect(names.join(' ')).toBe(result);
  });
});

describe('conflicts', () => {
  test('name the field and who manages it; the result is that of force', () => {
    const live = edited(made(configMap({ a: '1', b: '1' })), { data: { a: '2', b: '1' } });
    const { object, conflicts } = apply(live, configMap({ a: '3', b: '1' }));
    expect(conflicts).toEqual([{ field: 'data.a', manager: 'kubectl-edit' }]);
    expect(object.data).toEqual({ a: '3', b: '1' });
    expect(owners(object)).toEqual({ meshctl: ['data.a', 'data.b'] });
  });

  test('are none where the value is the same', () => {
    const live = edited(made(configMap({ a: '1' })), { data: { a: '2' } });
    const { object, conflicts } = apply(live, configMap({ a: '2' }));
    expect(conflicts).toEqual([]);
    expect(owners(object)).toEqual({ meshctl: ['data.a'], 'kubectl-edit': ['data.a'] });
  });

  test('tell of the subresource', () => {
    const scaled = updateTo(
      made(pod({ priority: 1 })),
      { ...made(pod({ priority: 1 })), spec: { priority: 2 } },
      { manager: 'hpa', subresource: 'scale' },
    );
    expect(apply(scaled, pod({ priority: 3 })).conflicts).toEqual([
      { field: 'spec.priority', manager: 'hpa', subresource: 'scale' },
    ]);
  });

  test('come with an object whose managers nobody noted', () => {
    const { object, conflicts } = apply(configMap({ a: '1', b: '1' }), configMap({ a: '2' }));
    expect(conflicts).toEqual([{ field: 'data.a', manager: 'before-first-apply' }]);
    expect(object.data).toEqual({ a: '2', b: '1' });
  });
});

test('neither argument is changed', () => {
  const live = made(podWith({ name: 'a', env: [{ name: 'A', value: '1' }] }));
  const given = podWith({ name: 'a', env: [{ name: 'B', value: '1' }] });
  const copies: Json[] = structuredClone([live, given]);
  apply(live, given);
  expect([live, given]).toEqual(copies);
});

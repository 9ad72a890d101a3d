import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../testing/run.ts';
import { MeshctlError } from '../../src/errors.ts';
import { isObject, setKey, type Json, type JsonObject } from '../../src/json.ts';
import { loadOperatorSpec, profileNames, renderManifests } from '../../src/operator/index.ts';

/** A spec in which much is said. */
const sound: JsonObject = {
  profile: 'minimal',
  hub: 'example.com/istio',
  tag: '1.31.1',
  revision: 'r1',
  compatibilityVersion: '1.29',
  meshConfig: {
    defaultConfig: { proxyMetadata: { A: 'b' }, tracing: { sampling: 5 } },
    defaultProviders: { metrics: ['prometheus'] },
    rootNamespace: 'roots',
  },
  components: {
    base: { enabled: true },
    pilot: {
      enabled: true,
      namespace: 'istio-system',
      k8s: {
        replicaCount: 2,
        env: [{ name: 'A', value: 'b' }],
        hpaSpec: { minReplicas: 2, maxReplicas: 4 },
        resources: { requests: { cpu: '1', memory: '1Gi' } },
        tolerations: [{ key: 'a', operator: 'Exists' }],
        nodeSelector: { a: 'b' },
        service: { ports: [{ port: 1, name: 'a' }] },
        overlays: [
          {
            ...{ kind: 'Deployment', name: 'istiod-r1' },
            patches: [{ path: 'spec.template.spec.containers.[name:discovery].env[0].value', value: 'x' }],
          },
        ],
      },
    },
    cni: { enabled: true },
    ztunnel: { enabled: true },
    ingressGateways: [
      {
        ...{ name: 'edge', enabled: true, label: { app: 'edge' } },
        k8s: { service: { ports: [{ port: 80, targetPort: 8080, name: 'http' }] } },
      },
    ],
  },
  values: {
    revisionTags: ['prod'],
    gatewayClasses: { istio: { deployment: { spec: { replicas: 1 } } } },
    global: {
      ...{ imagePullSecrets: ['a'], arch: { amd64: 1 }, network: 'n', meshNetworks: {} },
      proxy: { tracer: 'zipkin', resources: { limits: { cpu: '1' } } },
      networkPolicy: { enabled: true },
    },
    pilot: { env: { A: 'b' }, taint: { enabled: true }, volumes: [{ name: 'v', emptyDir: {} }] },
    cni: { excludeNamespaces: ['a'], repair: { labelPods: true }, env: { A: 'b' } },
    ztunnel: { env: { A: 'b' }, resources: { limits: { cpu: 1 } }, labels: { a: 'b' } },
    gateways: {
      'istio-ingressgateway': {
        ...{ env: { A: 'b' }, secretVolumes: [{ name: 'a', secretName: 'b', mountPath: '/c' }] },
        ...{ tolerations: [], podAntiAffinityLabelSelector: [{ key: 'a' }], serviceAnnotations: { a: 'b' } },
      },
    },
    sidecarInjectorWebhook: { templates: { own: 'metadata: {}' }, injectedAnnotations: { a: 'b' } },
  },
  unvalidatedValues: { pilot: { initContainers: [] } },
};

/** The items of a list or map with the keys that they are found by. */
const itemsOf = (value: Json | undefined): readonly (readonly [string, Json])[] =>
  Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];

/** All places of a value, each as the keys that lead there. */
function placesOf(value: Json, path: readonly string[] = []): (readonly string[])[] {
  return [path, ...itemsOf(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

function deep(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

/** A value with another one at a place; as it is when nothing is there that could hold it. */
function withValueAt(root: Json, path: readonly string[], value: Json): Json {
  const last = path.at(-1);
  if (last === undefined) return value;
  const copy = structuredClone(root);
  let place: Json | undefined = copy;
  for (const step of path.slice(0, -1)) place = new Map(itemsOf(place)).get(step);
  if (isObject(place)) setKey(place, last, value);
  else if (Array.isArray(place)) place[Number(last) || 0] = value;
  return copy;
}

const ownProto: JsonObject = {};
setKey(ownProto, '__proto__', { polluted: true });

const odd = fc.constantFrom<Json>(
  ...[null, true, false, 0, -1, 1e300, 1.5, '', 'x', 'y'.repeat(20_000), '[', '${a}', '\n', 'a\nb: [', '1'],
  ...[[], [null], [[]], [{}], ['a', 1, null], {}, { a: null }, { '': {} }, { constructor: 1 }],
  ...[ownProto, { enabled: 'yes' }, { cpu: {} }, { name: ['a'] }, deep(300)],
);

const damage = fc.record({
  place: fc.constantFrom(...placesOf(sound)),
  added: fc.option(fc.constantFrom('__proto__', 'constructor', 'enabled', 'name', 'zzz', '0'), {
    nil: undefined,
  }),
  value: fc.oneof(odd, fc.jsonValue() as fc.Arbitrary<Json>),
});

const damaged = fc
  .array(damage, { minLength: 1, maxLength: 3 })
  .map((damages) =>
    damages.reduce<Json>(
      (spec, { place, added, value }) =>
        withValueAt(spec, added === undefined ? place : [...place, added], value),
      sound,
    ),
  );

/** Settings of the command line, of parts that make sense together and of parts that do not. */
const set = fc
  .record({
    steps: fc.array(
      fc.constantFrom(
        ...[
          'values',
          'global',
          'components',
          'ingressGateways[0]',
          '[name:edge]',
          'pilot',
          'k8s',
          'env[9]',
          '[-1]',
        ],
        ...['__proto__', 'constructor', 'enabled', 'a\\.b', '', '[', '..', '/', 'hub', '[0][1]', ':'],
      ),
      { minLength: 1, maxLength: 4 },
    ),
    value: fc.constantFrom('', '=', '=1', '=true', '=1e999', '=a\\,b', '={a}', '=\u0000', '=a=b'),
  })
  .map(({ steps, value }) => steps.join('.') + value);

const fileOf = (spec: Json) => ({
  name: 'spec.json',
  text: JSON.stringify({ apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator', spec }),
});

describe('a damaged spec', () => {
  it('is rendered or refused, with places, and never breaks what reads it', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.array(set, { maxLength: 2 }), async (spec, sets) => {
        try {
          const loaded = await loadOperatorSpec({ files: [fileOf(spec)], sets });
          for (const { path, range } of loaded.findings) {
            expect(typeof path).toBe('string');
            expect(range.start.line).toBeGreaterThan(0);
          }
          const { objects } = await renderManifests(loaded);
          for (const { object } of objects) expect(typeof object.metadata.name).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(MeshctlError);
        }
        expect(({} as JsonObject).polluted).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('leaves the command with a code of its own and no stack trace', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (spec) => {
        const ours = await run(['manifest', 'generate', '-f', '-', '--force', '--no-config'], {
          stdin: fileOf(spec).text,
        });
        expect([0, 2]).toContain(ours.code);
        expect(ours.err).not.toMatch(/^\s+at /m);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it.each([
    ['a path through a prototype', 'metadata.__proto__.polluted'],
    ['an expression that cannot be read', 'spec.template.spec.containers.[name:discovery].args.[a(b]'],
    ['a path through a text', 'metadata.name.deeper'],
    ['brackets that do not end', 'spec.template.spec.containers[0'],
    ['no path', ''],
  ])('has an overlay with %s, which changes no other object', async (_, path) => {
    const overlay = { kind: 'Deployment', name: 'istiod', patches: [{ path, value: 1 }] };
    const components = { pilot: { k8s: { overlays: [overlay] } } };
    const { objects } = await renderManifests(
      await loadOperatorSpec({ files: [fileOf({ profile: 'minimal', components })] }),
    );
    expect(objects.length).toBeGreaterThan(20);
    expect(({} as JsonObject).polluted).toBeUndefined();
  });
});

describe('rendering', () => {
  const textOf = async (spec: Json): Promise<string> =>
    JSON.stringify((await renderManifests(await loadOperatorSpec({ files: [fileOf(spec)] }))).objects);

  it.each(profileNames.map((profile) => [profile]))('gives the same bytes twice for %s', async (profile) => {
    expect(await textOf({ profile })).toBe(await textOf({ profile }));
  });

  it('gives the same objects whatever the order of keys', async () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (!isObject(value)) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
    };
    const usual: unknown = JSON.parse(await textOf(sound));
    const other: unknown = JSON.parse(await textOf(reversed(sound)));
    const withoutCopies = (objects: unknown): unknown =>
      Array.isArray(objects)
        ? objects.filter(({ object }: { object: JsonObject }) => object.kind !== 'ConfigMap')
        : objects;
    expect(withoutCopies(other)).toEqual(withoutCopies(usual));
  });
});

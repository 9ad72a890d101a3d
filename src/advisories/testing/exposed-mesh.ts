import type { Detection, DetectInput, DetectQuery } from '../../detect/index.ts';
import { exampleOf, wholeMesh } from '../../detect/testing/example-of.ts';
import { isObject, objectIn, objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';

/** A mesh, of which all is known, that a query finds something in. */
export function exposedMesh({ match = 'any', entries }: DetectQuery, which = 0): DetectInput {
  if (match === 'any') return merged(entries.slice(which, which + 1).map((entry) => example(entry).yes));
  const free = entries.filter(({ required }) => required !== true);
  const chosen =
    match === 'all' ? entries : entries.filter((entry) => entry.required === true || entry === free[which]);
  return merged(chosen.map((entry) => example(entry).yes));
}

/** A mesh, of which all is known, that some queries just find nothing in. */
export function unexposedMesh(queries: readonly DetectQuery[]): DetectInput {
  return merged(queries.flatMap(({ match = 'any', entries }) => entries.map(missed[match])));
}

/** What must all be so is missed by what is required, or by the last. */
const missed: Readonly<
  Record<
    NonNullable<DetectQuery['match']>,
    (entry: Detection, index: number, all: readonly Detection[]) => DetectInput
  >
> = {
  any: (entry) => example(entry).no,
  all: (entry, index, all) => (index === all.length - 1 ? example(entry).no : example(entry).yes),
  'all-required-plus-any': (entry) => (entry.required === true ? example(entry).no : example(entry).yes),
};

/** Several meshes in one. What istiod is told goes together. */
export function merged(meshes: readonly DetectInput[]): DetectInput {
  const objects = new Map<string, JsonObject>();
  for (const { value } of meshes.flatMap(({ resources }) => resources)) {
    const id = `${plainText(value.kind)}/${plainText(objectIn(value, 'metadata').name)}`;
    const isOne = id === 'ConfigMap/istio' || id === 'Deployment/istiod';
    const key = isOne ? id : String(objects.size);
    objects.set(key, joined(objects.get(key), value));
  }
  return wholeMesh([...objects.values()], {
    operatorSpec: meshes.reduce<JsonObject>((sum, { operatorSpec = {} }) => deep(sum, operatorSpec), {}),
    proxyVersions: Object.assign({}, ...meshes.map(({ proxyVersions }) => proxyVersions ?? {})) as Record<
      string,
      string
    >,
  });
}

interface Example {
  readonly yes: DetectInput;
  readonly no: DetectInput;
}

function example(detection: Detection): Example {
  const { kind, path, predicate } = detection;
  const made = special[path] ?? special[predicate] ?? special[kind];
  if (made !== undefined) return made(detection);
  const { yes, no } = exampleOf(kind === 'PilotEnv' ? { ...detection, kind: 'IstiodEnv' } : detection);
  return { yes: withGroups(yes), no: withGroups(no) };
}

/** Kinds of old have the name of others. */
const withGroups = (input: DetectInput): DetectInput =>
  merged([
    {
      ...input,
      resources: input.resources.map((one) =>
        /^(Mesh)?Policy$/.test(one.kind)
          ? { ...one, value: { ...one.value, apiVersion: 'authentication.istio.io/v1alpha1' } }
          : one,
      ),
    },
  ]);

const meta = { name: 'one', namespace: 'shop' };

const special: Readonly<Record<string, (detection: Detection) => Example>> = {
  'spec.jwtRules[].jwksUri': () =>
    both((fits) => [
      {
        ...{ apiVersion: 'security.istio.io/v1', kind: 'RequestAuthentication', metadata: meta },
        spec: { jwtRules: [{ issuer: 'a', [fits ? 'jwksUri' : 'jwks']: 'some' }] },
      },
    ]),
  /** The version is that of the component. */
  IstioVersion: () => ({ yes: wholeMesh([]), no: wholeMesh([]) }),
  ProxyStatus: () => ({
    yes: wholeMesh([], { proxyVersions: { one: '1.11.3' } }),
    no: wholeMesh([], { proxyVersions: { one: '1.12.1' } }),
  }),
  imageVersionAtMost: ({ name = '', value = '' }) =>
    both((fits) => [deployment(name, fits ? plainText(value) : '9.0')]),
  unresolved: () =>
    both((fits) => [
      {
        ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'BackendTLSPolicy', metadata: meta },
        spec: {
          validation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: fits ? 'gone' : 'ca' }] },
        },
      },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ca', namespace: 'shop' }, data: {} },
    ]),
  outsideNamespace: () =>
    both((fits) => [virtualService({ hosts: [fits ? 'a.store.svc.cluster.local' : 'a'] })]),
  containsOrAbsent: () => both((fits) => [virtualService(fits ? {} : { gateways: ['edge'] })]),
  effectiveNotEquals: () =>
    both((fits) => [
      {
        ...{ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication' },
        metadata: { name: 'default', namespace: 'istio-system' },
        spec: { mtls: { mode: fits ? 'PERMISSIVE' : 'STRICT' } },
      },
    ]),
};

const both = (objects: (fits: boolean) => readonly JsonObject[]): Example => ({
  yes: wholeMesh(objects(true)),
  no: wholeMesh(objects(false)),
});

const deployment = (name: string, tag: string): JsonObject => ({
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { ...meta, name } },
  spec: { template: { spec: { containers: [{ name, image: `quay.io/kiali/${name}:v${tag}` }] } } },
});

const virtualService = (spec: JsonObject): JsonObject => ({
  ...{ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: meta, spec },
});

/** Texts of mesh configurations are merged as what they say, lists one after the other. */
function joined(one: JsonObject | undefined, two: JsonObject): JsonObject {
  if (one === undefined) return two;
  const [left, right] = [objectIn(one, 'data').mesh, objectIn(two, 'data').mesh];
  if (left === undefined || right === undefined) return deep(one, two);
  const mesh = deep(JSON.parse(plainText(left)) as JsonObject, JSON.parse(plainText(right)) as JsonObject);
  return { ...one, data: { mesh: JSON.stringify(mesh) } };
}

function deep(one: JsonObject, two: JsonObject): JsonObject {
  const result = { ...one };
  for (const [key, value] of Object.entries(two)) {
    const before = result[key];
    result[key] = before === undefined ? value : together(key, before, value);
  }
  return result;
}

function together(key: string, one: Json, two: Json): Json {
  if (isObject(one) && isObject(two)) return deep(one, two);
  if (!Array.isArray(one) || !Array.isArray(two)) return two;
  return key === 'containers' ? [objectsIn([...one, ...two]).reduce(deep, {})] : [...one, ...two];
}

import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import type { Path } from '../path.ts';
import { readText, type Resource } from '../resources/index.ts';
import { containersOf, variablesOf } from './pods.ts';
import { partOf, type Seen, type Subject } from './subject.ts';
import type { World } from './world.ts';

/** Specs of IstioOperators: the one that was given, and those among the objects. */
export function operatorSpecs(world: World): readonly Subject[] {
  const { operatorSpec } = world.input;
  const found = world.of('IstioOperator').map((origin) => planned(partOf(origin, origin.value, [])));
  if (operatorSpec === undefined) return found;
  const resource = { apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator', name: '' };
  const given: Subject = { resource, value: { spec: operatorSpec }, place: (path) => path, planned: true };
  return [given, ...found];
}

/** Values of Helm: those of specs, and those that the chart of istiod left in the cluster. */
export function helmValues(world: World): Seen {
  const specs = operatorSpecs(world).map((spec) =>
    remapped(spec, valuesOf(objectIn(spec.value, 'spec')), valuePlace),
  );
  const left = world
    .of('ConfigMap')
    .filter(
      ({ name, value }) =>
        /^values(-|$)/.test(name) && valueIn(value, 'data', 'original-values') !== undefined,
    )
    .map((map) => planned(embedded(map, ['data', 'original-values'])));
  const subjects = [...specs, ...left];
  return { subjects, missing: specs.length > 0 ? [] : ['HelmValue'] };
}

/** Mesh configurations: those of control planes, and those of specs. */
export function meshConfigs(world: World): Seen {
  const running = world
    .of('ConfigMap')
    .filter(({ name, value }) => /^istio(-|$)/.test(name) && valueIn(value, 'data', 'mesh') !== undefined)
    .map((map) => embedded(map, ['data', 'mesh']));
  const specs = operatorSpecs(world).map((spec) =>
    remapped(spec, meshConfigOf(objectIn(spec.value, 'spec')), meshPlace),
  );
  const known = running.length + specs.length > 0 || world.complete('ConfigMap');
  return { subjects: [...running, ...specs], missing: known ? [] : ['MeshConfig'] };
}

/** Variables of istiod: those of its Deployments, and those of specs. */
export function istiodVariables(world: World): Seen {
  const running = istiods(world).flatMap((origin) =>
    containersOf({ value: objectIn(origin.value, 'spec', 'template') }).map(({ container, path }) => ({
      ...partOf(origin, variablesOf(container), ['spec', 'template', ...path, 'env']),
    })),
  );
  const specs = operatorSpecs(world).map((spec) =>
    remapped(spec, specVariables(objectIn(spec.value, 'spec')), variablePlace),
  );
  const known = running.length + specs.length > 0 || world.complete('Deployment');
  return { subjects: [...running, ...specs], missing: known ? [] : ['IstiodEnv'] };
}

const istiods = (world: World): readonly Resource[] =>
  world
    .of('Deployment')
    .filter(({ name, value }) => labelOf(value, 'app') === 'istiod' || /^istiod(-|$)/.test(name));

/** A text of YAML in an object, as if it were a part of it. */
function embedded(origin: Resource, base: Path): Subject {
  const text = plainText(valueIn(origin.value, ...base.map(String)));
  return partOf(origin, readText(text, 'embedded').documents[0]?.value ?? {}, base);
}

const planned = (subject: Subject): Subject => ({ ...subject, planned: true });

const remapped = (spec: Subject, value: Json, place: (path: Path, spec: JsonObject) => Path): Subject => ({
  ...spec,
  value,
  place: (path) => spec.place(place(path, objectIn(spec.value, 'spec'))),
});

/** Fields of the spec that are written to values. */
const lifted: readonly (readonly [value: string, field: string])[] = [
  ['profile', 'profile'],
  ['compatibilityVersion', 'compatibilityVersion'],
];

function valuesOf(spec: JsonObject): JsonObject {
  const values = objectIn(spec, 'values');
  const top = lifted.flatMap(([value, field]) =>
    spec[field] === undefined ? [] : [[value, spec[field]] as const],
  );
  const hub = spec.hub === undefined ? {} : { global: { ...objectIn(values, 'global'), hub: spec.hub } };
  return { ...values, ...hub, ...Object.fromEntries(top) };
}

function valuePlace(path: Path, spec: JsonObject): Path {
  const [first, second] = path;
  if (lifted.some(([name]) => name === first) && spec[String(first)] !== undefined) return ['spec', ...path];
  if (first === 'global' && second === 'hub' && spec.hub !== undefined) return ['spec', 'hub'];
  return ['spec', 'values', ...path];
}

const meshConfigOf = (spec: JsonObject): JsonObject => ({
  ...objectIn(spec, 'values', 'meshConfig'),
  ...objectIn(spec, 'meshConfig'),
});

const meshPlace = (path: Path, spec: JsonObject): Path =>
  Object.hasOwn(objectIn(spec, 'meshConfig'), String(path[0]))
    ? ['spec', 'meshConfig', ...path]
    : ['spec', 'values', 'meshConfig', ...path];

const variablesBelow = ['values', 'pilot', 'env'];

function specVariables(spec: JsonObject): JsonObject {
  const kubernetes = objectIn(spec, 'components', 'pilot', 'k8s');
  return { ...objectIn(spec, ...variablesBelow), ...variablesOf(isObject(kubernetes) ? kubernetes : {}) };
}

const variablePlace = (path: Path, spec: JsonObject): Path =>
  Object.hasOwn(objectIn(spec, ...variablesBelow), String(path[0]))
    ? ['spec', ...variablesBelow, ...path]
    : ['spec', 'components', 'pilot', 'k8s', 'env', ...path];

import { readText, type ReadResult, type Resource } from '../resources/index.ts';
import { validate, type CheckedResource, type Validation } from '../validate/index.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import type { MeshObject } from './mesh-object.ts';
import { isKind } from './workloads.ts';

/** Mesh config and networks as objects of the mesh, and what is to be said of them. */
export interface MeshConfiguration {
  readonly objects: readonly MeshObject[];
  readonly validations: readonly Validation[];
}

const names = { MeshConfig: 'istio', MeshNetworks: 'meshnetworks' } as const;
type ConfigKind = keyof typeof names;

/**
 * The mesh config and the networks that count: those given in the options, else those of the ConfigMap `istio` in the
 * input, else those of its IstioOperator, else the defaults of Istio.
 */
export async function meshConfiguration(
  objects: readonly MeshObject[],
  options: Pick<AnalyzeOptions, 'meshConfig' | 'meshNetworks'>,
): Promise<MeshConfiguration> {
  const config = await configuration('MeshConfig', options.meshConfig, objects);
  const networks = await configuration('MeshNetworks', options.meshNetworks, objects);
  return {
    objects: [config.object, networks.object],
    validations: [config, networks].flatMap(({ validation }) => validation ?? []),
  };
}

interface Configuration {
  readonly object: MeshObject;
  /** Only of what was given: the objects of the input are checked as such. */
  readonly validation?: Validation;
}

async function configuration(
  kind: ConfigKind,
  given: ReadResult | undefined,
  objects: readonly MeshObject[],
): Promise<Configuration> {
  if (given !== undefined) {
    const { checked, validation } = await readAs(kind, given);
    return { object: objectOf(kind, checked ?? (await defaultsOf(kind))), validation };
  }
  const held = inConfigMap(kind, objects) ?? inOperator(kind, objects);
  if (held === undefined) return { object: objectOf(kind, await defaultsOf(kind)) };
  const { checked } = await readAs(kind, readText(held.text, names[kind]));
  return { object: objectOf(kind, { ...(checked ?? (await defaultsOf(kind))), resource: held.resource }) };
}

interface ReadConfiguration {
  /** Undefined when there was nothing that could be read. */
  readonly checked: CheckedResource | undefined;
  readonly validation: Validation;
}

async function readAs(kind: ConfigKind, read: ReadResult): Promise<ReadConfiguration> {
  let checked: CheckedResource | undefined;
  const validation = await validate(read, { as: kind }, (found) => {
    checked ??= found;
    return found.problems;
  });
  return { checked, validation };
}

async function defaultsOf(kind: ConfigKind): Promise<CheckedResource> {
  const { checked } = await readAs(kind, readText('{}', names[kind]));
  if (checked === undefined) throw new Error(`an empty ${kind} cannot be read`);
  return checked;
}

function objectOf(kind: ConfigKind, { resource, spec, broken }: CheckedResource): MeshObject {
  const identity = { kind, namespace: 'istio-system', name: names[kind] };
  const object = {
    ...identity,
    labels: {},
    annotations: {},
    broken,
    spec,
    resource: { ...resource, ...identity },
  };
  // The check of the kind has read the spec with its schema.
  return object as MeshObject;
}

interface Held {
  readonly text: string;
  readonly resource: Resource;
}

const keys = { MeshConfig: 'mesh', MeshNetworks: 'meshNetworks' } as const;

/** `data.mesh` of the ConfigMap that istiod reads. */
function inConfigMap(kind: ConfigKind, objects: readonly MeshObject[]): Held | undefined {
  for (const object of objects) {
    if (!isKind(object, 'ConfigMap') || !isConfigMapOfIstiod(object.name)) continue;
    const text = object.spec.data?.[keys[kind]];
    if (text !== undefined) return { text, resource: object.resource };
  }
  return undefined;
}

const isConfigMapOfIstiod = (name: string): boolean => name === 'istio' || name.startsWith('istio-');

function inOperator(kind: ConfigKind, objects: readonly MeshObject[]): Held | undefined {
  if (kind !== 'MeshConfig') return undefined;
  for (const object of objects) {
    if (!isKind(object, 'IstioOperator') || object.spec.meshConfig === undefined) continue;
    return { text: JSON.stringify(object.spec.meshConfig), resource: object.resource };
  }
  return undefined;
}

import { splitApiVersion } from '../api/index.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { CheckedResource } from '../validate/index.ts';
import { isClusterScoped, kindName, type KindName } from './kinds.ts';
import { kubernetesShapes, withoutSpec } from './kubernetes-shapes.ts';
import type { MeshObject } from './mesh-object.ts';
import type { Shape } from './shape.ts';

/** What has been made of an object that was checked once; runs over input that changes little meet it again. */
const made = new WeakMap<CheckedResource, MeshObject>();

/** The object of a resource for rules. */
export function meshObject(checked: CheckedResource): MeshObject {
  const known = made.get(checked);
  if (known !== undefined) return known;
  const object = objectOf(checked);
  made.set(checked, object);
  return object;
}

function objectOf({ resource, spec, broken }: CheckedResource): MeshObject {
  const kind = kindName(splitApiVersion(resource.apiVersion).group, resource.kind);
  const { labels, annotations } = metadataOf(resource.value);
  const object = {
    kind,
    namespace: isClusterScoped(kind) ? '' : (resource.namespace ?? ''),
    name: resource.name,
    ...{ labels, annotations, resource, broken },
    spec: specOf(kind, resource.value, spec),
  };
  // `specOf` reads the spec with the schema or the shape of the kind.
  return object as MeshObject;
}

function specOf(kind: KindName, value: JsonObject, decoded: Json): unknown {
  const shapes: Readonly<Record<string, Shape<unknown>>> = kubernetesShapes;
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (shape !== undefined) return shape.read(withoutSpec.has(kind) ? value : (value.spec ?? {}));
  return isObject(decoded) ? decoded : {};
}

const none: Readonly<Record<string, string>> = {};

function metadataOf({ metadata }: JsonObject): Pick<MeshObject, 'labels' | 'annotations'> {
  if (!isObject(metadata)) return { labels: none, annotations: none };
  return { labels: textsOf(metadata.labels), annotations: textsOf(metadata.annotations) };
}

/** A map of texts; values that are no text have been reported elsewhere. */
function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return none;
  const entries = Object.entries(value);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.length === entries.length ? (value as Record<string, string>) : Object.fromEntries(texts);
}

import { posix } from 'node:path';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { SourceDocument } from '../../resources/index.ts';

/** What a `kustomization.yaml` says of the files around it. */
export interface Kustomization {
  /** The folder it stands in. */
  readonly folder: string;
  /** The namespace that it gives its objects. */
  readonly namespace: string | undefined;
  /** Files and folders it takes, as paths like those of the documents. */
  readonly resources: readonly string[];
  /** Files that change objects and are none themselves. */
  readonly patches: readonly string[];
}

const fileName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** Whether a file is read by kustomize and holds no objects itself. */
const isKustomization = (file: string): boolean => fileName.test(file);

/** All kustomizations among the documents, by their folder. */
export function readKustomizations(documents: readonly SourceDocument[]): ReadonlyMap<string, Kustomization> {
  const found = new Map<string, Kustomization>();
  for (const { file, value } of documents) {
    if (!isKustomization(file) || !isObject(value)) continue;
    const folder = posix.dirname(posix.normalize(file));
    found.set(folder, kustomizationOf(folder, value));
  }
  return found;
}

function kustomizationOf(folder: string, value: JsonObject): Kustomization {
  const inFolder = (names: readonly string[]): string[] =>
    names
      .filter((name) => !name.includes('\n') && !name.includes('://'))
      .map((name) => posix.join(folder, name));
  const { namespace } = value;
  return {
    folder,
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
    resources: inFolder([...texts(value.resources), ...texts(value.bases), ...texts(value.components)]),
    patches: inFolder([
      ...texts(value.patchesStrategicMerge),
      ...pathsOf(value.patches),
      ...pathsOf(value.patchesJson6902),
    ]),
  };
}

const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const pathsOf = (value: Json | undefined): string[] =>
  Array.isArray(value)
    ? value.flatMap((item) => (isObject(item) && typeof item.path === 'string' ? [item.path] : texts([item])))
    : [];

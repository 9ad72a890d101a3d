import { compareText } from '../../compare-text.ts';
import { plainText, type JsonObject } from '../../json.ts';
import type { KubeObject } from '../component-context.ts';
import { comparable } from './comparable.ts';
import { diffValues, type ManifestChange } from './diff-values.ts';
import { apiGroup } from '../../api-group.ts';

/** Which object is meant. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** An object of both, and what is different in it. */
export interface ChangedObject extends ObjectName {
  readonly changes: readonly ManifestChange[];
  /** The object as it was compared. */
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** What is different between two sets of objects; each list by kind, namespace and name. */
export interface ManifestDiff {
  readonly added: readonly ObjectName[];
  readonly removed: readonly ObjectName[];
  readonly changed: readonly ChangedObject[];
  /** How many objects are the same. */
  readonly unchanged: number;
}

/** What counts as a difference of manifests. */
export interface ManifestDiffOptions {
  /**
   * Tell also of what is set at run time: CA bundles and failure policies of webhooks, status, what the API server keeps
   * in metadata, and of the layout of structured text. Default: false.
   */
  readonly includeNoise?: boolean;
}

/**
 * Compares two sets of Kubernetes objects field by field. Objects are the same by group, kind, namespace and name,
 * whatever their version; items of lists by the key that Kubernetes merges them by. Of several objects with the same
 * name the last one counts, as when they are applied.
 */
export function diffManifests(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
  { includeNoise = false }: ManifestDiffOptions = {},
): ManifestDiff {
  const [old, now] = [byKey(before), byKey(after)];
  const lone = (one: Objects, other: Objects): ObjectName[] =>
    sorted([...one].filter(([key]) => !other.has(key)).map(([, object]) => nameOf(object)));
  const common = [...old].flatMap(([key, object]) => {
    const other = now.get(key);
    return other === undefined ? [] : [changedObject(object, other, includeNoise)];
  });
  const changed = common.filter(({ changes }) => changes.length > 0);
  return {
    added: lone(now, old),
    removed: lone(old, now),
    changed: sorted(changed),
    unchanged: common.length - changed.length,
  };
}

type Objects = ReadonlyMap<string, KubeObject>;

const byKey = (objects: readonly KubeObject[]): Objects =>
  new Map(
    objects.map((object) => {
      const { apiVersion, kind, namespace = '', name } = nameOf(object);
      return [[apiGroup(apiVersion), kind, namespace, name].join('\0'), object];
    }),
  );

function nameOf({ apiVersion, kind, metadata }: KubeObject): ObjectName {
  const namespace = plainText(metadata.namespace);
  return { apiVersion, kind, ...(namespace !== '' && { namespace }), name: metadata.name };
}

const sorted = <T extends ObjectName>(list: readonly T[]): T[] => {
  const keyOf = ({ kind, namespace = '', name }: T): string => [kind, namespace, name].join('\0');
  return [...list].sort((a, b) => compareText(keyOf(a), keyOf(b)));
};

function changedObject(old: KubeObject, now: KubeObject, includeNoise: boolean): ChangedObject {
  const [before, after] = [comparable(old, includeNoise), comparable(now, includeNoise)];
  return { ...nameOf(now), changes: diffValues(now.kind, before, after), before, after };
}

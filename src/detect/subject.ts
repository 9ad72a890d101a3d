import { plainText, valueIn, type Json, type JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import type { ResourceRef } from '../finding.ts';
import type { Resource } from '../resources/index.ts';
import type { Evidence } from './detection.ts';
import { formatPath } from '../path.ts';

/** Something that a detection is judged over: an object, or a part of one that is read like an object. */
export interface Subject {
  readonly resource: ResourceRef;
  /** The object; undefined for what is none. */
  readonly origin?: Resource;
  readonly value: Json;
  /** Where a path of the value is in the object. */
  readonly place: (path: Path) => Path;
  /** Whether it only says how something is to be installed. */
  readonly planned?: boolean;
}

/** What there is to judge, and what else there might be. */
export interface Seen {
  readonly subjects: readonly Subject[];
  readonly missing: readonly string[];
}

/** A whole object. */
export const wholeOf = (origin: Resource): Subject => partOf(origin, origin.value, []);

/** A part of an object, with the way to it. */
export const partOf = (origin: Resource, value: Json, base: Path): Subject => ({
  resource: refOf(origin),
  origin,
  value,
  place: (path) => [...base, ...path],
});

/** Something that is no object of a document, such as a version. */
export const madeUp = (kind: string, name: string, value: JsonObject): Subject => ({
  resource: { apiVersion: '', kind, name },
  value,
  place: (path) => path,
});

export function evidenceOf(
  { resource, origin, place }: Subject,
  path: Path,
  value: Json | undefined,
): Evidence {
  const inObject = place(path);
  const file = origin?.document.file ?? '';
  const at = {
    resource,
    file,
    path: formatPath(inObject),
    ...(value !== undefined && !isSecret(resource, inObject) && { value }),
  };
  if (origin === undefined || file === '' || file.startsWith('cluster:') || isLong(origin)) return at;
  const { value: range } = origin.document.locate([...origin.base, ...inObject]);
  return { ...at, range };
}

/** To find a place in a list of so many objects takes longer than to judge them all. */
function isLong({ document, base }: Resource): boolean {
  const items = base.length > 0 ? valueIn(document.value, 'items') : undefined;
  return Array.isArray(items) && items.length > 5000;
}

/** What a Secret holds is nobody's business. */
const isSecret = ({ kind }: ResourceRef, [first]: Path): boolean => kind === 'Secret' && first !== 'metadata';

function refOf({ apiVersion, kind, namespace, name }: Resource): ResourceRef {
  return { apiVersion, kind, ...(namespace !== undefined && { namespace: plainText(namespace) }), name };
}

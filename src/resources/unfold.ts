import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import type { Resource, SourceDocument } from './resource.ts';

/**
 * The Kubernetes objects of a document: itself, or the items of a `List` (`VirtualServiceList` too, whose items may
 * leave out their kind). What has no apiVersion and kind is no object.
 */
export function unfold(document: SourceDocument): Resource[] {
  const found: Resource[] = [];
  if (document.value !== undefined) collect(document, document.value, [], {}, found);
  return found;
}

/** What the items of a typed list inherit. */
interface Defaults {
  readonly apiVersion?: string;
  readonly kind?: string;
}

function collect(
  document: SourceDocument,
  value: Json,
  base: Path,
  defaults: Defaults,
  found: Resource[],
): void {
  if (!isObject(value)) return;
  const { apiVersion = defaults.apiVersion, kind = defaults.kind, items } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return;
  if (!kind.endsWith('List') || !Array.isArray(items)) {
    found.push({ document, base, apiVersion, kind, ...nameOf(value), value });
    return;
  }
  const inherited = kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) };
  for (const [i, item] of items.entries()) {
    collect(document, item, [...base, 'items', i], inherited, found);
  }
}

function nameOf(value: JsonObject): Pick<Resource, 'name' | 'namespace'> {
  const { name, namespace } = isObject(value.metadata) ? value.metadata : {};
  return {
    name: typeof name === 'string' ? name : '',
    namespace: typeof namespace === 'string' ? namespace : undefined,
  };
}

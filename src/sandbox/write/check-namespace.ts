import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/kind.ts';
import { forbidden, notFound } from '../refusal.ts';
import { isEnding, nameOf, namespaceOf } from '../store/metadata.ts';

const namespaces = builtIn('Namespace');

/**
 * Nothing is made in a namespace that is missing or ends.
 *
 * @throws {Refusal}
 */
export function checkNamespace(cluster: Cluster, kind: Kind, object: JsonObject): void {
  if (!kind.namespaced) return;
  const name = namespaceOf(object);
  const namespace = cluster.store.get(namespaces, '', name);
  if (namespace === undefined) throw notFound(namespaces, name);
  if (!isEnding(namespace)) return;
  const why = `unable to create new content in namespace ${name} because it is being terminated`;
  const message = `namespace ${name} is being terminated`;
  throw forbidden(kind, nameOf(object), why, [
    { reason: 'NamespaceTerminating', message, field: 'metadata.namespace' },
  ]);
}

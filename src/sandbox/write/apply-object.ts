import { applyTo } from '../../server-side-apply/index.ts';
import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { Refusal } from '../refusal.ts';
import { nameOf } from '../store/metadata.ts';
import { storeNew } from './create-object.ts';
import { storeNext } from './update-object.ts';
import { ownershipOf } from './ownership.ts';
import type { Writer } from './writer.ts';

export interface Application extends Writer {
  /** Take over fields that others manage. */
  readonly force: boolean;
}

/**
 * Server-side apply: makes the object, or changes the one that there is.
 *
 * @throws {Refusal} 409 when others manage fields that would change; when it may not be so.
 */
export function applyObject(
  cluster: Cluster,
  kind: Kind,
  live: JsonObject | undefined,
  applied: JsonObject,
  by: Application,
): JsonObject {
  const { object, conflicts } = applyTo(live, applied, ownershipOf(cluster, kind, by));
  if (conflicts.length > 0 && !by.force) throw conflicted(kind, nameOf(applied), conflicts);
  return live === undefined
    ? storeNew(cluster, kind, object, by)
    : storeNext(cluster, kind, live, object, by);
}

interface Conflict {
  readonly field: string;
  readonly manager: string;
  readonly subresource?: string;
}

/** In the words of k8s.io/apimachinery/pkg/util/managedfields: programs read the managers out of them. */
function conflicted(kind: Kind, name: string, conflicts: readonly Conflict[]): Refusal {
  const causes = conflicts.map(({ field, manager, subresource }) => {
    const through = subresource === undefined ? '' : ` with subresource ${JSON.stringify(subresource)}`;
    const message = `conflict with ${JSON.stringify(manager)}${through} using ${apiVersionOf(kind)}`;
    return { reason: 'FieldManagerConflict', message, field: `.${field}` };
  });
  const told = causes.map(({ message, field }) => `${message}: ${field}`).join(', ');
  const count = causes.length === 1 ? '1 conflict' : `${causes.length} conflicts`;
  return new Refusal(409, 'Conflict', `Apply failed with ${count}: ${told}`, { name, causes });
}

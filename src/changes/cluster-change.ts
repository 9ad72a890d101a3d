import type { JsonObject } from '../json.ts';
import type { FieldConflict, ObjectKey } from '../kube/apply/index.ts';
import type { ManifestChange } from '../operator/diff/index.ts';

/** What is done to one object of a cluster. */
export interface ClusterChange {
  /** `unchanged`: nothing is written. */
  readonly action: 'create' | 'change' | 'unchanged' | 'delete';
  readonly object: ObjectKey;
  /** What it belongs to, such as a component; changes are shown by it. */
  readonly group: string;
  /** Field by field, as the server will make it of the object that is there; empty but for `change`. */
  readonly changes: readonly ManifestChange[];
  /** Fields that others manage and that would change; taken over only if asked for. */
  readonly conflicts: readonly FieldConflict[];
  /** Field managers whose fields are taken over with the object, such as `istio-operator` or `helm`. */
  readonly adopts: readonly string[];
  /** Why something else happens to the object than one would think, in words; such as why it is deleted. */
  readonly reason?: string;
  /** What is applied; undefined for `delete`. */
  readonly desired?: JsonObject;
  /** The object as it was read: its uid and resourceVersion make sure that it is still the same. Undefined for `create`. */
  readonly live?: JsonObject;
}

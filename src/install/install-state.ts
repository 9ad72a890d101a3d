import type { JsonObject } from '../json.ts';
import type { ObjectKey } from '../kube/apply/index.ts';
import { idOf } from '../kube/apply/index.ts';

/** What a cluster has of an installation, and of what it could meet. */
export interface InstallState {
  /** Of the namespaces that are needed, those that are there. */
  readonly namespaces: readonly JsonObject[];
  /** By `idOf`; with their managed fields. All webhook configurations are among them. */
  readonly objects: ReadonlyMap<string, JsonObject>;
  /** Kinds that are wanted, and that the cluster does not know: `NetworkAttachmentDefinition of k8s.cni.cncf.io/v1`. */
  readonly unserved: readonly string[];
  /** What could not be looked for, in words: nothing of it is pruned. */
  readonly unseen: readonly string[];
}

/** The object of a key as the cluster has it. */
export const liveObject = (state: InstallState, key: ObjectKey): JsonObject | undefined =>
  state.objects.get(idOf(key));

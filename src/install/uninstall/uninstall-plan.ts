import type { ClusterChange } from '../../changes/index.ts';
import type { ObjectKey } from '../../kube/apply/index.ts';

/** What is to be removed: one control plane and what was installed with it, or all that installers made. */
export type UninstallTarget =
  | {
      readonly type: 'revision';
      /** `default` for the control plane without a name. */
      readonly revision: string;
      /** Namespace of its IstioOperator. */
      readonly namespace: string;
      /** `metadata.name` of its IstioOperator. Default: any. */
      readonly owner?: string;
    }
  | { readonly type: 'purge' };

/** What `uninstall` does to a cluster. Pure data: it can be printed, saved and compared. */
export interface UninstallPlan {
  readonly target: UninstallTarget;
  /** In the order in which objects go: those of one kind together. */
  readonly deletions: readonly ClusterChange[];
  /** Who still needs what goes: while there is anybody, nothing is removed unless it is forced. */
  readonly users: readonly RevisionUser[];
  /** Objects that an installer made and that somebody else has taken over: they stay. */
  readonly kept: readonly KeptObject[];
  readonly notices: readonly Notice[];
}

/** Something that depends on what is to be removed. */
export interface RevisionUser {
  readonly type: 'namespace' | 'pod' | 'proxy' | 'tag' | 'revision' | 'validator';
  /** `shop` of a namespace, `shop/cart-1` of a pod. */
  readonly name: string;
  /** Why it depends on it, in words that go on after its name. */
  readonly reason: string;
}

export interface KeptObject {
  readonly object: ObjectKey;
  readonly reason: string;
}

/** What one should know before agreeing. */
export interface Notice {
  readonly type:
    'gateways' | 'proxies-unknown' | 'custom-resources' | 'authority' | 'labelled-namespaces' | 'nothing';
  readonly message: string;
}

import type { ObjectKey } from '../kube/apply/index.ts';
import type { Istiod } from './istiod-in.ts';

/** The control planes of a cluster, and what follows each. */
export interface MeshRevisions {
  /** Has what names no revision; absent when nobody does. */
  readonly defaultRevision?: string;
  /** Validates configuration that names no revision; absent when nobody does. */
  readonly validatingRevision?: string;
  /** By name. */
  readonly revisions: readonly RevisionReport[];
  /** By name and revision. */
  readonly tags: readonly TagReport[];
  readonly problems: readonly RevisionProblem[];
  /** Kinds that could not be read, in words: what depends on them is missing. */
  readonly missing: readonly string[];
}

/** A control plane, and what follows it. */
export interface RevisionReport {
  readonly name: string;
  readonly tags: readonly string[];
  /** Of its istiods, each once. */
  readonly versions: readonly string[];
  readonly istiods: readonly Istiod[];
  /** Its own and those of its tags. */
  readonly webhooks: readonly WebhookReport[];
  /** Namespaces whose Pods it injects, by name. */
  readonly namespaces: readonly FollowingNamespace[];
  readonly pods: PodCounts;
  readonly gateways: readonly FollowingGateway[];
  /** Absent when its istiods were not asked, or did not answer. */
  readonly proxies?: ProxyCounts;
}

/** A tag: a name of a revision that namespaces can follow. */
export interface TagReport {
  readonly name: string;
  readonly revision: string;
  readonly objects: readonly ObjectKey[];
  /** Namespaces whose Pods are injected by way of the tag, by name. */
  readonly namespaces: readonly string[];
}

/** A webhook configuration of a control plane. */
export interface WebhookReport {
  readonly kind: 'MutatingWebhookConfiguration' | 'ValidatingWebhookConfiguration';
  readonly name: string;
  readonly tag?: string;
  /** `istiod.istio-system:443/inject`, or a URL. */
  readonly target: string;
  /** Whether all of its webhooks have a certificate. */
  readonly certified: boolean;
  /** `Fail`, or `Ignore` for one that lets pass what it cannot ask about. */
  readonly failurePolicy: string;
  /** Called for nothing, because another one has its place. */
  readonly deactivated: boolean;
  /** Ready ones behind its target; absent for a URL, or when they could not be read. */
  readonly endpoints?: number;
}

export interface FollowingNamespace {
  readonly name: string;
  /** Label that makes it follow. */
  readonly by: string;
  /** That it follows; absent when it names the revision itself. */
  readonly tag?: string;
  /** Its Pods with a proxy. */
  readonly pods: number;
  /** Those that another control plane injected: they follow when they are restarted. */
  readonly outdated: number;
}

export interface PodCounts {
  /** Injected by the control plane. */
  readonly total: number;
  /** Those that another one would inject now. */
  readonly leaving: number;
  /** How many have each version of the proxy. */
  readonly versions: Readonly<Record<string, number>>;
}

export interface FollowingGateway {
  readonly kind: 'Deployment' | 'Gateway';
  readonly namespace: string;
  readonly name: string;
  /** Of a Gateway, its class. */
  readonly class?: string;
}

export interface ProxyCounts {
  readonly connected: number;
  /** Took all that they were sent. */
  readonly synced: number;
}

/** Something that injection or validation fails for, or will. */
export interface RevisionProblem {
  /** One word for programs, such as `unknown-revision`. */
  readonly code: string;
  readonly message: string;
  readonly object?: ObjectKey;
}

import type { JsonObject } from '../../json.ts';
import type { Access, AccessAttributes } from '../../kube/apply/index.ts';
import type { ServedKind } from '../../kube/index.ts';

/** What an upgrade is planned from: the objects of a cluster, read once, and what its control planes say. */
export interface UpgradeFacts {
  /** Of the control planes. */
  readonly istioNamespace: string;
  /** As the API has them, in the order of the server; of Pods only what a plan needs, of Secrets only the names. */
  readonly objects: readonly JsonObject[];
  /** Kinds of which all objects are here, as `group/Kind`, such as `apps/Deployment` and `/Pod`. */
  readonly complete: ReadonlySet<string>;
  /** Proxies that are connected to the istiods of each revision; a revision that is missing did not answer. */
  readonly proxies?: ReadonlyMap<string, ConnectedCount>;
  /** Such as `v1.33.2`; undefined for saved objects. */
  readonly kubernetesVersion?: string;
  /** What the cluster serves; undefined for saved objects. */
  readonly served?: readonly ServedKind[];
  /** What one may do of what an upgrade does; undefined when nobody was asked. */
  readonly access?: readonly AskedAccess[];
  /** What could not be read, in words. */
  readonly missing: readonly string[];
}

export interface ConnectedCount {
  readonly connected: number;
  /** Took all that they were sent. */
  readonly synced: number;
}

/** A question about what one may do, with the answer. */
export interface AskedAccess extends Access {
  readonly attributes: AccessAttributes;
}

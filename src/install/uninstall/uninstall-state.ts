import type { JsonObject } from '../../json.ts';

/** What a cluster has that matters for removing an installation. */
export interface UninstallState {
  /** Objects with the label of a component, by kind in the order of removal; definitions last. */
  readonly installed: readonly JsonObject[];
  /** All MutatingWebhookConfigurations. */
  readonly injectors: readonly JsonObject[];
  /** All ValidatingWebhookConfigurations. */
  readonly validators: readonly JsonObject[];
  /** Services that are tags. */
  readonly tagServices: readonly JsonObject[];
  readonly namespaces: readonly JsonObject[];
  readonly pods: readonly JsonObject[];
  /** Names of the proxies that are connected, as `pod.namespace`; undefined when no istiod tells. */
  readonly proxies: readonly string[] | undefined;
  /** How many objects there are of the kinds of `installed` definitions, by the name of the definition. */
  readonly customResources: ReadonlyMap<string, number>;
  /** What istiods made for themselves: root certificates, their own CA, records of who leads. Read for a purge only. */
  readonly authority: readonly JsonObject[];
  /** Locks of installations that were killed. Read for a purge only. */
  readonly locks: readonly JsonObject[];
}

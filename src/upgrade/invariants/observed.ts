import type { JsonObject } from '../../json.ts';

/** What somebody saw of a cluster at one moment, by looking only: nothing in it comes from a plan. */
export interface Observed {
  /** Namespaces, webhook configurations, Services, EndpointSlices and Pods, as the API has them; others are not looked at. */
  readonly objects: readonly JsonObject[];
  /** Pod creations that injectors were asked about, as far as somebody keeps a log of them. */
  readonly injections?: readonly Injection[];
  /** Proxies that the istiods of each revision say are connected to them, as `pod.namespace`. */
  readonly connected?: ReadonlyMap<string, readonly string[]>;
}

/** A Pod creation that injectors were asked about. */
export interface Injection {
  readonly namespace: string;
  /** Its name, or what its name begins with. */
  readonly pod: string;
  /** `configuration/webhook` of each that was called. */
  readonly webhooks: readonly string[];
  /** Why the creation was refused. */
  readonly error?: string;
}

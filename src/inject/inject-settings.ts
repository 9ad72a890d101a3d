import type { JsonObject } from '../json.ts';

/** When and with which templates an istiod injects: the key `config` of its injector ConfigMap. */
export interface InjectorConfig {
  /** Go templates by name. */
  readonly templates: Readonly<Record<string, string>>;
  /** Names of the templates, or aliases, of pods that do not ask for others. */
  readonly defaultTemplates: readonly string[];
  /** Names that stand for several templates. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly policy?: string;
  /** Label selectors, in the form of Kubernetes. */
  readonly neverInjectSelector?: readonly JsonObject[];
  readonly alwaysInjectSelector?: readonly JsonObject[];
  /** Annotations that every injected pod gets. */
  readonly injectedAnnotations?: Readonly<Record<string, string>>;
}

/** What decides how a pod is injected. */
export interface InjectionSettings {
  readonly config: InjectorConfig;
  /** The MeshConfig; what it does not say is as istiod has it. */
  readonly mesh: JsonObject;
  /** The settings that templates see as `.Values`: the key `values` of the injector ConfigMap. */
  readonly values: JsonObject;
  /** Default: `default`. */
  readonly revision?: string;
  /** Whether nodes run containers that start before and stop after the others (Kubernetes 1.33). Default: true. */
  readonly nativeSidecars?: boolean;
  /**
   * `offline` (the default) injects whatever does not object, `webhook` asks the policy and the selectors too, as istiod
   * does.
   */
  readonly path?: 'offline' | 'webhook';
  /** Environment variables of the proxy from the address of the webhook, such as ISTIO_META_NETWORK. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Namespace objects by name; on OpenShift their annotations say which users a pod may run as. */
  readonly namespaces?: ReadonlyMap<string, JsonObject>;
  /** `fips-140-2`, `fips-140-3` or `pqc`. */
  readonly compliancePolicy?: string;
}

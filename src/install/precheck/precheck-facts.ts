import type { JsonObject } from '../../json.ts';
import type { Access, AccessAttributes } from '../../kube/apply/index.ts';
import type { ServedKind } from '../../kube/index.ts';

/** What a precheck looks at. What could not be read is undefined, and `unread` says why. */
export interface PrecheckFacts {
  /** Of the control plane that is asked for. */
  readonly istioNamespace: string;
  /** The answer to `/version`. */
  readonly version: JsonObject;
  readonly served: readonly ServedKind[];
  readonly access: readonly AnsweredQuestion[];
  /** CustomResourceDefinitions, with their metadata alone. */
  readonly definitions: readonly JsonObject[] | undefined;
  /** Deployments of istiod, with their managed fields. */
  readonly istiods: readonly JsonObject[] | undefined;
  readonly injectors: readonly JsonObject[] | undefined;
  readonly validators: readonly JsonObject[] | undefined;
  readonly nodes: readonly JsonObject[] | undefined;
  readonly pods: readonly JsonObject[] | undefined;
  /** ConfigMaps of the namespace of the control plane. */
  readonly configMaps: readonly JsonObject[] | undefined;
  /** Services of the namespace of the control plane. */
  readonly services: readonly JsonObject[] | undefined;
  /** In words. */
  readonly unread: readonly string[];
}

/** A question about what one may do, with the answer. */
export interface AnsweredQuestion extends Access {
  readonly attributes: AccessAttributes;
}

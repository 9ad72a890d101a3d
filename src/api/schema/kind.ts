import type { TSchema } from 'typebox';

/** A column of `kubectl get`. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly jsonPath: string;
  readonly priority?: number;
}

/** One version of a kind: how it is served and what it looks like. */
export interface KindVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly deprecated: boolean;
  /** Whether `status` is written through its own endpoint. */
  readonly statusSubresource: boolean;
  readonly columns: readonly PrinterColumn[];
  /** The whole object; apiVersion, kind and metadata are implied. */
  readonly schema: TSchema;
}

/** Gateway API ships its definitions in two channels; what Istio ships is the same in both. */
export type Channel = 'standard' | 'experimental';

/** A kind of object: the source of its types, its checks, its CRD and its editor schema. */
export interface KindDefinition {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly listKind: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly scope: 'Namespaced' | 'Cluster';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Whether Istio reads `spec` as a protobuf message, with the decoding rules of that. */
  readonly protobuf: boolean;
  readonly channels: readonly Channel[];
  /** Newest and stored first, as the CRD lists them. */
  readonly versions: readonly KindVersion[];
  /** Gateway API: versions that the standard channel lists but does not serve. */
  readonly unservedInStandard: readonly string[];
}

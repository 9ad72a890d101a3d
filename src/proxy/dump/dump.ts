import type { Json, JsonObject } from '../../resources/index.ts';
import type { Shape } from './shape.ts';

/**
 * What a dump can hold. `clusterStatuses` is what Envoy answers to `/clusters?format=json`, a dump of its own; all
 * others are sections of `/config_dump`.
 */
export type SectionKind =
  | 'bootstrap'
  | 'clusters'
  | 'listeners'
  | 'routes'
  | 'scopedRoutes'
  | 'endpoints'
  | 'secrets'
  | 'ecds'
  | 'clusterStatuses';

/**
 * What Envoy does with a resource. `rejected` is an update that Envoy refused and of which it has no other version:
 * the message is what was refused.
 */
export type ItemState = 'static' | 'active' | 'warming' | 'draining' | 'rejected';

/** An update that Envoy refused; the version before it stays in use. */
export interface UpdateFailure {
  /** Why, in Envoy's words. */
  readonly details: string;
  /** RFC 3339; empty when Envoy does not say. */
  readonly lastAttempt: string;
}

/** A resource of a dump, in one of its states: a listener that is being replaced is two items. */
export interface DumpItem {
  /** Of the resource; empty where it has none. */
  readonly name: string;
  readonly state: ItemState;
  /** RFC 3339; endpoints and cluster statuses have none. */
  readonly lastUpdated: string | undefined;
  /** Of the resource itself: with delta xDS only secrets have one. */
  readonly version: string | undefined;
  readonly errorState: UpdateFailure | undefined;
  /** The resource with the fields that were asked for, named as Envoy names them (`connect_timeout`). */
  readonly message: JsonObject;
  /** The resource as it stands in the dump, byte by byte. */
  readonly raw: Buffer;
  /** The whole resource, named as Envoy names its fields. Parses `raw`. */
  readonly whole: () => JsonObject;
}

/** A section of a dump. It is scanned at once and parsed only as far as somebody asks. */
export interface DumpSection {
  /** Full name of its message: `envoy.admin.v3.ClustersConfigDump`; empty where the dump does not say. */
  readonly type: string;
  /** Undefined for sections that meshctl does not know. */
  readonly kind: SectionKind | undefined;
  /** Of the section as a whole. */
  readonly version: string | undefined;
  /** Its resources, in the order of the dump. With `shape` only those fields of each are parsed. */
  readonly items: (shape?: Shape) => Iterable<DumpItem>;
  /** The section as it stands in the dump. */
  readonly value: () => JsonObject;
}

/** What a proxy told about itself. */
export interface ProxyDump {
  /** As the dump is called in messages: a file name, `-`, a pod. */
  readonly name: string;
  /** Every section in the order of the dump, unknown and repeated ones too. */
  readonly sections: readonly DumpSection[];
  /** The section of a kind: the last of several, as istioctl reads it. */
  readonly section: (kind: SectionKind) => DumpSection | undefined;
  /** The bytes of the dump, uncompressed. */
  readonly bytes: Buffer;
  /** The dump as it stands. Throws MeshctlError (input) where it is not JSON. */
  readonly value: () => JsonObject | Json[];
}

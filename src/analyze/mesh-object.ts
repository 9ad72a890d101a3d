import type { Path } from '../path.ts';
import type { Resource } from '../resources/index.ts';
import type { KindName, KindSpecs } from './kinds.ts';

/** An object of the mesh as rules see it. */
export interface MeshObject<K extends KindName = KindName> {
  /** The name of its kind: `Gateway` is Istio's, `KubernetesGateway` that of Gateway API. */
  readonly kind: K;
  /** Its own, or the one assumed for objects that name none; empty for kinds without. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /**
   * `spec` decoded: lower camel case names, enums as names, defaults of Gateway API filled in, without what cannot be
   * read. For kinds without a spec (Secret, ConfigMap, webhook configurations) the fields of the object itself.
   */
  readonly spec: KindSpecs[K];
  /** As it was read; `status` and whatever `spec` leaves out is here. */
  readonly resource: Resource;
  /** Places whose values could not be read; rules say nothing about them. */
  readonly broken: readonly Path[];
}

/** `namespace/name`, or the name alone where there is no namespace. */
export const fullName = ({ namespace, name }: { namespace: string; name: string }): string =>
  namespace === '' ? name : `${namespace}/${name}`;

import type { JsonObject } from '../../json.ts';

/** A kind in one of the versions that the sandbox serves it in. */
export interface Kind {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Name in paths: `virtualservices`. */
  readonly resource: string;
  readonly singular: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  /** Which subresources it has, besides those of pods and service accounts. */
  readonly status: boolean;
  readonly scale: boolean;
  /** Whether changes of what is wanted are counted in `metadata.generation`. */
  readonly generation: boolean;
  /** Of a kind that a CustomResourceDefinition makes. */
  readonly custom?: { readonly schema: JsonObject };
}

/** `v1`, `apps/v1`. */
export const apiVersionOf = ({ group, version }: Pick<Kind, 'group' | 'version'>): string =>
  group === '' ? version : `${group}/${version}`;

/** `services`, `deployments.apps`: what all versions of a kind share, and how messages name it. */
export const resourceOf = ({ group, resource }: Pick<Kind, 'group' | 'resource'>): string =>
  group === '' ? resource : `${resource}.${group}`;

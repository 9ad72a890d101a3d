import type { JsonObject } from '../../json.ts';
import type { Change } from './diff-values.ts';

/** A kind of resource whose differences are told; a section is one whose place differs, which is noise. */
export type DiffKind =
  'cluster' | 'listener' | 'route' | 'endpoint' | 'secret' | 'ecds' | 'bootstrap' | 'section';

/** A resource that both dumps have, and what is different in it. */
export interface ChangedResource {
  readonly kind: DiffKind;
  readonly name: string;
  readonly changes: readonly Change[];
  /** The whole resource in each dump, as Envoy names its fields, without its secrets. */
  readonly before: JsonObject;
  readonly after: JsonObject;
}

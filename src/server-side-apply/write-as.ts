import type { Definitions } from './type-of.ts';

/** Who writes an object, and how. */
export interface WriteAs {
  readonly manager: string;
  /** When that happens, as RFC 3339. Default: entries keep the time they have, new ones have none. */
  readonly time?: string;
  /** What else than the object itself is written, such as `status`. */
  readonly subresource?: string;
  /** CustomResourceDefinitions of the cluster; without them, lists of custom kinds are replaced as a whole. */
  readonly definitions?: Definitions;
}

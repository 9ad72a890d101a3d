import type { Path } from '../../../path.ts';
import type { MeshObject } from '../../mesh-object.ts';

/**
 * What a regular expression is held against: a path, a host name, the origin of a page, or something else. The rest of
 * the text has to fit as well, except for `part`.
 */
export type Subject = 'path' | 'host' | 'origin' | 'text' | 'part';

/** A regular expression of a route, as written. */
export interface Expression {
  readonly object: MeshObject;
  readonly path: Path;
  readonly text: string;
  readonly subject: Subject;
  /** What can be used in its place. */
  readonly instead: readonly ('exact' | 'prefix')[];
}

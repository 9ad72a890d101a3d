import type { Detection } from './detection.ts';
import type { Hit } from './detect-path.ts';
import type { Seen, Subject } from './subject.ts';
import type { World } from './world.ts';

/** A value that was found in something, before it is told. */
export interface Found extends Hit {
  readonly subject: Subject;
}

/** What was found, and what could not be seen. */
export interface Looked {
  readonly found: readonly Found[];
  readonly missing: readonly string[];
}

/** Judges what one value alone does not decide. */
export type Relation = (detection: Detection, seen: Seen, world: World) => Looked;

/** Whether what was found counts; a text is what would have to be known for it. */
export type InScope = (found: Found, world: World) => boolean | string;

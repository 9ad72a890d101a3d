import type { KindToRead } from '../analyze/index.ts';
import type { DetectInput } from '../detect/index.ts';

/**
 * Says of which kinds all objects are known: of those that were read, and not of those that are missing. A name that
 * several groups have is complete when it is in all of them.
 */
export function completeKinds(
  read: readonly KindToRead[],
  missing: readonly KindToRead[],
): DetectInput['complete'] {
  const incomplete = new Set(missing.flatMap(namesOf));
  const complete = new Set(read.flatMap(namesOf).filter((name) => !incomplete.has(name)));
  return (kind) => complete.has(kind);
}

/** As detections write them. */
const namesOf = ({ group, kind }: KindToRead): readonly string[] =>
  group === '' ? [kind] : [kind, `${kind}.${group}`];

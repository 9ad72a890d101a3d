import type { Problem, Refuser } from '../../finding.ts';
import type { Path } from '../../path.ts';
import { structureRules as rules } from './structure-rules.ts';

/** Rules whose breach leaves nothing that a later rule could judge. */
const slugs: ReadonlySet<string> = new Set([
  rules.unknownField.slug,
  rules.type.slug,
  rules.enum.slug,
  rules.duration.slug,
]);

/** Where the unreadable value is: the field itself, for a field the object should not have. */
export const placeOf = ({ path, mark }: Problem): Path => mark ?? path;

/** A number that its protobuf type cannot hold is none to Istio; the API server reads it and finds it out of bounds. */
export const isUnreadable = ({ rejectedBy, severity, rule }: Problem, reader: Refuser): boolean =>
  severity === 'error' &&
  rejectedBy.includes(reader) &&
  (slugs.has(rule) || (reader === 'istio' && rule === rules.bound.slug));

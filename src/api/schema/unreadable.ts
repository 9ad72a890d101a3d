import type { Problem, Refuser } from '../../finding.ts';
import { structureRules as rules } from './structure-rules.ts';

/** Rules whose breach leaves nothing that a later rule could judge. */
const slugs: ReadonlySet<string> = new Set([
  rules.unknownField.slug,
  rules.type.slug,
  rules.enum.slug,
  rules.duration.slug,
]);

/** A number that its protobuf type cannot hold is none to Istio; the API server reads it and finds it out of bounds. */
export const isUnreadable = ({ rejectedBy, severity, rule }: Problem, reader: Refuser): boolean =>
  severity === 'error' &&
  rejectedBy.includes(reader) &&
  (slugs.has(rule) || (reader === 'istio' && rule === rules.bound.slug));

import type { Problem } from '../../finding.ts';
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

export const isUnreadable = ({ severity, rule }: Problem): boolean => severity === 'error' && slugs.has(rule);

import type { Problem } from '../finding.ts';
import type { Json } from '../json.ts';
import { formatPath } from '../path.ts';
import { placeOf } from '../place-of.ts';
import { valueAt } from './value-at.ts';

/** Whether `inner`, which lies where `outer` does or below, says the same of the same fault. */
export function isSameFault(outer: Problem, inner: Problem, object: Json): boolean {
  const place = placeOf(outer);
  const samePlace = formatPath(place) === formatPath(placeOf(inner));
  if (outer.rule === inner.rule) return samePlace || !shareRefuser(outer, inner);
  if (outer.severity !== inner.severity) return false;
  if (samePlace) return isSameThere(outer, inner, valueAt(object, place));
  return (
    !shareRefuser(outer, inner) && (isWhole(outer) || isAboutKeys(outer, inner) || areRepeats(outer, inner))
  );
}

/** Whether the value as a whole is missing or null: rules about its parts say the same once more. */
export const isWhole = ({ rule }: Problem): boolean => rule === 'schema/required' || rule === 'schema/type';

function isSameThere(a: Problem, b: Problem, value: Json | undefined): boolean {
  const isContainer = typeof value === 'object' && value !== null;
  if (isForm(a) || isForm(b)) return !isContainer || !shareRefuser(a, b);
  if (areOneChoice(a, b) || areOneChoice(b, a)) return true;
  return !shareRefuser(a, b) && (!isContainer || areRepeats(a, b));
}

const shareRefuser = (a: Problem, b: Problem): boolean =>
  a.rejectedBy.some((refuser) => b.rejectedBy.includes(refuser));

/** Rules about the mere form of a value: a rule about its meaning says it better. */
const isForm = ({ rule }: Problem): boolean => rule === 'schema/bound' || rule === 'schema/pattern';

/** A CEL rule about the keys of a map, and what is wrong with one of them. */
const isAboutKeys = (outer: Problem, inner: Problem): boolean =>
  outer.args.cel !== undefined && inner.at === 'key' && inner.path.length === placeOf(outer).length + 1;

const areRepeats = (outer: Problem, inner: Problem): boolean =>
  outer.rule === 'schema/duplicate-item' && inner.rule.includes('duplicate');

/** Fields that exclude each other, and a CEL rule that says which of them to choose. */
function areOneChoice(choice: Problem, relation: Problem): boolean {
  const { fields } = choice.args;
  const { cel } = relation.args;
  if (choice.rule !== 'schema/alternatives' || !Array.isArray(fields) || typeof cel !== 'string')
    return false;
  return fields.every((field) => cel.includes(`self.${String(field)}`));
}

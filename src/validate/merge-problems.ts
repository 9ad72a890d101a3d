import type { Problem } from '../finding.ts';
import { contains, formatPath } from '../path.ts';
import type { Json } from '../resources/index.ts';
import { valueAt } from './value-at.ts';

/**
 * One fault is one finding: what the API server and Istio say about the same fault becomes a single problem that
 * both refuse. The words are Istio's where it has a rule for it, since those name the fault, not the form.
 */
export function mergeProblems(problems: readonly Problem[], object: Json): Problem[] {
  if (problems.length < 2) return [...problems];
  const merged: Problem[] = [];
  for (const problem of problems) {
    const twin = merged.findIndex((other) => sameFault(other, problem, object));
    const other = merged[twin];
    if (other === undefined) merged.push(problem);
    else merged[twin] = join(other, problem);
  }
  return merged;
}

function sameFault(a: Problem, b: Problem, object: Json): boolean {
  const samePlace = formatPath(a.path) === formatPath(b.path);
  const oneInside = contains(a.path, b.path) || contains(b.path, a.path);
  const sameRefusers = a.rejectedBy.join() === b.rejectedBy.join();
  if (a.rule === b.rule) return samePlace || (oneInside && !sameRefusers);
  if (a.severity !== b.severity || a.rejectedBy.some((refuser) => b.rejectedBy.includes(refuser)))
    return false;
  if (samePlace) return !isContainer(valueAt(object, a.path)) || isForm(a) || isForm(b);
  return oneInside && [a, b].some(isDuplicateItem) && [a, b].every(({ rule }) => rule.includes('duplicate'));
}

/** Rules about the mere size of a list or object say nothing that a rule about its meaning does not say better. */
const isForm = ({ rule }: Problem): boolean => rule === 'schema/bound';
const isDuplicateItem = ({ rule }: Problem): boolean => rule === 'schema/duplicate-item';

const isContainer = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

function join(a: Problem, b: Problem): Problem {
  const [kept, other] = b.code.startsWith('IST') && !a.code.startsWith('IST') ? [b, a] : [a, b];
  const hint = kept.hint ?? other.hint;
  return {
    ...kept,
    ...(hint !== undefined && { hint }),
    path: kept.path.length >= other.path.length ? kept.path : other.path,
    rejectedBy: [...new Set([...kept.rejectedBy, ...other.rejectedBy])],
  };
}

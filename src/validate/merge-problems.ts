import type { Problem } from '../finding.ts';
import { contains, formatPath, type Path } from '../path.ts';
import type { Json } from '../resources/index.ts';
import { prefixesOf } from './prefixes-of.ts';
import { valueAt } from './value-at.ts';

/**
 * One fault is one finding: what the API server and Istio say about the same fault becomes a single problem that
 * both refuse. The words are Istio's where it has a rule for it, since those name the fault, not the form.
 */
export function mergeProblems(problems: readonly Problem[], object: Json): Problem[] {
  if (problems.length < 2) return [...problems];
  const byPlace = new Map<string, Problem[]>();
  for (const problem of problems.toSorted((a, b) => placeOf(a).length - placeOf(b).length)) {
    const around = prefixesOf(placeOf(problem)).flatMap((place) => byPlace.get(place) ?? []);
    const twin = around.find((other) => sameFault(other, problem, object));
    if (twin === undefined) add(byPlace, problem);
    else replace(byPlace, twin, join(twin, problem));
  }
  return [...byPlace.values()].flat();
}

/** What is underlined tells better where a fault is than the object that is judged. */
export const placeOf = ({ path, mark }: Problem): Path => mark ?? path;

function add(byPlace: Map<string, Problem[]>, problem: Problem): void {
  const place = formatPath(placeOf(problem));
  const here = byPlace.get(place);
  if (here === undefined) byPlace.set(place, [problem]);
  else here.push(problem);
}

function replace(byPlace: Map<string, Problem[]>, old: Problem, by: Problem): void {
  const here = byPlace.get(formatPath(placeOf(old))) ?? [];
  here[here.indexOf(old)] = by;
}

/** Whether `inner`, which lies where `outer` does or below, says the same of the same fault. */
function sameFault(outer: Problem, inner: Problem, object: Json): boolean {
  const samePlace = formatPath(placeOf(outer)) === formatPath(placeOf(inner));
  if (outer.rule === inner.rule) return samePlace || outer.rejectedBy.join() !== inner.rejectedBy.join();
  if (outer.severity !== inner.severity) return false;
  if (outer.rejectedBy.some((refuser) => inner.rejectedBy.includes(refuser))) return false;
  if (samePlace)
    return (
      !isContainer(valueAt(object, placeOf(outer))) || formOnly.has(outer.rule) || formOnly.has(inner.rule)
    );
  return whole.has(outer.rule) || (outer.rule === duplicateItem && inner.rule.includes('duplicate'));
}

/** Rules about the mere size of a list or object: a rule about its meaning says it better. */
const formOnly: ReadonlySet<string> = new Set(['schema/bound']);

/** When the whole value is missing or null, rules about its parts say the same once more. */
const whole: ReadonlySet<string> = new Set(['schema/required', 'schema/type']);

const duplicateItem = 'schema/duplicate-item';

const isContainer = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

function join(outer: Problem, inner: Problem): Problem {
  const [kept, other] =
    outer.code.startsWith('IST') || !inner.code.startsWith('IST') ? [outer, inner] : [inner, outer];
  const hint = kept.hint ?? other.hint;
  return {
    ...kept,
    ...(hint !== undefined && { hint }),
    path: contains(outer.path, inner.path) ? inner.path : outer.path,
    ...(kept.mark !== undefined && { mark: placeOf(outer) }),
    rejectedBy: [...new Set([...kept.rejectedBy, ...other.rejectedBy])],
  };
}

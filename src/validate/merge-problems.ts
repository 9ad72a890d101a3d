import type { Problem, Refuser } from '../finding.ts';
import { pushTo } from '../group-by.ts';
import type { Json } from '../json.ts';
import { contains, formatPath } from '../path.ts';
import { placeOf } from '../place-of.ts';
import { prefixesOf } from './prefixes-of.ts';
import { isSameFault, isWhole } from './same-fault.ts';

/**
 * One fault is one finding: what the API server and Istio say about the same fault becomes a single problem that
 * both refuse. The words are Istio's where it has a rule for it, since those name the fault, not the form.
 */
export function mergeProblems(problems: readonly Problem[], object: Json): Problem[] {
  if (problems.length < 2) return [...problems];
  const byPlace = new Map<string, Entry[]>();
  for (const problem of problems.toSorted((a, b) => placeOf(a).length - placeOf(b).length)) {
    const around = prefixesOf(placeOf(problem)).flatMap((place) => byPlace.get(place) ?? []);
    const twin = around.find((entry) => isSameFault(entry.problem, problem, object));
    if (twin === undefined) addBeside(around, problem, object, byPlace);
    else {
      twin.origin ??= twin.problem;
      twin.problem = join(twin.problem, problem);
    }
  }
  return [...byPlace.values()].flat().map(({ problem }) => problem);
}

interface Entry {
  problem: Problem;
  /** What was said before something more precise took its place. */
  origin?: Problem;
}

/** Adds a problem; when one around it has already become part of another, that one stands for this problem too. */
function addBeside(
  around: readonly Entry[],
  problem: Problem,
  object: Json,
  byPlace: Map<string, Entry[]>,
): void {
  const origins = around.flatMap(({ origin = [] }) => origin);
  const origin = origins.find((other) => isSameFault(other, problem, object));
  if (origin !== undefined && isWhole(origin)) return;
  const entry: Entry = { problem: origin === undefined ? problem : join(origin, problem) };
  pushTo(byPlace, formatPath(placeOf(problem)), entry);
}

function join(outer: Problem, inner: Problem): Problem {
  const [kept, other] = namesFault(inner, outer) ? [inner, outer] : [outer, inner];
  const hint = kept.hint ?? other.hint;
  const repair = kept.repair ?? other.repair;
  return {
    ...kept,
    ...(hint !== undefined && { hint }),
    ...(repair !== undefined && { repair }),
    path: contains(outer.path, inner.path) ? inner.path : outer.path,
    rejectedBy: refusers.filter((refuser) =>
      [outer, inner].some(({ rejectedBy }) => rejectedBy.includes(refuser)),
    ),
  };
}

const refusers: readonly Refuser[] = ['istio', 'apiserver'];

/** Whether the inner problem says better what is wrong: in the words of Istio, or which key it is. */
const namesFault = (inner: Problem, outer: Problem): boolean =>
  (inner.code.startsWith('IST') && !outer.code.startsWith('IST')) || inner.at === 'key';

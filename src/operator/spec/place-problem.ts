import type { Finding, Problem } from '../../finding.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Resource, SourceDocument } from '../../resources/index.ts';
import { toFinding } from '../../validate/index.ts';
import type { SpecLayer } from './operator-spec.ts';

/** Gives a problem of a merged spec its place: in the file or `--set` that said so last, else in the profile. */
export function findingOf(problem: Problem, layers: readonly SpecLayer[], merged: JsonObject): Finding {
  return toFinding(problem, placeOf(problem, layers) ?? profileResource(merged));
}

/** A merged spec as an object to check; what no file says has no place. */
export const profileResource = (merged: JsonObject): Resource => resourceOf(merged, nowhere(merged));

const resourceOf = (value: JsonObject, document: SourceDocument): Resource => ({
  ...{ document, base: [], value },
  apiVersion: 'install.istio.io/v1alpha1',
  kind: 'IstioOperator',
  name: isObject(value.metadata) && typeof value.metadata.name === 'string' ? value.metadata.name : '',
  namespace: undefined,
});

/** The layer that holds most of the way to a problem; of several the last, which wins in the merge, too. */
function placeOf({ path, mark, args }: Problem, layers: readonly SpecLayer[]): Resource | undefined {
  const wanted = mark ?? (typeof args.field === 'string' ? [...path, args.field] : path);
  let best: SpecLayer | undefined;
  let most = 0;
  for (const layer of layers) {
    const depth = depthOf(layer.value, wanted);
    if (depth < most || depth === 0) continue;
    most = depth;
    best = layer;
  }
  return best === undefined ? undefined : resourceOf(best.value, best.document);
}

/** How many steps of a path a value has. */
function depthOf(value: Json, path: Path): number {
  let place: Json | undefined = value;
  let depth = 0;
  for (const step of path) {
    const has: boolean = Array.isArray(place)
      ? Number(step) < place.length
      : isObject(place) && Object.hasOwn(place, step);
    if (!has) break;
    place = Array.isArray(place) ? place[Number(step)] : isObject(place) ? place[step] : undefined;
    depth += 1;
  }
  return depth;
}

/** Stands for what no file says: the profile. */
const nowhere = (value: JsonObject): SourceDocument => {
  const start = { line: 1, column: 1 };
  return {
    ...{ file: 'profile', index: 0, value, problems: [] },
    lines: () => [],
    linesWith: () => [],
    locate: () => ({ value: { start, end: start }, exact: false }),
    edits: () => undefined,
  };
};

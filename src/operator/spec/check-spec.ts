import type { Finding, Problem } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Resource, SourceDocument } from '../../resources/index.ts';
import { toFinding, validate } from '../../validate/index.ts';
import type { SpecLayer } from './operator-spec.ts';

/** Checks a merged IstioOperator; each finding has its place in the file or `--set` that said so last. */
export async function checkSpec(
  merged: JsonObject,
  layers: readonly SpecLayer[],
): Promise<readonly Finding[]> {
  const problems: Problem[] = [];
  const whole = resourceOf(merged, nowhere(merged));
  const read = { documents: [whole.document], resources: [whole], files: 1, notices: [] };
  await validate(read, {}, ({ problems: found }) => {
    problems.push(...found);
    return [];
  });
  return sortFindings(problems.map((problem) => toFinding(problem, placeOf(problem, layers) ?? whole)));
}

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

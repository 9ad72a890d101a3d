import type { Finding, Problem } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import type { JsonObject } from '../../json.ts';
import { validate } from '../../validate/index.ts';
import type { SpecLayer } from './operator-spec.ts';
import { findingOf, profileResource } from './place-problem.ts';

/** Checks a merged IstioOperator; each finding has its place in the file or `--set` that said so last. */
export async function checkSpec(
  merged: JsonObject,
  layers: readonly SpecLayer[],
): Promise<readonly Finding[]> {
  const problems: Problem[] = [];
  const whole = profileResource(merged);
  const read = { documents: [whole.document], resources: [whole], files: 1, notices: [] };
  await validate(read, {}, ({ problems: found }) => {
    problems.push(...found);
    return [];
  });
  return sortFindings(problems.map((problem) => findingOf(problem, layers, merged)));
}

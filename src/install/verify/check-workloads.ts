import { keyOf, readiness } from '../../kube/apply/index.ts';
import { titleOf } from '../../operator/diff/index.ts';
import type { JsonObject } from '../../json.ts';
import { isOfRevision, workloadsOf } from './installed.ts';
import type { VerifyCheck } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

/** Whether the pods of what was installed are ready. */
export function checkWorkloads(
  snapshot: VerifySnapshot,
  revision: string | undefined,
): readonly VerifyCheck[] {
  return workloadsOf(snapshot)
    .filter((object) => isOfRevision(object, revision))
    .map((object) => checkWorkload(object, snapshot.objects));
}

function checkWorkload(workload: JsonObject, related: readonly JsonObject[]): VerifyCheck {
  const object = keyOf(workload);
  const state = readiness(workload, related);
  if (state.ready) return { outcome: 'ok', message: `${titleOf(object)} is ready`, object };
  const where = object.namespace === undefined ? '' : `-n ${object.namespace} `;
  return {
    outcome: 'failed',
    message: `${titleOf(object)} is not ready: ${state.reason}`,
    object,
    hint: `\`kubectl ${where}describe ${object.kind.toLowerCase()}/${object.name}\` tells more`,
  };
}

import type { JsonObject } from '../../resources/index.ts';
import { conditionOf, conditionText, textAt } from './fields.ts';
import type { Readiness } from './readiness-type.ts';
import { daemonSetReadiness, deploymentReadiness, statefulSetReadiness } from './workload-readiness.ts';
import { objectIn } from '../../json.ts';

/**
 * Judges whether an object is ready: a CustomResourceDefinition is Established, a Namespace is Active, the pods of the
 * newest state of a Deployment, DaemonSet or StatefulSet are ready. Anything else is ready when it is there.
 *
 * `related` are objects that may say why not: ReplicaSets, Pods and Events; others are passed over. The conditions are
 * those of the Kubernetes API conventions
 * (https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md).
 */
export function readiness(object: JsonObject, related: readonly JsonObject[] = []): Readiness {
  const ends = textAt(objectIn(object, 'metadata'), 'deletionTimestamp');
  if (ends !== '') return notReady('it is being deleted');
  return judges[textAt(object, 'kind')]?.(object, related) ?? { ready: true };
}

type Judge = (object: JsonObject, related: readonly JsonObject[]) => Readiness;

const judges: Readonly<Record<string, Judge>> = {
  CustomResourceDefinition: definitionReadiness,
  Namespace: namespaceReadiness,
  Deployment: deploymentReadiness,
  DaemonSet: daemonSetReadiness,
  StatefulSet: statefulSetReadiness,
};

function notReady(reason: string): Readiness {
  return { ready: false, reason };
}

function definitionReadiness(object: JsonObject): Readiness {
  if (conditionOf(object, 'Established')?.status === 'True') return { ready: true };
  const names = conditionOf(object, 'NamesAccepted');
  if (names?.status === 'False') return notReady(`its names are not accepted: ${conditionText(names)}`);
  return notReady('the definition is not established');
}

function namespaceReadiness(object: JsonObject): Readiness {
  const phase = textAt(objectIn(object, 'status'), 'phase');
  if (phase === 'Active') return { ready: true };
  return notReady(phase === '' ? 'it has no phase' : `its phase is ${phase}`);
}

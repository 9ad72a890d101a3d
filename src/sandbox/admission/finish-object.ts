import { objectsIn, plainText, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import type { Kind } from '../kinds/kind.ts';
import { completeService } from './complete-service.ts';
import { setDefaults, type Default } from './set-defaults.ts';

/**
 * An object with what the server adds to it by itself, which nobody counts as the writer of: addresses, a first status.
 * The one that is given is not changed.
 *
 * @param live - As it was before; undefined for a new one.
 */
export function finishObject(
  cluster: Cluster,
  kind: Kind,
  object: JsonObject,
  live?: JsonObject,
): JsonObject {
  const additions = ownAdditions[kind.kind];
  if (kind.custom !== undefined || additions === undefined) return object;
  const finished = structuredClone(object);
  if (kind.kind === 'Service') completeService(finished, cluster, live);
  setDefaults(finished, additions);
  return finished;
}

const ownAdditions: Readonly<Record<string, readonly Default[]>> = {
  Namespace: [
    ['spec', { finalizers: ['kubernetes'] }],
    ['status', { phase: 'Active' }],
  ],
  Pod: [
    ['spec.serviceAccountName', 'default'],
    ['spec.serviceAccount', ({ serviceAccountName }) => serviceAccountName],
    ['status', { phase: 'Pending', qosClass: 'Burstable' }],
  ],
  Service: [['status', { loadBalancer: {} }]],
  Deployment: [['status', {}]],
  ReplicaSet: [['status', { replicas: 0 }]],
  StatefulSet: [['status', { replicas: 0, availableReplicas: 0 }]],
  DaemonSet: [
    [
      'status',
      { currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 },
    ],
  ],
  Job: [['status', {}]],
  CronJob: [['status', {}]],
  Ingress: [['status', { loadBalancer: {} }]],
  HorizontalPodAutoscaler: [['status', { desiredReplicas: 0, currentMetrics: null }]],
  PodDisruptionBudget: [
    ['status', { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 }],
  ],
  CustomResourceDefinition: [['status', firstStatus]],
};

/** Of a definition that nobody has looked at. */
function firstStatus(definition: JsonObject): JsonObject {
  return {
    acceptedNames: { kind: '', plural: '' },
    conditions: null,
    storedVersions: objectsIn(definition, 'spec', 'versions')
      .filter(({ storage }) => storage === true)
      .map(({ name }) => plainText(name)),
  };
}

import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { timestamp } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { conditionOf } from '../store/condition.ts';
import { isEnding, namespaceOf } from '../store/metadata.ts';
import type { Controller } from './pass.ts';
import { setStatus } from './set-status.ts';

const autoscalers = builtIn('HorizontalPodAutoscaler');

/** Tells HorizontalPodAutoscalers how many pods there are. Nothing is measured, so nothing is scaled. */
export const autoscalerController: Controller = ({ cluster }) => {
  for (const autoscaler of cluster.store.list(autoscalers)) {
    if (isEnding(autoscaler)) continue;
    const { kind, name } = objectIn(autoscaler, 'spec', 'scaleTargetRef');
    const scaled = ['Deployment', 'StatefulSet'].find((one) => one === kind);
    const target = scaled && cluster.store.get(builtIn(scaled), namespaceOf(autoscaler), plainText(name));
    const current = Number(objectIn(target, 'status').replicas ?? 0);
    setStatus(cluster, autoscalers, autoscaler, {
      currentReplicas: current,
      desiredReplicas: current,
      conditions: [unmeasured(autoscaler)],
    });
  }
};

function unmeasured(autoscaler: JsonObject): JsonObject {
  const before = conditionOf(autoscaler, 'ScalingActive');
  return (
    before ?? {
      type: 'ScalingActive',
      status: 'False',
      lastTransitionTime: timestamp(),
      reason: 'FailedGetResourceMetric',
      message: 'the sandbox measures nothing',
    }
  );
}

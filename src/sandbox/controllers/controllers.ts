import { istiodController } from '../mesh/istiod-controller.ts';
import { autoscalerController } from './autoscalers.ts';
import { definitionController } from './definitions.ts';
import { deploymentController } from './deployments.ts';
import { budgetController } from './disruption-budgets.ts';
import { garbageCollector } from './garbage.ts';
import { namespaceController } from './namespaces.ts';
import { daemonSetController, statefulSetController } from './node-workloads.ts';
import type { Controller } from './pass.ts';
import { podController } from './pods.ts';
import { serviceController } from './services.ts';

/** What looks after a cluster; without workloads, what no API server does without. */
export const controllers = (workloads: boolean): readonly Controller[] => [
  definitionController,
  namespaceController,
  garbageCollector,
  ...(workloads
    ? [
        deploymentController,
        daemonSetController,
        statefulSetController,
        podController,
        serviceController,
        budgetController,
        autoscalerController,
        istiodController,
      ]
    : []),
];

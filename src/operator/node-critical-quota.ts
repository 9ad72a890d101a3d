import type { KubeObject } from './component-context.ts';

/** A quota for pods of the class `system-node-critical`, which some platforms ask for. */
export function nodeCriticalQuota(metadata: KubeObject['metadata'], pods: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata,
    spec: {
      hard: { pods },
      scopeSelector: {
        matchExpressions: [{ operator: 'In', scopeName: 'PriorityClass', values: ['system-node-critical'] }],
      },
    },
  };
}

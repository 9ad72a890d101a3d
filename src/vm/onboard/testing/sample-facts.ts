import { planChange, type ClusterChange } from '../../../changes/index.ts';
import { sampleFacts, sampleGroup, sampleGroupObject } from '../../testing/sample-vm.ts';
import type { OnboardingFacts } from '../onboarding-facts.ts';

const account = { apiVersion: 'v1', kind: 'ServiceAccount', namespace: 'shop', name: 'web' };

/** What happens to the service account of the sample. */
export const accountChange = (action: 'create' | 'unchanged'): ClusterChange => ({
  ...{ action, object: account, group: 'ServiceAccount', changes: [], conflicts: [], adopts: [] },
  desired: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace: 'shop', name: 'web' } },
});

/** What making the group of the sample does. */
export const groupChange = (): ClusterChange =>
  planChange({ group: 'WorkloadGroup', desired: sampleGroupObject() });

/** A cluster in which nothing stands against an onboarding of the sample. */
export function onboardingFacts(over: Partial<OnboardingFacts> = {}): OnboardingFacts {
  return {
    group: sampleGroup(),
    groupChange: undefined,
    accountChange: accountChange('unchanged'),
    namespaceExists: true,
    vm: sampleFacts({ token: '' }),
    endpoint: { addresses: ['203.0.113.10'], origin: 'the Service istio-system/istio-eastwestgateway' },
    istiod: {
      ...{ name: 'istiod', version: '1.31.0', readyReplicas: 1 },
      environment: { CLUSTER_ID: 'west' },
    },
    meshNetworks: [],
    denials: [],
    ...over,
  };
}

import { expect, test } from 'vitest';
import { serverFacts } from './server-facts.ts';

const gke = {
  spec: {
    components: { cni: { namespace: 'kube-system' } },
    values: { global: { platform: 'gke' }, cni: { resourceQuotas: { enabled: false } } },
  },
};

test.each([
  ['GKE', { gitVersion: 'v1.33.2-gke.1111', minor: '33' }, { detected: gke, kubeMinor: 33 }],
  ['a minor version with a plus', { gitVersion: 'v1.32.1', minor: '32+' }, { detected: {}, kubeMinor: 32 }],
  [
    'a name that only looks alike',
    { gitVersion: 'v1.32.1+gke', minor: '32' },
    { detected: {}, kubeMinor: 32 },
  ],
  ['an answer without a version', {}, { detected: {}, kubeMinor: undefined }],
])('what the version of a server tells: %s', (_, answer, facts) => {
  expect(serverFacts(answer)).toEqual(facts);
});
